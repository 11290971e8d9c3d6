"""Taking goals over from the model."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.faults import Fault, Invalid
from vijfluik.programme.partnerships.plans.model import goals
from vijfluik.programme.partnerships.registers import MILESTONES, PARTNERSHIPS
from vijfluik.programme.partnerships.vocabulary import PartnershipKind

DAYS_IN_MONTH = 30


def take_over(*, who: Acting, key: uuid.UUID, words: Iterable[str], begins: dt.date) -> list[Any]:
    """Make milestones of goals of the model; each is an act of its own, with its event.

    What was broken off goes on where it stopped: a goal that is there is not made again.

    Args:
        key: of the plan.
        words: of the goals; what the plan has already is left.
        begins: the day from which the months of the model are counted.

    Raises:
        Refused: there is no such plan, or it may not be added to.
        Invalid: it is no plan of action, or nothing was chosen.
    """
    with acting(who):
        plan = access_record(PARTNERSHIPS, who=who, key=key, action="correct")
        if plan.kind != PartnershipKind.ACTION_PLAN:
            raise Invalid([Fault(field="", wrong=_("dit is geen plan van aanpak"))])
        there = set(plan.milestones.values_list("reference", flat=True))
    wanted = set(words)
    if not wanted:
        raise Invalid([Fault(field="goals", wrong=_("kies ten minste een doel"))])
    made = []
    for goal in goals():
        reference = f"{plan.reference}-{goal.word}"[:40]
        if goal.word not in wanted or reference in there:
            continue
        content = {
            "reference": reference,
            "partnership": plan.key,
            "title": goal.nl,
            "responsible": goal.owner,
            "target": goal.target,
            "agreed_on": today(),
            "planned_on": begins + dt.timedelta(days=DAYS_IN_MONTH * goal.months),
        }
        owner = PARTNERSHIPS.owner_of(plan)
        made.append(actions.create(MILESTONES, who=who, owner=owner, content=content))
    return made
