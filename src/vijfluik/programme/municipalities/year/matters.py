"""What a municipality has to say of a year, and what of it was said: read from the registers.

Nothing is kept here. A matter is open as long as the register's own record says so.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.access import listed_records, with_related
from vijfluik.core.registers.declaration import WITHDRAWN, Register
from vijfluik.programme.grants.models import Award
from vijfluik.programme.grants.registers import AWARDS
from vijfluik.programme.grants.vocabulary import AwardState
from vijfluik.programme.partnerships.milestones.rules import expected
from vijfluik.programme.partnerships.models import Milestone, Partnership
from vijfluik.programme.partnerships.registers import MILESTONES, PARTNERSHIPS
from vijfluik.programme.partnerships.vocabulary import MilestoneState, PartnershipKind, State

# The item that a plan of action belongs to. A plan under another item, such as a support plan, has
# goals that are asked about and is not made here.
ITEM = "VK-08"
STANDING = (State.PREPARED, State.ACTIVE, State.EXTENDED)
RUNNING = (State.ACTIVE, State.EXTENDED)


class Kind(StrEnum):
    """What is asked; the word stands in the address of the matter."""

    ACCOUNT = "verantwoording"
    PLAN = "plan"
    GOALS = "doelen"
    BEGIN = "begin"
    GOAL = "doel"
    CONTINUE = "vervolg"


@dataclass(frozen=True, kw_only=True)
class Matter:
    """One thing to say, about one record.

    Attributes:
        year: of which it is told.
        record: what it is about; not saved while it has still to be made.
        edges: the steps that answer it, the usual one first; none where something is made.
        done: it was said.
        ready: it can be said now; otherwise another matter comes first.
        needed: it must be said. No municipality has to have a plan of action.
    """

    kind: Kind
    year: int
    register: Register
    record: Any
    edges: tuple[str, ...] = ()
    done: bool = False
    ready: bool = True
    needed: bool = True

    @property
    def word(self) -> str:
        """Its name on the page: the same from one request to the next."""
        saved = not self.record._state.adding
        return f"{self.kind}-{self.record.key.hex[:12]}" if saved else str(self.kind)


def matters(*, who: Acting, owner: str) -> Sequence[Matter]:
    """All that this municipality has to say and has said, of all years.

    Call it inside `acting(who)`. Each register looked at is one list in the journal.

    Args:
        owner: the code of the organisation of the municipality.

    Raises:
        Refused: `who` may not read one of the registers.
    """
    awards = _listed(AWARDS, who=who, owner=owner)
    plans = [
        each
        for each in _listed(PARTNERSHIPS, who=who, owner=owner)
        if each.kind == PartnershipKind.ACTION_PLAN
    ]
    goals = _listed(MILESTONES, who=who, owner=owner)
    return gathered(awards=awards, plans=plans, goals=goals, owner=owner)


def gathered(
    *,
    awards: Sequence[Award],
    plans: Sequence[Partnership],
    goals: Sequence[Milestone],
    owner: str,
) -> Sequence[Matter]:
    """What these records of a municipality ask: its awards, plans of action and their goals."""
    return [*_accounts(awards), *_plan(plans, goals=goals, owner=owner), *_goals(plans, goals)]


def _listed(register: Register, *, who: Acting, owner: str) -> list[Any]:
    """The records of a register that the municipality owns."""
    with listed_records(register, who=who) as (rows, shown):
        own = rows.filter(**{register.scope: owner}).exclude(state=WITHDRAWN)
        found = list(with_related(register, rows=own).order_by("reference"))
        shown.showed([each.key for each in found], filters=["organisation"])
    return found


def _accounts(awards: Sequence[Award]) -> Iterator[Matter]:
    """Each award that was signed is accounted for, in the year of its money."""
    waiting = (AwardState.AWARDED, AwardState.RUNNING)
    for award in awards:
        if award.state != AwardState.PREPARED:
            yield Matter(
                kind=Kind.ACCOUNT,
                year=award.budget_year,
                register=AWARDS,
                record=award,
                edges=("account",),
                done=award.state not in waiting,
            )


def _plan(
    plans: Sequence[Partnership], *, goals: Sequence[Milestone], owner: str
) -> Iterator[Matter]:
    """The plan of action: make it, give it goals, begin, and decide when its term ends."""
    standing = (each for each in plans if each.state in STANDING and each.item == ITEM)
    found = next(standing, None)
    there = found is not None
    plan = found or Partnership(
        lead_id=owner, kind=PartnershipKind.ACTION_PLAN, state=State.PREPARED
    )
    filled = any(goal.partnership_id == plan.key for goal in goals)
    running = plan.state in RUNNING
    told: dict[str, Any] = {
        "year": today().year,
        "register": PARTNERSHIPS,
        "record": plan,
        "needed": there,
    }
    begun = plan.started_on.year if plan.started_on else today().year
    if begun == today().year:
        yield Matter(kind=Kind.PLAN, done=there, **told)
        yield Matter(kind=Kind.GOALS, done=filled, ready=there, **told)
        yield Matter(
            kind=Kind.BEGIN, edges=("start",), done=running, ready=there and filled, **told
        )
    due = PARTNERSHIPS.due_of(plan)
    if there and due is not None and due[1] <= dt.date(today().year, 12, 31):
        told["year"] = due[1].year
        yield Matter(kind=Kind.CONTINUE, edges=(due[0].answer, "end"), **told)


def _goals(plans: Sequence[Partnership], goals: Sequence[Milestone]) -> Iterator[Matter]:
    """Each goal of a plan of which the day has come: it was reached, or is expected anew."""
    keys = {plan.key for plan in plans if plan.state in STANDING}
    for goal in goals:
        day = goal.reached_on or expected(goal)
        if goal.partnership_id not in keys or day is None or day > today():
            continue
        if goal.state == MilestoneState.DROPPED:
            continue
        yield Matter(
            kind=Kind.GOAL,
            year=day.year,
            register=MILESTONES,
            record=goal,
            edges=("reach", "forecast"),
            done=goal.state == MilestoneState.REACHED,
        )
