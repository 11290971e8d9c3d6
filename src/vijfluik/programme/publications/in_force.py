"""Which threat assessment and which strategy held on a day. Call it inside `acting(who)`.

Whoever may read the programme may know: row-level security shows editions that have appeared and
are a frame of their day to everybody with the programme (sql/frames.sql), and no others.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from vijfluik.core.access.gate import require
from vijfluik.programme.publications.editions.vocabulary import OUT, Frame
from vijfluik.programme.publications.models import Edition


@dataclass(frozen=True, kw_only=True)
class InForce:
    """What held on a day; None where no edition is known that did.

    Attributes:
        on: the day.
        threat: the latest edition of the threat assessment that had appeared.
        strategy: the edition of the strategy whose term the day lies in.
    """

    on: dt.date
    threat: Edition | None
    strategy: Edition | None


def in_force(*, on: dt.date) -> InForce:
    """What held on a day, as it is known now: two queries.

    Raises:
        Refused: the person may not read the programme.
    """
    require(thing="programme", action="read")
    out = Edition.objects.filter(state__in=OUT, published_on__lte=on)
    threats = out.filter(frame=Frame.THREAT).order_by("-published_on", "-number")
    strategies = (
        out.filter(frame=Frame.STRATEGY, valid_from__lte=on)
        .filter(Q(valid_until__isnull=True) | Q(valid_until__gte=on))
        .order_by("-valid_from", "-number")
    )
    return InForce(on=on, threat=threats.first(), strategy=strategies.first())
