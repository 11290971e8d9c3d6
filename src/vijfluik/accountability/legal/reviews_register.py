"""The calendar of reviews of the law, declared as a register."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.legal.models import Review, ReviewStep
from vijfluik.accountability.legal.vocabulary import ReviewState as State
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act, Field, Filter, Register, Term, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from

_DONE = (State.REVIEWED.value,)


def _review_by(review: Review) -> dt.date:
    day: dt.date = review.review_on
    return day


def _reviewing(_review: Review) -> Mapping[str, object]:
    return {"reviewed_on": today()}


REVIEWS = Register(
    thing="law_reviews",
    words=Words(
        path="wetsherzieningen",
        title=_("Herzieningen van het recht"),
        new=_("Nieuwe herziening"),
        intro=_(
            "Dit register is de kalender waarop staat wie welke bepaling wanneer naloopt, met "
            "welke vraag, en wat daaruit kwam. Wat vervalt, staat bij Recht."
        ),
        begin=_("Kies de bepaling, de vraag, en de dag waarop het nagelopen is."),
        begun=_("Op die dag staat het in Mijn werk."),
        opened=_("Ingepland"),
        opening=_("Inplannen"),
        tones={
            State.PLANNED: "info",
            State.REVIEWED: "positive",
            State.WITHDRAWN: "negative",
        },
    ),
    model=Review,
    steps=ReviewStep,
    lifecycle=Lifecycle(
        initial=State.PLANNED,
        opening="plan",
        opened_on="planned_on",
        edges=(
            Edge(
                name="review",
                label=_("Uitkomst vastleggen"),
                sources=(State.PLANNED,),
                target=State.REVIEWED,
                why=_("De bepaling is nagelopen; hier staat of zij voldoet."),
            ),
            Edge(
                name="plan_again",
                label=_("Opnieuw inplannen"),
                sources=(State.REVIEWED,),
                target=State.PLANNED,
                why=_("Er wordt opnieuw naar gekeken; de vorige uitkomst staat in het verloop."),
                reason_asked=True,
                clears=("reviewed_on", "outcome", "findings"),
            ),
            withdraw_from(State.values),
        ),
    ),
    scope="organisation",
    fields=(
        Field(name="title", example="Voldoet de termijn nog?", names=True, listed=True),
        Field(name="reference", example="WH-001"),
        Field(name="provision", hint=_("naam uit Recht, zoals wpg-20"), example="wpg-20",
              listed=True),
        Field(
            name="organisation",
            hint=_("code of naam van de organisatie die het naloopt"),
            example="jenv",
            listed=True,
            short=lambda review: review.organisation_id.upper(),
        ),
        Field(name="item", example="X-10"),
        Field(name="planned_on", past=True, hint=_("dd-mm-jjjj, niet in de toekomst"),
              example="12-01-2026"),
        Field(name="review_on", example="01-09-2026", listed=True),
        Field(name="state", synonyms=("status",), example="gepland", listed=True),
        Field(name="reviewed_on", past=True, needed=_DONE, only=_DONE, entered=False),
        Field(name="outcome", needed=_DONE, only=_DONE, entered=False, listed=True),
        Field(name="findings", needed=_DONE, only=_DONE, entered=False),
    ),
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="jaar", path="review_on", name="year", label=_("jaar"), first=True),
        Filter(word="bepaling", path="provision", first=True),
        Filter(word="uitkomst", path="outcome"),
        Filter(word="onderdeel", path="item"),
        Filter(word="eigenaar", path="organisation"),
    ),
    acts=(
        Act(
            name="review",
            word="nalopen",
            done=_("Nagelopen"),
            asks=("reviewed_on", "outcome", "findings"),
            day="reviewed_on",
            initial=_reviewing,
            icon="decision",
            tone="positive",
            undone_by="plan_again",
        ),
        Act(
            name="plan_again",
            word="opnieuw-inplannen",
            done=_("Opnieuw ingepland"),
            asks=("review_on",),
            icon="planned",
        ),
        WITHDRAWING,
    ),
    terms=(
        Term(
            kind="review",
            label=_("bepaling nalopen"),
            state=State.PLANNED,
            ends=_review_by,
            provision=_("Werkafspraak recht: een bepaling wordt nagelopen op de afgesproken dag."),
            answer="review",
        ),
    ),
    items=("X-10",),
)  # fmt: skip
