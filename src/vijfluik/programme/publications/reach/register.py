"""The register of reach, declared."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act, Field, Filter, Register, Term, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING
from vijfluik.programme.publications.models import Reach, ReachStep
from vijfluik.programme.publications.reach.lifecycle import LIFECYCLE
from vijfluik.programme.publications.reach.rules import rules
from vijfluik.programme.publications.reach.vocabulary import State
from vijfluik.programme.publications.register import SERVED

MEASURE_DAYS = 60
_MEASURED = (State.MEASURED.value,)

FIELDS = (
    Field(
        name="subject",
        synonyms=("onderwerp",),
        example="Bezoeken aan het platform",
        names=True,
        listed=True,
    ),
    Field(name="reference", synonyms=("nummer",), example="VB-B-001"),
    Field(
        name="publication",
        synonyms=("van publicatie",),
        hint=_("kenmerk van de publicatie"),
        example="VB-P-001",
        listed=True,
    ),
    Field(
        name="organisation",
        synonyms=("organisatie",),
        hint=_("code of naam van de organisatie van wie de publicatie is"),
        example="nctv",
    ),
    Field(name="unit", synonyms=("telt",), example="bezoeken", listed=True),
    Field(name="period_from", synonyms=("van",), example="01-01-2026", listed=True),
    Field(name="period_until", synonyms=("tot en met",), example="31-01-2026", listed=True),
    Field(name="potential", synonyms=("mogelijk",), listed=True, heading=_("mogelijk")),
    Field(
        name="realised",
        synonyms=("gerealiseerd", "bereikt"),
        needed=_MEASURED,
        only=_MEASURED,
        entered=False,
        listed=True,
        heading=_("gemeten"),
    ),
    Field(name="method", needed=_MEASURED, entered=False),
    Field(name="explanation"),
    Field(name="measured_on", past=True, needed=_MEASURED, only=_MEASURED, entered=False),
    Field(name="code"),
    Field(name="state", synonyms=("status",), example="geraamd", listed=True),
)


def _measured(reach: Reach) -> Mapping[str, object]:
    return {"measured_on": today(), "potential": reach.potential}


def _measure_by(reach: Reach) -> dt.date:
    return reach.period_until + dt.timedelta(days=MEASURE_DAYS)


ACTS = (
    Act(
        name="measure",
        word="meten",
        done=_("Gemeten"),
        asks=("realised", "measured_on", "method"),
        day="measured_on",
        initial=_measured,
        icon="positive",
        tone="positive",
        undone_by="remeasure",
    ),
    Act(name="remeasure", word="terugnemen", done=_("Meting teruggenomen"), icon="change"),
    WITHDRAWING,
)
REACH = Register(
    thing="reach",
    words=Words(
        path="bereik",
        title=_("Bereik"),
        new=_("Nieuw bereik"),
        intro=_(
            "Hier staat van elke publicatie hoeveel mensen of organisaties ermee bereikt kunnen "
            "worden, en los daarvan hoeveel er zijn geteld. Niemand wordt gevolgd om te tellen."
        ),
        begin=_("Leg vast wat er geteld wordt en in welke periode. De meting komt daarna."),
        begun=_("Volgende stap: de meting vastleggen, zodra de periode om is."),
        caveat=_(
            "Mogelijk bereik is geen gemeten bereik, en bereik zegt niets over effect: effecten "
            "zijn diffuus en meestal indirect."
        ),
        opened=_("Geraamd"),
        opening=_("Ramen"),
        tones={
            State.ESTIMATED: "info",
            State.MEASURED: "positive",
            State.WITHDRAWN: "negative",
        },
        open={State.ESTIMATED: _("tellingen zonder meting")},
    ),
    model=Reach,
    steps=ReachStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="eenheid", path="unit", first=True),
        Filter(word="stand", path="state", first=True),
        Filter(word="jaar", path="period_from", name="year", label=_("jaar"), first=True),
        Filter(word="manier", path="method"),
        Filter(word="publicatie", path="publication"),
    ),
    acts=ACTS,
    terms=(
        Term(
            kind="measure",
            label=_("bereik meten"),
            state=State.ESTIMATED,
            ends=_measure_by,
            provision=_(
                "Werkafspraak publicaties: binnen 60 dagen na de periode is het bereik gemeten."
            ),
            answer="measure",
        ),
    ),
    items=SERVED,
    rules=rules,
)
