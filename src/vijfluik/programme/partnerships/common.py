"""What every register of the room declares alike: the owner, the parent, and withdrawing."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import Field, Mark
from vijfluik.core.registers.faults import Fault


def reference_field(example: str, *, listed: bool = False) -> Field:
    """The owner's own number."""
    return Field(
        name="reference",
        synonyms=("nummer", "zaaknummer"),
        hint=gettext_lazy("uw eigen nummer"),
        example=example,
        listed=listed,
    )


def lead_field(example: str = "fec") -> Field:
    """The organisation that leads."""
    return Field(
        name="lead",
        synonyms=("organisatie", "eigenaar"),
        hint=gettext_lazy("code of naam van de organisatie die trekt"),
        example=example,
        listed=True,
        short=lambda record: record.lead_id.upper(),
    )


def partnership_field() -> Field:
    """The partnership that it belongs to, by its own number."""
    return Field(
        name="partnership",
        hint=gettext_lazy("het kenmerk van de samenwerking"),
        example="VB-SW-001",
        listed=True,
    )


def on_today(name: str) -> Callable[[Any], Mapping[str, object]]:
    """Begin a form with today in a field."""
    return lambda _record: {name: today()}


def over(day: dt.date | None, *, label: Any) -> Mark | None:
    """The mark of what lasted through a day that has passed; None when it has not."""
    if day is None or day >= today():
        return None
    return Mark(label=label, tone="negative")


def in_order(content: Content, *, first: str, then: tuple[str, ...], right: str) -> Iterator[Fault]:
    """Days that cannot lie before another."""
    begun = content[first]
    for name in then:
        day = content[name]
        if begun is not None and day is not None and day < begun:
            yield Fault(field=name, wrong=_("deze dag ligt te vroeg"), right=right)


def one_said(content: Content, *, names: tuple[str, ...], right: str) -> Iterator[Fault]:
    """At least one of several fields must be filled."""
    if not any(content[name] for name in names):
        yield Fault(field=names[0], wrong=_("ontbreekt"), right=right)
