"""The declaration of a register: what it holds, who it is for and what can be done in it.

It composes ordinary Django parts. A page that needs something else is an ordinary view in the room
that keeps the same access function and journal; a new option is added here when a third register
asks for it.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.functional import Promise

from vijfluik.core.lifecycle.edges import Lifecycle
from vijfluik.core.registers.exporting.fields import ExportField

Text = str | Promise


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A state in a word; `tone` is one of positive, info, warning, negative, neutral."""

    label: Text
    tone: str = "neutral"


Value = Text | int | Decimal | dt.date | Mark | None


@dataclass(frozen=True, kw_only=True)
class Column:
    """One thing that is known of a record.

    Attributes:
        value: how it stands on a record; the interface writes days and numbers.
        sort: the words in the address that sort by it upwards and downwards; empty for not.
        names: its words name the record, and lead to it. One column of a register does.
        listed: it stands in the list; otherwise on the record's own page alone.
        number: it stands in a column of numbers.
        short: its words in the list, where those of `value` are too long for it.
        heading: what stands above it in the list, where the label is too long for it.
    """

    key: str
    label: Text
    value: Callable[[Any], Value]
    sort: tuple[str, str] = ("", "")
    names: bool = False
    listed: bool = True
    number: bool = False
    short: Callable[[Any], Value] | None = None
    heading: Text = ""


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something that can be done to a record.

    `name` is the edge of the lifecycle, `word` how it is called in addresses. `danger` asks once
    more, because it cannot be taken back.
    """

    name: str
    word: str
    label: Text
    form: type[forms.BaseForm]
    explanation: Text = ""
    danger: bool = False


@dataclass(frozen=True, kw_only=True)
class Register:
    """A register in twelve parts.

    Its addresses stand in the namespace `thing` under `path`: list, detail, create, export, help.
    `scope` is the field with the owning organisation. `exports` are the fields of its files,
    `items` the items of the programme that it serves, `help` the template that explains it.
    """

    thing: str
    path: str
    title: Text
    model: type[Model]
    lifecycle: Lifecycle
    scope: str
    columns: Sequence[Column]
    filters: type[forms.Form]
    acts: Mapping[str, Act]
    exports: Sequence[ExportField[Any]]
    items: Sequence[str]
    help: str
