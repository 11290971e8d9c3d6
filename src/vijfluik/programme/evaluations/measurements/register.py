"""The register of measurements, declared: before and after, without naming persons."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.choices import served_choices
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act, Field, Filter, Register, Term, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.evaluations.measurements.rules import rules
from vijfluik.programme.evaluations.measurements.vocabulary import MEASURED, State
from vijfluik.programme.evaluations.models import Measurement, MeasurementStep
from vijfluik.programme.evaluations.register import SERVED
from vijfluik.programme.evaluations.vocabulary import DIFFUSE

LIFECYCLE = Lifecycle(
    initial=State.PLANNED,
    opening="plan",
    edges=(
        Edge(
            name="measure",
            label=_("Meting vastleggen"),
            sources=(State.PLANNED,),
            target=State.MEASURED,
            why=_("Er is gemeten; alleen het getal van de groep blijft."),
        ),
        Edge(
            name="redo",
            label=_("Opnieuw meten"),
            sources=(State.MEASURED,),
            target=State.PLANNED,
            why=_("De meting deugde niet."),
            reason_asked=True,
            clears=("measured_on", "people", "value"),
        ),
        withdraw_from(State.values),
    ),
)
ACTS = (
    Act(
        name="measure",
        word="vastleggen",
        done=_("Gemeten"),
        asks=("measured_on", "people", "value", "remark"),
        day="measured_on",
        initial=lambda _measurement: {"measured_on": today()},
        icon="positive",
        tone="positive",
        undone_by="redo",
    ),
    Act(name="redo", word="opnieuw-meten", done=_("Wordt opnieuw gemeten"), icon="change"),
    WITHDRAWING,
)


def _due(measurement: Measurement) -> dt.date | None:
    return measurement.planned_on


TERMS = (
    Term(
        kind="measure",
        label=_("meting doen"),
        state=State.PLANNED,
        ends=_due,
        provision=_("Werkafspraak toolkit: wat vooraf is gemeten, wordt achteraf net zo gemeten."),
        answer="measure",
    ),
)
FIELDS = (
    Field(
        name="indicator",
        synonyms=("indicator",),
        example="Docenten die een moeilijk gesprek aandurven",
        names=True,
        listed=True,
    ),
    Field(name="reference", synonyms=("nummer",), example="VB-M-001"),
    Field(
        name="evaluation",
        synonyms=("onderzoek",),
        hint=_("kenmerk van de evaluatie"),
        example="VB-E-001",
    ),
    Field(
        name="organisation",
        synonyms=("organisatie",),
        hint=_("code of naam van de organisatie die het onderzoek begeleidt"),
        example="wodc",
    ),
    Field(name="phase", synonyms=("fase",), example="vooraf", listed=True),
    Field(name="cohort", example="wie meedoen", listed=True),
    Field(name="instrument", example="anonieme vragenlijst"),
    Field(name="unit", example="procent", listed=True),
    Field(name="baseline", hint=_("kenmerk van de meting vooraf")),
    Field(
        name="planned_on",
        synonyms=("gepland op",),
        hint=_("dd-mm-jjjj"),
        example="08-01-2026",
        listed=True,
    ),
    Field(name="measured_on", past=True, needed=MEASURED, only=MEASURED, entered=False),
    Field(
        name="people",
        synonyms=("respondenten",),
        needed=MEASURED,
        only=MEASURED,
        entered=False,
        listed=True,
    ),
    Field(
        name="value",
        synonyms=("waarde",),
        needed=MEASURED,
        only=MEASURED,
        entered=False,
        listed=True,
    ),
    Field(name="remark"),
    Field(name="state", synonyms=("status",), example="gepland", listed=True),
    Field(name="compartment", derived=True),
)
MEASUREMENTS = Register(
    thing="measurements",
    words=Words(
        path="metingen",
        title=_("Metingen vooraf en achteraf"),
        new=_("Nieuwe meting"),
        intro=_(
            "Hoe stond het ervoor, en hoe daarna? Een meting is één getal van één groep op één "
            "moment. Wie er in de groep zaten, staat nergens: het gaat altijd over ten minste tien "
            "mensen, en een naam heeft hier geen plek."
        ),
        begin=_("Plan eerst de meting vooraf. Die achteraf verwijst naar haar."),
        begun=_("Volgende stap: meten, en het getal van de groep vastleggen."),
        caveat=DIFFUSE,
        opened=_("Gepland"),
        opening=_("Plannen"),
        tones={
            State.PLANNED: "info",
            State.MEASURED: "positive",
            State.WITHDRAWN: "negative",
        },
        open={State.PLANNED: _("metingen nog te doen")},
    ),
    model=Measurement,
    steps=MeasurementStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="moment", path="phase", first=True),
        Filter(word="stand", path="state", first=True),
        Filter(
            word="onderdeel",
            path="evaluation__item",
            label=_("onderdeel"),
            first=True,
            choices=lambda: served_choices(SERVED),
        ),
        Filter(word="groep", path="cohort"),
        Filter(word="jaar", path="planned_on", name="year", label=_("jaar")),
    ),
    acts=ACTS,
    terms=TERMS,
    items=SERVED,
    rules=rules,
)
