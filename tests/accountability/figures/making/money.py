"""Budget lines, rounds and awards."""

import uuid
from collections.abc import Mapping

from tests.accountability.figures.making.maker import FIRST_DAY, SECOND_DAY, Maker, Parent, Record

from vijfluik.programme.grants.models import Award, BudgetLine, Round


def budget_line(**changes: object) -> Record:
    """A line of the budget that no figure counts, with changes."""
    return {
        "reference": uuid.uuid4().hex[:12],
        "organisation_id": "jenv",
        "state": "draft",
        "title": "Regel",
        "scheme": "familiesteun",
        "budget_year": 2018,
        "adopt_by": FIRST_DAY,
        "adopted_on": FIRST_DAY,
    } | changes


LINE = Parent(model=BudgetLine, values=budget_line(key=uuid.UUID(int=2018)))


def of_line(**changes: object) -> Record:
    """What each record of the money that belongs to a line has."""
    return {
        "reference": uuid.uuid4().hex[:12],
        "title": "Project",
        "scheme": "familiesteun",
        "budget_year": 2018,
        "budget_line_id": LINE.values["key"],
    } | changes


def award() -> Record:
    """An award that commits 100 cents."""
    return of_line(
        recipient_id="wolverdam",
        state="awarded",
        participants=[],
        amount_cents=100,
        prepared_on=FIRST_DAY,
        awarded_on=FIRST_DAY,
        report_by=SECOND_DAY,
    )


def grant_round() -> Record:
    """A round with a dated threshold."""
    return of_line(
        organisation_id="jenv",
        state="open",
        opens_on=FIRST_DAY,
        closes_on=SECOND_DAY,
        criteria="Past.",
        threshold_cents=100,
        threshold_from=FIRST_DAY,
    )


MAKERS: Mapping[str, Maker] = {
    "budget_lines": Maker(
        model=BudgetLine, plain=budget_line, withdrawn={"state": "withdrawn"}, values={}
    ),
    "rounds": Maker(
        model=Round, plain=grant_round, withdrawn={"state": "withdrawn"}, values={}, parent=LINE
    ),
    "awards": Maker(
        model=Award,
        plain=award,
        withdrawn={"state": "withdrawn"},
        values={"lead_id": (1, 2)},
        parent=LINE,
    ),
}
