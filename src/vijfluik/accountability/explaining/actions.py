"""An answer that leaves the platform: the receipts of both of its ends are kept."""

import datetime as dt
from dataclasses import dataclass

from vijfluik.accountability.explaining.causes import Why
from vijfluik.accountability.explaining.why import why
from vijfluik.accountability.figures.actions import issue
from vijfluik.accountability.figures.divisions import Division


@dataclass(frozen=True, kw_only=True)
class Answered:
    """An answer with the keys of the receipts of both ends, in the division of then."""

    why: Why
    receipts: tuple[str, str]


def answered(
    figure: str, *, before: dt.datetime, after: dt.datetime, division: Division
) -> Answered:
    """As `why`, and the receipts of both ends kept.

    Raises:
        Refused, UnknownFigure, NotClosed, WrongOrder, NotComparable: see `why`.
    """
    found = why(figure, before=before, after=after, division=division)
    first, last = (issue(figures=[figure], as_of=moment)[0].receipt for moment in (before, after))
    return Answered(why=found, receipts=(first, last))
