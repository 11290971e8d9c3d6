"""Who administers mandates: without two of them nothing can be approved any more."""

import dataclasses
import datetime as dt

from django.db.models import Q, QuerySet

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.policy import Rule, policy
from vijfluik.core.mandates.access import THING
from vijfluik.core.mandates.lifecycle import State, state_of
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Mandate, Purpose

APPROVE = "approve"
# One proposes, another approves.
NEEDED = 2


def administering(who: Acting) -> Acting:
    """The same person, for the purpose of administering mandates."""
    return dataclasses.replace(who, purpose=Purpose.ADMINISTRATION, used=None)


def may_administer(who: Acting) -> bool:
    """Whether somebody may approve mandates, for the purpose that this needs."""
    return not reach(who=administering(who), thing=THING, action=APPROVE).nowhere


def administers(mandate: Mandate, *, on: dt.date) -> bool:
    """Whether a mandate lets somebody approve the mandates of others on a day."""
    in_force = state_of(mandate, on=on) == State.IN_FORCE
    return in_force and any(
        (rule.role, rule.purpose) == (mandate.role, mandate.purpose) for rule in _rules()
    )


def working_administrators(*, on: dt.date, using: str = "default") -> QuerySet[Mandate]:
    """The mandates that let somebody approve those of others on a day, of people in service.

    For whoever may read all mandates; row-level security hides those of others otherwise.
    """
    allowed = Q(pk__in=())
    for rule in _rules():
        allowed |= Q(role=rule.role, purpose=rule.purpose)
    return (
        Mandate.objects.using(using)
        .filter(
            allowed,
            approved_by__isnull=False,
            ended_at__isnull=True,
            valid_from__lte=on,
            valid_until__gt=on,
            professional__is_active=True,
        )
        .extra(
            # As partners.in_force; PostgreSQL counts months as `months_after` does.
            where=["(partners_mandate.reviewed_on + interval '6 months')::date >= %s"],
            params=[on],
        )
    )


def left_without(mandate: Mandate, *, on: dt.date) -> int:
    """How many people can approve mandates on a day when this one is gone."""
    others = working_administrators(on=on).exclude(key=mandate.key)
    return others.order_by().values("professional").distinct().count()


def _rules() -> list[Rule]:
    return [each for each in policy().rules if (each.thing, each.action) == (THING, APPROVE)]
