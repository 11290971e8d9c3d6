"""How each step of an evaluation is asked for and told."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING
from vijfluik.programme.evaluations.models import Evaluation


def _today(name: str) -> Callable[[Evaluation], Mapping[str, object]]:
    return lambda _evaluation: {name: today()}


ACTS = (
    Act(
        name="start",
        word="beginnen",
        done=_("Begonnen"),
        asks=("started_on",),
        day="started_on",
        initial=_today("started_on"),
        icon="planned",
    ),
    Act(
        name="deliver",
        word="opleveren",
        done=_("Opgeleverd"),
        asks=("delivered_on", "conclusions"),
        day="delivered_on",
        initial=_today("delivered_on"),
        icon="positive",
        tone="positive",
        undone_by="resume",
    ),
    Act(name="resume", word="terug-naar-onderzoek", done=_("Onderzoek hervat"), icon="change"),
    Act(
        name="publish",
        word="openbaar-maken",
        done=_("Openbaar gemaakt"),
        asks=("published_on", "maturity", "conclusions"),
        day="published_on",
        initial=_today("published_on"),
        icon="positive",
        tone="positive",
    ),
    Act(
        name="follow_up",
        word="opvolging-afronden",
        done=_("Opvolging afgerond"),
        asks=("followed_up_on",),
        day="followed_up_on",
        initial=_today("followed_up_on"),
        icon="closed",
        tone="neutral",
        undone_by="reopen",
    ),
    Act(name="reopen", word="heropenen", done=_("Opvolging heropend"), icon="change"),
    replace(WITHDRAWING, consequences=(_("Ook geen enkel cijfer leest er nog iets uit."),)),
)
