"""Where a municipality is treated otherwise than comparable ones, for the pages of the support.

Call these inside `acting(who)`. Row-level security shows a municipality what was decided about
itself (`sql/deviations.sql`), also without a rule about the register, whose pages stay shut to it.
"""

from collections.abc import Mapping, Sequence

from django.db.models import Count, Q, QuerySet

from vijfluik.core.access.gate import listing
from vijfluik.programme.municipalities.deviations.vocabulary import State
from vijfluik.programme.municipalities.models import Deviation
from vijfluik.programme.municipalities.support.queries import THING

_OBJECT = "municipalities.deviation"


def deviations_of(*, code: str, year: int) -> Sequence[Deviation]:
    """Those of one municipality that held in the year, the oldest first.

    Args:
        code: of the place, such as GM0518; also before its borders changed.

    Raises:
        Refused: the reader may see the support of no municipality.
    """
    with listing(thing=THING, object_type=_OBJECT) as made:
        found = list(_in(year).filter(place__code=code).order_by("decided_on", "key"))
        made.showed([each.key for each in found], filters=["gemeente", "jaar"])
    return found


def deviations_by_code(*, year: int) -> Mapping[str, int]:
    """How many held in the year, per municipality that the reader may see: code → number.

    Raises:
        Refused: the reader may see the support of no municipality.
    """
    with listing(thing=THING, object_type=_OBJECT) as made:
        rows = _in(year).values("place__code").annotate(number=Count("key"))
        found = {row["place__code"]: row["number"] for row in rows.order_by("place__code")}
        made.showed([], rows=sum(found.values()), filters=["jaar"])
    return found


def _in(year: int) -> QuerySet[Deviation]:
    """Decided on by the end of the year and not ended before it."""
    return Deviation.objects.exclude(state=State.WITHDRAWN).filter(
        Q(ended_on=None) | Q(ended_on__year__gte=year), decided_on__year__lte=year
    )
