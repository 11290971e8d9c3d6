"""When somebody makes sure again that a structure is as recorded: an agreement of our own."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Mark, Term
from vijfluik.programme.partnerships.common import over
from vijfluik.programme.partnerships.models import Structure
from vijfluik.programme.partnerships.vocabulary import StructureState

STALE_DAYS = 365


def fresh_until(structure: Structure) -> dt.date:
    """The last day on which what is recorded still counts as confirmed."""
    confirmed: dt.date = structure.confirmed_on
    return confirmed + dt.timedelta(days=STALE_DAYS)


def lapsed(structure: Structure) -> Mark | None:
    """Whether nobody confirmed a standing structure for longer than a year."""
    if structure.state != StructureState.ACTIVE:
        return None
    return over(fresh_until(structure), label=_("verouderd"))


TERMS = (
    Term(
        kind="confirm",
        label=_("nalopen of mandaat en contactpunt kloppen"),
        state=StructureState.ACTIVE,
        ends=fresh_until,
        provision=_(
            "Eigen regel: een structuur die een jaar niet is nagelopen, geldt als verouderd."
        ),
        answer="confirm",
    ),
)
