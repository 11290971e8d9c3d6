"""The plans of a municipality in a year: its plan of action, and the support plan that it has."""

from collections.abc import Sequence

from django.db.models import Count, Q

from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import listed_records
from vijfluik.programme.partnerships.models import Partnership
from vijfluik.programme.partnerships.registers import PARTNERSHIPS
from vijfluik.programme.partnerships.vocabulary import MilestoneState, PartnershipKind, State


def plans_of(*, who: Acting, organisation: str, year: int) -> Sequence[Partnership]:
    """Those that were decided on and not over before the year, with `goals` and `goals_reached`.

    Args:
        organisation: the code of the organisation of the municipality.

    Raises:
        Refused: `who` may read no partnerships.
    """
    there = Q(milestones__state__in=(MilestoneState.PLANNED, MilestoneState.REACHED))
    reached = Q(milestones__state=MilestoneState.REACHED)
    with listed_records(PARTNERSHIPS, who=who) as (rows, shown):
        found = list(
            rows.filter(
                Q(ended_on=None) | Q(ended_on__year__gte=year),
                lead=organisation,
                kind=PartnershipKind.ACTION_PLAN,
                decided_on__year__lte=year,
            )
            .exclude(state=State.WITHDRAWN)
            .annotate(
                goals=Count("milestones", filter=there),
                goals_reached=Count("milestones", filter=reached),
            )
            .order_by("decided_on", "key")
        )
        shown.showed([each.key for each in found], filters=["organisation", "jaar"])
    return found
