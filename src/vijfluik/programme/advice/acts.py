"""How each step of a request is asked for and told."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING
from vijfluik.programme.advice.models import Advice

USUAL_DAYS = 14


def _usual(_advice: Advice) -> Mapping[str, object]:
    return {"answer_by": today() + dt.timedelta(days=USUAL_DAYS)}


def _today(name: str) -> Mapping[str, object]:
    return {name: today()}


ACTS = (
    Act(
        name="accept",
        word="aannemen",
        done=_("Aangenomen"),
        asks=("answer_by",),
        recorded_on="answer_by",
        initial=_usual,
        icon="planned",
    ),
    Act(
        name="start",
        word="beginnen",
        done=_("Begonnen"),
        asks=("started_on",),
        day="started_on",
        initial=lambda _advice: _today("started_on"),
        icon="planned",
    ),
    Act(
        name="close",
        word="afronden",
        done=_("Afgerond"),
        asks=("closed_on", "outcome", "answer"),
        day="closed_on",
        initial=lambda _advice: _today("closed_on"),
        icon="positive",
        tone="positive",
        undone_by="reopen",
    ),
    Act(name="reopen", word="heropenen", done=_("Heropend"), icon="change"),
    Act(
        name="propose_decline",
        word="afwijzing-voorstellen",
        done=_("Afwijzing voorgesteld"),
        icon="decision",
        tone="warning",
        undone_by="return",
    ),
    Act(name="decline", word="afwijzen", done=_("Afgewezen"), icon="refusal", tone="neutral"),
    Act(name="return", word="niet-afwijzen", done=_("Afwijzing niet gevolgd"), icon="change"),
    WITHDRAWING,
)
