"""What was found of an application, and what still has to be judged."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from vijfluik.programme.grants.models import Application, Assessment


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One criterion of the round with what was found of it; empty while nobody judged it."""

    number: int
    criterion: str
    finding: str = ""
    grounds: str = ""
    by: str = ""


def judged(application: Application) -> Sequence[Judged]:
    """The criteria of an application in their order.

    What was judged reads as it did then. Who may not see the findings sees none: row-level security
    shows them to the assessor, and to the applicant once it is decided.
    """
    found = {
        row.number: row
        for row in Assessment.objects.filter(application=application.key).select_related(
            "assessed_by"
        )
    }
    criteria = dict(enumerate(application.round.criteria_listed, start=1))
    criteria |= {number: row.criterion for number, row in found.items()}
    return [
        Judged(number=number, criterion=text, **_words(found.get(number)))
        for number, text in sorted(criteria.items())
    ]


def _words(row: Assessment | None) -> dict[str, str]:
    if row is None:
        return {}
    return {"finding": row.finding, "grounds": row.grounds, "by": row.assessed_by.name}


def late_by(application: Application) -> dt.timedelta | None:
    """How long after the last day of the round it came in; None when it was in time."""
    late = application.applied_on - application.round.closes_on
    return late if late > dt.timedelta() else None
