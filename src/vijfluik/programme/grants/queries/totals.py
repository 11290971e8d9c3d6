"""Budgeted, committed, paid and settled per scheme and year: totals, and nothing behind them.

The fund's are among them. They come from one function of the database that answers sums only, so
that the financing ministry reads its totals without opening a row (`sql/wall.sql`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import connection

from vijfluik.core.access.gate import require
from vijfluik.programme.grants.queries.amounts import Amount
from vijfluik.programme.grants.vocabulary import BEHIND_THE_WALL, Scheme

THING = "grant_money"


@dataclass(frozen=True, kw_only=True)
class Total:
    """One scheme in one year.

    Attributes:
        lines: budget lines that count; what repeats another one is not among them.
        awards: how many are committed.
        unsettled: how many of those are still to be settled.
    """

    scheme: str
    year: int
    lines: int
    budgeted: Amount
    awards: int
    committed: Amount
    paid: Amount
    settled: Amount
    unsettled: int

    @property
    def walled(self) -> bool:
        """Whether its records stand behind the wall of the fund."""
        return self.scheme == BEHIND_THE_WALL

    @property
    def label(self) -> str:
        """What the scheme is called."""
        return str(Scheme(self.scheme).label)


def totals() -> Sequence[Total]:
    """The totals, the latest year first. Call it inside `acting(who)`.

    Raises:
        Refused: the actor may not see totals.
    """
    require(thing=THING, action="read")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM grants.totals() ORDER BY budget_year DESC, scheme")
        rows = cursor.fetchall()
    return [
        Total(
            scheme=row[0],
            year=row[1],
            lines=row[2],
            budgeted=Amount(cents=_cents(row[3]), unstated=row[4]),
            awards=row[5],
            committed=Amount(cents=_cents(row[6]), unstated=row[7]),
            paid=Amount(cents=_cents(row[8])),
            settled=Amount(cents=_cents(row[9]), unstated=row[10]),
            unsettled=row[11],
        )
        for row in rows
    ]


def with_support_centre(found: Sequence[Total]) -> Sequence[Total]:
    """The totals with the grant to the support centre inside those of the strengthening funds.

    The source does not say whether it is; a year without strengthening funds stays as it is.
    """
    inside = {total.year: total for total in found if total.scheme == Scheme.FAMILY_SUPPORT}
    around = {total.year for total in found if total.scheme == Scheme.STRENGTHENING}
    made = []
    for total in found:
        part = inside.get(total.year)
        if total.scheme == Scheme.FAMILY_SUPPORT and total.year in around:
            continue
        if total.scheme == Scheme.STRENGTHENING and part is not None:
            made.append(_together(total, part))
        else:
            made.append(total)
    return made


def _together(whole: Total, part: Total) -> Total:
    return replace(
        whole,
        lines=whole.lines + part.lines,
        budgeted=added([whole.budgeted, part.budgeted]),
        awards=whole.awards + part.awards,
        committed=added([whole.committed, part.committed]),
        paid=added([whole.paid, part.paid]),
        settled=added([whole.settled, part.settled]),
        unsettled=whole.unsettled + part.unsettled,
    )


def added(amounts: Sequence[Amount]) -> Amount:
    """The sum; None while nothing states an amount."""
    stated = [amount.cents for amount in amounts if amount.cents is not None]
    return Amount(
        cents=sum(stated) if stated else None,
        unstated=sum(amount.unstated for amount in amounts),
    )


def _cents(value: object) -> int | None:
    return None if value is None else int(str(value))
