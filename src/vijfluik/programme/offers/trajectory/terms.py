"""When somebody looks at a trajectory again: an agreement of our own, no law."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Mark, Term
from vijfluik.programme.offers.common import over
from vijfluik.programme.offers.models import Trajectory
from vijfluik.programme.offers.vocabulary import TrajectoryState


def _review(trajectory: Trajectory) -> dt.date | None:
    return trajectory.review_on


def lapsed(trajectory: Trajectory) -> Mark | None:
    """Whether nobody looked at it in time."""
    if trajectory.state != TrajectoryState.OFFERED:
        return None
    return over(trajectory.review_on, label=_("na te lopen"))


TERMS = (
    Term(
        kind="review",
        label=_("nalopen of de delen nog op elkaar passen"),
        state=TrajectoryState.OFFERED,
        ends=_review,
        provision=_(
            "Werkafspraak samenhangend aanbod: elk traject wordt ten minste jaarlijks nagelopen."
        ),
        answer="confirm",
    ),
)
