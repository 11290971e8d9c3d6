"""What support each municipality gets in a year, and the sums over those comparable to it.

Both come from functions of the database that answer counts and sums only (`sql/support.sql`): a
municipality may not open the records of those that advise and train it, nor those of another one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.access.gate import listing, refuse

THING = "municipal_support"
# What is asked of every municipality alike; the columns of both functions.
MEASURES = (
    "awards", "awarded", "unstated", "reached", "asked", "answered", "held", "seats", "plans",
    "goals", "goals_reached",
)  # fmt: skip


class Part(models.TextChoices):
    """What a municipality does in a year: the one criterion by which two are comparable."""

    LEADS = "leads", _("trekt een regio")
    REACHED = "reached", _("wordt bereikt door een regiogemeente")
    NEITHER = "neither", _("geen van beide")


@dataclass(frozen=True, kw_only=True)
class Support:
    """What one municipality gets.

    Attributes:
        code: of the place.
        organisation: the code of its organisation; empty where none is known.
        numbers: measure → count, or euro cents; None where nothing states an amount.
    """

    code: str
    organisation: str
    name: str
    part: Part
    numbers: Mapping[str, int | None]


@dataclass(frozen=True, kw_only=True)
class Comparable:
    """The sums over the municipalities that are comparable to one, that one left out."""

    others: int
    numbers: Mapping[str, int | None]


def support(*, year: int) -> Sequence[Support]:
    """The municipalities that the actor may see, by name. Call it inside `acting(who)`.

    Raises:
        Refused: the actor may see none.
    """
    with listing(thing=THING) as made:
        rows = _rows("SELECT * FROM municipalities.support(%s) ORDER BY name", [year])
        made.showed([], rows=len(rows), filters=["jaar"])
    return [_support(row) for row in rows]


def by_name(found: Sequence[Support]) -> Sequence[Support]:
    """The one order there is: none by money, needs or who lives in a municipality."""
    return sorted(found, key=lambda each: (each.name, each.code))


def support_of(*, year: int, code: str) -> tuple[Support | None, Comparable | None]:
    """One municipality and those comparable to it, as one list in the journal.

    Returns:
        None for what the actor may not see or what is not there, which is journalled as refused;
        None for the comparable ones where there are fewer than three.

    Raises:
        Refused: the actor may see none.
    """
    with listing(thing=THING) as made:
        rows = _rows("SELECT * FROM municipalities.support(%s) WHERE code = %s", [year, code])
        others = _rows("SELECT * FROM municipalities.comparable(%s, %s)", [year, code])
        if rows:
            made.showed([], rows=1, filters=["gemeente", "jaar"])
    if not rows:
        refuse(thing=THING, action="read")
        return None, None
    found = [Comparable(others=row["others"], numbers=_numbers(row)) for row in others]
    return _support(rows[0]), found[0] if found else None


def _support(row: Mapping[str, Any]) -> Support:
    return Support(
        code=row["code"],
        organisation=row["organisation"] or "",
        name=row["name"],
        part=Part(row["part"]),
        numbers=_numbers(row),
    )


def _numbers(row: Mapping[str, Any]) -> dict[str, int | None]:
    return {name: None if row[name] is None else int(row[name]) for name in MEASURES}


def _rows(query: str, values: Sequence[int | str]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
