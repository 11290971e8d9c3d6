"""The register of trainings, declared."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.register import items
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act, Filter, Register, Words
from vijfluik.core.registers.registry import declare
from vijfluik.core.registers.withdrawing import WITHDRAWING
from vijfluik.programme.trainings.access import THING
from vijfluik.programme.trainings.fields import FIELDS
from vijfluik.programme.trainings.lifecycle import LIFECYCLE
from vijfluik.programme.trainings.models import Training, TrainingStep
from vijfluik.programme.trainings.rules import SECTORS, rules
from vijfluik.programme.trainings.terms import register_terms
from vijfluik.programme.trainings.vocabulary import State

SERVED = (
    "VK-13", "VK-09", "VK-10", "VK-14", "VK-24", "VK-48", "VK-49", "VK-50", "VW-15", "VD-08",
)  # fmt: skip
WORDS = Words(
    path="trainingen",
    title=_("Trainingen"),
    new=_("Nieuwe training"),
    intro=_(
        "Dit register houdt bij welke trainingen, bijeenkomsten en conferenties er zijn "
        "aangevraagd, gepland en gegeven, en voor hoeveel mensen. Namen van deelnemers staan er "
        "nooit in."
    ),
    begin=_("Leg vast wat er is aangevraagd. De dag en het resultaat komen later."),
    begun=_("Volgende stap: een dag afspreken."),
    opened=_("Aangevraagd"),
    opening=_("Aanvragen"),
    tones={
        State.REQUESTED: "warning",
        State.PLANNED: "info",
        State.HELD: "positive",
        State.CANCELLED: "neutral",
        State.WITHDRAWN: "negative",
    },
    open={
        State.REQUESTED: _("aanvragen zonder afgesproken dag"),
        State.PLANNED: _("trainingen gepland"),
    },
    help="trainings/help.html",
)


def _item_choices() -> Iterable[tuple[str, str]]:
    language = get_language() or "nl"
    return [(key.lower(), items()[key].name(language)) for key in SERVED]


def _first_day(training: Training) -> Mapping[str, object]:
    return {"planned_on": max(training.wanted_on, today())}


def _likely_day(training: Training) -> Mapping[str, object]:
    """The day on which it was most likely given: that which was agreed, when it has come."""
    agreed: dt.date | None = training.planned_on
    return {"held_on": None if agreed is None or agreed > today() else agreed}


ACTS = (
    Act(
        name="plan",
        word="plannen",
        done=_("Gepland"),
        asks=("planned_on",),
        recorded_on="planned_on",
        initial=_first_day,
        icon="planned",
    ),
    Act(name="replan", word="verzetten", done=_("Verzet"), asks=("planned_on",), icon="planned"),
    Act(
        name="hold",
        word="vastleggen",
        done=_("Als gegeven vastgelegd"),
        asks=("held_on", "participants", *SECTORS, "rating", "rating_responses"),
        day="held_on",
        initial=_likely_day,
        icon="positive",
        tone="positive",
    ),
    Act(
        name="cancel",
        word="annuleren",
        done=_("Geannuleerd"),
        icon="closed",
        tone="neutral",
        undone_by="reopen",
    ),
    Act(name="reopen", word="heropenen", done=_("Annulering teruggedraaid"), icon="change"),
    replace(
        WITHDRAWING,
        consequences=(
            _("De training telt in geen enkel cijfer meer mee."),
            _("Ze blijft met haar verloop herleidbaar; niemand kan haar nog wijzigen."),
            _("Gaat een training niet door? Annuleer haar dan: als aanvraag blijft ze meetellen."),
        ),
    ),
)
FILTERS = (
    Filter(word="aanbieder", path="provider", first=True),
    Filter(word="soort", path="kind"),
    Filter(word="stand", path="state", first=True),
    Filter(word="jaar", path="wanted_on", name="year", label=_("jaar"), first=True),
    Filter(word="gemeente", path="place"),
    Filter(word="doelgroep", path="audience", label=_("doelgroep")),
    Filter(word="thema", path="course__theme"),
    Filter(
        word="onderdeel",
        path="course__item",
        label=_("onderdeel van het programma"),
        choices=_item_choices,
    ),
)
REGISTER = Register(
    thing=THING,
    words=WORDS,
    model=Training,
    steps=TrainingStep,
    lifecycle=LIFECYCLE,
    scope="provider",
    fields=FIELDS,
    filters=FILTERS,
    acts=ACTS,
    terms=register_terms(),
    items=SERVED,
    rules=rules,
)


def declare_register() -> None:
    """Make the register known to those who look back at it."""
    declare(REGISTER)


def content_version_day(training: Any) -> dt.date:
    """The day that decides which version of the content was taught."""
    day: dt.date = training.held_on or training.planned_on or training.wanted_on
    return day
