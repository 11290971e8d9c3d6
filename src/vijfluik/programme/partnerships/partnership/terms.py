"""When something must be decided about a partnership: no term renews itself."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Mark, Term
from vijfluik.programme.partnerships.common import over
from vijfluik.programme.partnerships.models import Partnership
from vijfluik.programme.partnerships.partnership.lifecycle import RUNNING
from vijfluik.programme.partnerships.vocabulary import State

_LAPSES = _("Eigen regel: een termijn loopt vanzelf af; verlengen is een besluit met een reden.")
_REVIEWED = _("Eigen regel: wat geen einddag heeft, wordt opnieuw bekeken op de afgesproken dag.")


def _end(partnership: Partnership) -> dt.date | None:
    day: dt.date | None = partnership.ends_on
    return day


def _review(partnership: Partnership) -> dt.date | None:
    day: dt.date | None = partnership.review_on
    return day if partnership.ends_on is None else None


TERMS = (
    *(
        Term(
            kind=f"decide_{state.value}",
            label=_("besluiten: verlengen, overdragen of beëindigen"),
            state=state,
            ends=_end,
            provision=_LAPSES,
            answer="extend",
        )
        for state in RUNNING
    ),
    Term(
        kind="review",
        label=_("opnieuw bekijken of dit doorgaat"),
        state=State.ACTIVE,
        ends=_review,
        provision=_REVIEWED,
        answer="review",
    ),
)


def lapsed(partnership: Partnership) -> Mark | None:
    """Whether its term or its review is over while it still stands as running."""
    if partnership.state not in RUNNING:
        return None
    return over(partnership.ends_on, label=_("termijn verlopen")) or over(
        _review(partnership), label=_("herziening verlopen")
    )
