"""Why a figure says something else than it did: records that came, went, rose and fell.

Time alone never makes a cumulative figure fall. When it does, records were withdrawn or corrected,
and that is shown beside the figure.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connections
from django.db.backends.utils import CursorWrapper

from vijfluik.accountability.figures.computing import REPORT
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.figures.receipts import parsed
from vijfluik.core.access.gate import acting_now
from vijfluik.core.facts import compiling
from vijfluik.core.facts.measures import Sum
from vijfluik.core.facts.sources import source_named
from vijfluik.core.partners.acting import acting


@dataclass(frozen=True, kw_only=True)
class Fallen:
    """A record that brings in less than it did: before, and after (None: it no longer counts)."""

    key: str
    before: int
    after: int | None


@dataclass(frozen=True, kw_only=True)
class Movement:
    """The difference between two moments, by what happened to records.

    entered: what records that came to count brought in; left: what those that no longer count took
    along, because they were withdrawn or corrected; raised and lowered: what corrections of records
    that count at both moments added and took away. after = before + entered - left + raised -
    lowered. fallen: the records that left or were lowered.
    """

    before: int
    after: int
    entered: int
    left: int
    raised: int
    lowered: int
    fallen: tuple[Fallen, ...]

    @property
    def corrected(self) -> int:
        """How many records left or were lowered."""
        return len(self.fallen)

    @property
    def fell(self) -> bool:
        """Whether the figure is lower than it was."""
        return self.after < self.before


def movement(definition: Definition, *, before: dt.datetime, after: dt.datetime) -> Movement:
    """What happened to a count or a sum between two closed moments.

    Raises:
        Refused: nobody acts.
        ValueError: the figure neither counts records nor adds them up.
    """
    if not definition.query.tallied:
        raise ValueError(f"{definition.key} is not made of what single records bring in")
    with acting(acting_now(), using=REPORT), connections[REPORT].cursor() as cursor:
        first = _amounts(cursor, definition, as_of=before)
        second = _amounts(cursor, definition, as_of=after)
    both = first.keys() & second.keys()
    changes = [second[key] - first[key] for key in both]
    fallen = [
        Fallen(key=key, before=amount, after=second.get(key))
        for key, amount in sorted(first.items())
        if key not in second or second[key] < amount
    ]
    return Movement(
        before=sum(first.values()),
        after=sum(second.values()),
        entered=sum(second[key] for key in second.keys() - both),
        left=sum(each.before for each in fallen if each.after is None),
        raised=sum(change for change in changes if change > 0),
        lowered=-sum(change for change in changes if change < 0),
        fallen=tuple(fallen),
    )


def _amounts(
    cursor: CursorWrapper, definition: Definition, *, as_of: dt.datetime
) -> Mapping[str, int]:
    """What each record brings in, by its key."""
    query = definition.query
    source = source_named(query.source)
    statement = compiling.amounts(query, source=source, as_of=as_of)
    cursor.execute(statement.sql, statement.bound())
    adding = isinstance(query.measure, Sum)
    return {str(key): (amount or 0) if adding else 1 for key, amount in cursor.fetchall()}


def said_before(definition: Definition, *, as_of: dt.datetime) -> FigureReceipt | None:
    """The last receipt of a figure that was kept of an earlier moment, if there is one."""
    earlier = FigureReceipt.objects.filter(definition_id=definition.key, as_of__lt=as_of)
    return earlier.order_by("-as_of", "key").first()


def value_of(receipt: FigureReceipt) -> int | None:
    """The whole number that a receipt states; None when it states another sort of value."""
    value = parsed(receipt.content).get("value")
    return value if isinstance(value, int) and not isinstance(value, bool) else None
