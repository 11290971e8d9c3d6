"""The register of processing activities, declared."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.processing.models import Activity, ActivityStep
from vijfluik.accountability.processing.rules import activity_rules
from vijfluik.accountability.processing.vocabulary import ActivityState as State
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act, Field, Filter, Register, Term, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from

REVIEW_DAYS = 365
_STANDS = (State.ADOPTED.value,)
_AFTER = (State.ADOPTED.value, State.ENDED.value)


def _review_by(activity: Activity) -> dt.date | None:
    return activity.review_on


def _adopting(_activity: Activity) -> Mapping[str, object]:
    return {"adopted_on": today(), "review_on": today() + dt.timedelta(days=REVIEW_DAYS)}


LIFECYCLE = Lifecycle(
    initial=State.DRAFT,
    opening="draft",
    opened_on="recorded_on",
    edges=(
        Edge(
            name="adopt",
            label=_("Vaststellen"),
            sources=(State.DRAFT,),
            target=State.ADOPTED,
            why=_("Een ander dan wie de verwerking opschreef, staat ervoor."),
            four_eyes=True,
        ),
        Edge(
            name="review",
            label=_("Nagelopen, blijft zo"),
            sources=(State.ADOPTED,),
            target=State.ADOPTED,
            why=_("De verwerking is nog zoals zij hier staat."),
            reason_asked=True,
        ),
        Edge(
            name="end",
            label=_("Beëindigen"),
            sources=(State.ADOPTED,),
            target=State.ENDED,
            why=_("De verwerking is gestopt; wat daarvoor open stond, gaat dicht."),
            reason_asked=True,
        ),
        withdraw_from(State.values),
    ),
)
ACTS = (
    Act(
        name="adopt",
        word="vaststellen",
        done=_("Vastgesteld"),
        asks=("adopted_on", "review_on"),
        day="adopted_on",
        initial=_adopting,
        icon="positive",
        tone="positive",
    ),
    Act(
        name="review",
        word="nalopen",
        done=_("Nagelopen"),
        asks=("review_on",),
        initial=lambda _activity: {"review_on": today() + dt.timedelta(days=REVIEW_DAYS)},
        icon="decision",
        tone="positive",
    ),
    Act(
        name="end",
        word="beeindigen",
        done=_("Beëindigd"),
        asks=("ended_on",),
        day="ended_on",
        initial=lambda _activity: {"ended_on": today()},
        icon="closed",
        tone="neutral",
    ),
    WITHDRAWING,
)
ACTIVITIES = Register(
    thing="processing_activities",
    words=Words(
        path="verwerkingen",
        title=_("Verwerkingen"),
        new=_("Nieuwe verwerking"),
        intro=_(
            "Dit is het register van verwerkingen: wat een organisatie op dit platform met "
            "persoonsgegevens doet, waarvoor, op welke grond, van wie, met wie en hoe lang. Zonder "
            "een vastgestelde verwerking en de twee toetsen erbij gaat een onderdeel met gegevens "
            "van burgers niet open."
        ),
        begin=_("Beschrijf de verwerking zoals zij werkelijk gaat."),
        begun=_("Volgende stap: een collega stelt de verwerking vast."),
        opened=_("Opgesteld"),
        opening=_("Opstellen"),
        tones={
            State.DRAFT: "warning",
            State.ADOPTED: "positive",
            State.ENDED: "neutral",
            State.WITHDRAWN: "negative",
        },
        caveat=_("Hier staat hoe met gegevens wordt omgegaan; nooit gegevens van een persoon."),
    ),
    model=Activity,
    steps=ActivityStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=(
        Field(name="title", example="Leden van netwerken", names=True, listed=True),
        Field(name="reference", example="VW-001"),
        Field(
            name="organisation",
            hint=_("code of naam van de organisatie die ervoor verantwoordelijk is"),
            example="wolverdam",
            listed=True,
            heading=_("organisatie"),
        ),
        Field(name="compartment", example="Netwerken van sleutelfiguren", listed=True),
        Field(name="regime", example="AVG", listed=True),
        Field(name="purpose", example="Contact houden met wie meedoet aan een netwerk."),
        Field(name="provision", example="avg-6", hint=_("naam uit Recht, zoals avg-6")),
        Field(name="basis", example="Toestemming van elk lid, met een informatieblad."),
        Field(name="subjects", example="Inwoners die meedoen aan een netwerk."),
        Field(name="data", example="Naam, één manier om te bereiken, taak en toestemming."),
        Field(name="special"),
        Field(name="recipients", example="Aangewezen medewerkers van de gemeente."),
        Field(name="joint"),
        Field(name="transfer", example="geen doorgifte buiten de EER"),
        Field(name="kept", example="Tot de toestemming vervalt of wordt ingetrokken."),
        Field(name="security", example="Maatregelen volgens BIO2, elke inzage in het journaal."),
        Field(name="officer", example="functionaris gegevensbescherming van de gemeente"),
        Field(name="recorded_on", past=True, hint=_("dd-mm-jjjj, niet in de toekomst"),
              example="12-01-2026"),
        Field(name="state", synonyms=("status",), example="in bewerking", listed=True),
        Field(name="adopted_on", past=True, needed=_AFTER, only=_AFTER, entered=False),
        Field(name="review_on", needed=_STANDS, only=_AFTER, entered=False, listed=True),
        Field(name="ended_on", past=True, needed=(State.ENDED.value,), only=(State.ENDED.value,),
              entered=False),
    ),
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="onderdeel", path="compartment", first=True),
        Filter(word="regime", path="regime"),
        Filter(word="eigenaar", path="organisation"),
    ),
    acts=ACTS,
    terms=(
        Term(
            kind="review",
            label=_("verwerking nalopen"),
            state=State.ADOPTED,
            ends=_review_by,
            provision=_("Eigen regel: een verwerking wordt elk jaar nagelopen (AVG 30)."),
            answer="review",
        ),
    ),
    items=("X-06",),
    rules=activity_rules,
)  # fmt: skip
