"""The states of a mandate, which its dates and hands give, and the edges between them."""

import datetime as dt
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.models import Mandate
from vijfluik.core.partners.queries import REVIEW_MONTHS, months_after


class State(StrEnum):
    """Where a mandate stands on a day; nothing is stored that a date can tell."""

    PROPOSED = "proposed"
    AHEAD = "ahead"
    IN_FORCE = "in_force"
    ENDED = "ended"
    LAPSED = "lapsed"


LABELS = {
    State.PROPOSED: _("wacht op goedkeuring"),
    State.AHEAD: _("goedgekeurd, gaat later in"),
    State.IN_FORCE: _("in werking"),
    State.ENDED: _("beëindigd"),
    State.LAPSED: _("verlopen"),
}

LIFECYCLE = Lifecycle(
    initial=State.PROPOSED,
    edges=(
        Edge(
            name="approve",
            label=_("Goedkeuren"),
            sources=(State.PROPOSED,),
            target=State.IN_FORCE,
            why=_("Een recht dat één persoon alleen kan geven, is niet begrensd."),
            four_eyes=True,
            action="approve",
        ),
        Edge(
            name="review",
            label=_("Beoordelen"),
            sources=(State.IN_FORCE,),
            target=State.IN_FORCE,
            why=_("Een recht dat niemand meer nodig heeft, blijft anders staan (BIO2 5.18.02)."),
            action="review",
        ),
        Edge(
            name="end",
            label=_("Beëindigen"),
            sources=(State.PROPOSED, State.AHEAD, State.IN_FORCE),
            target=State.ENDED,
            why=_("Wie een taak niet meer heeft, ziet vanaf het volgende verzoek niets meer."),
            reason_asked=True,
            action="end",
        ),
    ),
)


def unreviewed(mandate: Mandate, *, on: dt.date) -> bool:
    """Whether half a year went by in which nobody looked at it: it lapsed then (BIO2 5.18.02)."""
    return months_after(mandate.reviewed_on, months=REVIEW_MONTHS) < on


def state_of(mandate: Mandate, *, on: dt.date) -> State:
    """Where a mandate stands on a day."""
    if mandate.ended_at is not None:
        return State.ENDED
    if mandate.valid_until <= on:
        return State.LAPSED
    if mandate.approved_by_id is None:
        return State.PROPOSED
    if unreviewed(mandate, on=on):
        return State.LAPSED
    if mandate.valid_from > on:
        return State.AHEAD
    return State.IN_FORCE
