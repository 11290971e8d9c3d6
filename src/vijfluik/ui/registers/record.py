"""The page of one record: what it is, what must be done, what can be done, what happened."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now
from vijfluik.core.registers.declaration import Mark, Register
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.kinds.plain import Amount
from vijfluik.core.registers.kinds.references import OtherRecord
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.registry import register_of
from vijfluik.ui.components.history import Change
from vijfluik.ui.components.tables import Table
from vijfluik.ui.language import RECORDED, recorded
from vijfluik.ui.registers.columns import columns_of
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.registers.requests import offer
from vijfluik.ui.registers.values import shown
from vijfluik.ui.shell import Link


@dataclass(frozen=True, kw_only=True)
class Happening:
    """A moment in the life of a record.

    Attributes:
        at: when it was registered.
        on: the day on which it was true; None when that is the same question.
        icon, tone: its sign; the title says the same in words.
        links: the way to undo it, or to its source.
    """

    title: str
    at: dt.datetime
    on: dt.date | None
    actor: str
    icon: str = "version"
    tone: str = "neutral"
    reason: str = ""
    changes: Sequence[Change] = field(default=())
    links: Sequence[Link] = field(default=())


@dataclass(frozen=True, kw_only=True)
class Possible:
    """Something that can be done now; the first of them weighs most."""

    label: str
    url: str
    kind: str = "secondary"
    icon: str = ""


@dataclass(frozen=True, kw_only=True)
class Pressing:
    """What must be done about the record, by when, and on what ground."""

    text: str
    when: str
    provision: str
    late: bool
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Children:
    """The records of another register that belong to this one, and the way to add to them."""

    title: str
    table: Table | None
    list_url: str
    add_label: str = ""
    add_url: str = ""


def record_page(
    request: HttpRequest,
    *,
    register: Register,
    record: Any,
    title: str,
    standing: Mark,
    possible: Sequence[Possible],
    happened: Sequence[Happening],
    pressing: Pressing | None = None,
    extra: Sequence[tuple[str, str]] = (),
    children: Sequence[Children] = (),
    lookups: Lookups | None = None,
    above: str = "",
    drawn: Collection[str] = (),
    below: str = "",
) -> HttpResponse:
    """The page.

    Args:
        standing: its state.
        possible: what the reader may do now, the most likely first.
        happened: its timeline, the newest first.
        pressing: what must be done; None for nothing.
        children: the records of other registers that belong to it.
        lookups: names of what it refers to.
        extra: facts beside the columns of the register, as label and text (may be safe text).
        above: what stands over the facts, as safe text, such as a diagram of them.
        drawn: the fields that it shows, which the facts leave out.
        below: safe markup of the room, between the record and what belongs to it.
    """
    facts = facts_of(record, register=register, lookups=lookups or Lookups(), without=drawn)
    offer(request, *(Link(label=act.label, url=act.url) for act in possible))
    context = {
        **frame_of(register, title=title),
        "title_language": RECORDED,
        "standing": standing,
        "standing_label": capfirst(str(standing.label)),
        "facts": [*((label, text) for label, text in facts if text), *extra],
        "unknown": [label for label, text in facts if not text],
        "possible": possible,
        "pressing": pressing,
        "happened": happened,
        "children": children,
        "above": above,
        "below": below,
    }
    return render(request, "ui/registers/record.html", context)


def address_of(record: Any, *, register: Register, name: str) -> str:
    """The page of the record of another register that a field leads to; empty for another field."""
    kind = kinds_of(register)[name]
    if not isinstance(kind, OtherRecord):
        return ""
    other, key = register_of(kind.target), getattr(record, kind.column)
    if other is None or not key:
        return ""
    # Who evaluates an award reads its name and not its page.
    if reach(who=acting_now(), thing=other.thing, action="read").nowhere:
        return ""
    return reverse(f"{other.thing}:detail", args=[key])


def _to_come(record: Any, *, register: Register, name: str) -> bool:
    """An amount that an act asks for later: until then it is not there, rather than not stated."""
    kind = kinds_of(register)[name]
    if not isinstance(kind, Amount) or register.by_name[name].entered:
        return False
    return getattr(record, kind.column) is None


def facts_of(
    record: Any, *, register: Register, lookups: Lookups, without: Collection[str] = ()
) -> list[tuple[str, str]]:
    """What is known of a record, as label and words; its name and its state stand above it."""
    found = []
    kinds = kinds_of(register)
    for column in columns_of(register, lookups=lookups):
        value = column.value(record)
        if column.names or column.key in without or isinstance(value, Mark):
            continue
        kind = kinds.get(column.key)
        # What may not be seen is neither said nor called empty.
        if isinstance(kind, OtherRecord) and kind.out_of_reach(record, lookups=lookups):
            continue
        text = (
            "" if _to_come(record, register=register, name=column.key) else shown(value, full=True)
        )
        if column.written:
            text = recorded(text)
        url = address_of(record, register=register, name=column.key) if text else ""
        if url:
            text = format_html('<a href="{}">{}</a>', url, text)
        found.append((capfirst(str(column.label)), text))
    return found
