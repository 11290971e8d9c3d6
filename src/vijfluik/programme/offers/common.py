"""What the registers of the room declare alike."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.core.items.choices import served_choices
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import Field, Filter, Mark
from vijfluik.core.registers.faults import Fault

# Items that an offer, a trajectory or a need may serve; the first decides the panel of the pages.
SERVED = (
    "VK-07", "VK-01", "VK-04", "VK-09", "VK-10", "VK-11", "VK-12", "VK-13", "VK-14", "VK-15",
    "VK-16",
)  # fmt: skip
REVIEW_DAYS = 365


def item_field() -> Field:
    """The item of the programme that it serves."""
    return Field(
        name="item",
        synonyms=("onderdeel",),
        hint=gettext_lazy("sleutel van een onderdeel, zoals VK-07"),
        example="VK-07",
        short=lambda record: record.item,
        heading=gettext_lazy("onderdeel"),
    )


def item_filter() -> Filter:
    """Which item it serves."""
    return Filter(word="onderdeel", path="item", choices=lambda: served_choices(SERVED))


def in_a_year(name: str) -> Mapping[str, object]:
    """Begin a form with a day a year from now."""
    return {name: today() + dt.timedelta(days=REVIEW_DAYS)}


def over(day: dt.date | None, *, label: Any, tone: str = "warning") -> Mark | None:
    """The mark of what lasted through a day that has passed; None when it has not."""
    return Mark(label=label, tone=tone) if day is not None and day < today() else None


def in_order(content: Content, *, first: str, then: tuple[str, ...]) -> Iterator[Fault]:
    """Days that cannot lie before another."""
    for name in then:
        if content[first] and content[name] and content[name] < content[first]:
            yield Fault(field=name, wrong=_("deze dag ligt te vroeg"), right=_("die dag of later"))
