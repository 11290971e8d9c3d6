"""What a decision on an application rests on, and what was attached to it."""

from collections.abc import Sequence

from vijfluik.programme.grants.models import Application, ApplicationStep, Award
from vijfluik.programme.grants.vocabulary import COMMITTED


def steps_of(application: Application) -> Sequence[ApplicationStep]:
    """Its steps, the first one first, each with who took it."""
    steps = ApplicationStep.objects.filter(application=application.key)
    return list(steps.select_related("taken_by").order_by("registered_at"))


def conditions_of(application: Application) -> list[str]:
    """Those of the award that followed from it, as far as it is signed."""
    rows = Award.objects.filter(application=application.key, state__in=COMMITTED)
    return [award.conditions for award in rows.order_by("awarded_on", "key") if award.conditions]
