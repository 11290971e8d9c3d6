"""The register of trainings, declared."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Act, Column, Mark, Register
from vijfluik.core.registers.registry import declare
from vijfluik.programme.trainings.access import THING
from vijfluik.programme.trainings.by_item import SERVED, ItemFilterForm
from vijfluik.programme.trainings.exporting import FIELDS
from vijfluik.programme.trainings.filtering import SORTS
from vijfluik.programme.trainings.forms import (
    HoldForm,
    PlanForm,
    ReasonForm,
    ReplanForm,
)
from vijfluik.programme.trainings.lifecycle import LIFECYCLE
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.vocabulary import ActivityKind, Audience, State

TONES = {
    State.REQUESTED: "warning",
    State.PLANNED: "info",
    State.HELD: "positive",
    State.CANCELLED: "neutral",
    State.WITHDRAWN: "negative",
}
# Edge → its word in addresses. Said once, here.
WORDS_OF_ACTS = {
    "plan": "plannen",
    "replan": "verzetten",
    "hold": "vastleggen",
    "cancel": "annuleren",
    "reopen": "heropenen",
    "withdraw": "intrekken",
}
_FORMS: Mapping[str, type[forms.BaseForm]] = {
    "plan": PlanForm,
    "replan": ReplanForm,
    "hold": HoldForm,
}


def standing(training: Training) -> Mark:
    """Its state in a word with its weight."""
    state = State(training.state)
    return Mark(label=state.label, tone=TONES[state])


def _audience(training: Training) -> str:
    return ", ".join(str(Audience(each).label) for each in training.audience)


def _sorts(up: str, down: str) -> tuple[str, str]:
    """The words that the list knows; a way in which it cannot sort is not offered."""
    return (up if up in SORTS else "", down if down in SORTS else "")


def _own(name: str, label: Any, **more: Any) -> Column:
    """A column whose value stands on the record as it is."""
    return Column(key=name, label=label, value=lambda training: getattr(training, name), **more)


COLUMNS = (
    _own("title", _("titel"), sort=_sorts("titel", "-titel"), names=True),
    _own("reference", _("kenmerk"), sort=_sorts("kenmerk", "-kenmerk")),
    Column(
        key="provider",
        label=_("aanbieder"),
        value=lambda training: training.provider.name,
        short=lambda training: training.provider_id.upper(),
        sort=_sorts("aanbieder", "-aanbieder"),
    ),
    Column(key="kind", label=_("soort"), value=lambda training: ActivityKind(training.kind).label),
    Column(
        key="course",
        label=_("aanbod"),
        value=lambda training: training.course.name if training.course else None,
        listed=False,
    ),
    _own("requester", _("aanvrager"), listed=False),
    Column(
        key="place",
        label=_("gemeente"),
        value=lambda training: training.place.name if training.place else None,
    ),
    Column(key="audience", label=_("doelgroepen"), value=_audience, listed=False),
    _own("requested_on", _("aangevraagd op"), listed=False),
    _own(
        "wanted_on",
        _("gewenste datum"),
        heading=_("gewenst"),
        sort=_sorts("gewenst-op", "gewenst"),
    ),
    _own("planned_on", _("gepland op"), listed=False),
    _own("held_on", _("gegeven op"), heading=_("gegeven"), sort=_sorts("-gegeven", "gegeven")),
    Column(key="state", label=_("stand"), value=standing, sort=_sorts("stand", "-stand")),
    _own("participants", _("deelnemers"), sort=_sorts("-deelnemers", "deelnemers"), number=True),
    _own("participants_primary", _("waarvan PO"), listed=False),
    _own("participants_secondary", _("waarvan VO"), listed=False),
    _own("participants_vocational", _("waarvan MBO"), listed=False),
    _own("rating", _("waardering"), listed=False),
    _own("rating_responses", _("aantal evaluaties"), listed=False),
)
REGISTER = Register(
    thing=THING,
    path="trainingen",
    title=_("Trainingen"),
    model=Training,
    lifecycle=LIFECYCLE,
    scope="provider",
    columns=COLUMNS,
    filters=ItemFilterForm,
    acts={
        edge.name: Act(
            name=edge.name,
            word=WORDS_OF_ACTS[edge.name],
            label=edge.label,
            form=_FORMS.get(edge.name, ReasonForm),
            explanation=edge.why,
            danger=edge.name == "withdraw",
        )
        for edge in LIFECYCLE.edges
    },
    exports=FIELDS,
    items=SERVED,
    help="trainings/help.html",
)


def act_of_word(word: str) -> Act | None:
    """The act of a word in an address; None for a word that is none."""
    return next((act for act in REGISTER.acts.values() if act.word == word), None)


def declare_register() -> None:
    """Make the register known to those who look back at it."""
    declare(REGISTER)
