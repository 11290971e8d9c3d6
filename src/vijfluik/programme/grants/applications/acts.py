"""How each step of an application is asked for and told."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.programme.grants.models import Application
from vijfluik.programme.grants.withdrawing import WITHDRAWING_MONEY


def _asked(application: Application) -> Mapping[str, object]:
    return {"proposed_cents": application.asked_cents}


def _today(_application: Application) -> Mapping[str, object]:
    return {"decided_on": today()}


ACTS = (
    # Its page is the room's own: it asks a finding and a reason for each criterion.
    Act(name="assess", word="beoordelen", done=_("Beoordeeld"), icon="decision"),
    Act(
        name="propose_award",
        word="toekenning-voorstellen",
        done=_("Toekenning voorgesteld"),
        asks=("proposed_cents",),
        initial=_asked,
        icon="decision",
        tone="positive",
        undone_by="return",
    ),
    Act(
        name="award",
        word="toewijzen",
        done=_("Toegewezen"),
        asks=("decided_on",),
        day="decided_on",
        initial=_today,
        icon="positive",
        tone="positive",
    ),
    Act(
        name="propose_rejection",
        word="afwijzing-voorstellen",
        done=_("Afwijzing voorgesteld"),
        icon="decision",
        tone="warning",
        undone_by="return",
    ),
    Act(
        name="reject",
        word="afwijzen",
        done=_("Afgewezen"),
        asks=("decided_on",),
        initial=_today,
        icon="refusal",
    ),
    Act(name="return", word="voorstel-niet-volgen", done=_("Voorstel niet gevolgd"), icon="change"),
    WITHDRAWING_MONEY,
)
