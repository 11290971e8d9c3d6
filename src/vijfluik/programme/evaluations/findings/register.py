"""The register of findings, declared: searched as the library of evidence."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.choices import served_choices
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.declaration import Act, Field, Filter, Register, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.evaluations.findings.rules import rules
from vijfluik.programme.evaluations.findings.vocabulary import State
from vijfluik.programme.evaluations.models import Finding, FindingStep
from vijfluik.programme.evaluations.register import SERVED
from vijfluik.programme.evaluations.vocabulary import DIFFUSE

LIFECYCLE = Lifecycle(
    initial=State.RECORDED,
    opening="record",
    opened_on="found_on",
    edges=(
        Edge(
            name="publish",
            label=_("Openbaar maken"),
            sources=(State.RECORDED,),
            target=State.PUBLISHED,
            why=_("Het rapport is openbaar: anderen kunnen de bevinding aanhalen."),
        ),
        Edge(
            name="hold",
            label=_("Niet meer openbaar"),
            sources=(State.PUBLISHED,),
            target=State.RECORDED,
            why=_("Het rapport was nog niet openbaar."),
            reason_asked=True,
        ),
        withdraw_from(State.values),
    ),
)
ACTS = (
    Act(
        name="publish",
        word="openbaar-maken",
        done=_("Openbaar gemaakt"),
        icon="positive",
        tone="positive",
        undone_by="hold",
    ),
    Act(name="hold", word="niet-openbaar", done=_("Niet meer openbaar"), icon="change"),
    WITHDRAWING,
)
FIELDS = (
    Field(
        name="title",
        example="Begeleiders werken nauw samen met gemeenten",
        names=True,
        listed=True,
    ),
    Field(name="reference", synonyms=("nummer",), example="VB-F-001"),
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
    Field(name="study", synonyms=("bron",), example="Voorbeeldonderzoek 2025", listed=True),
    Field(name="about", synonyms=("soort",), example="de uitvoering", listed=True),
    Field(name="strength", synonyms=("bewijskracht",), example="aannemelijk", listed=True),
    Field(name="detail"),
    Field(name="number", synonyms=("waarde",), listed=True),
    Field(name="unit", listed=True),
    Field(name="definition", synonyms=("definitie",)),
    Field(name="part_of", hint=_("kenmerk van de bevinding waar het een deel van is")),
    Field(name="offer", hint=_("kenmerk van het aanbod waarvoor het iets zegt")),
    Field(name="period_from", synonyms=("van",)),
    Field(name="period_until", synonyms=("tot en met",)),
    Field(
        name="found_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
    ),
    Field(name="code"),
    Field(name="state", synonyms=("status",), example="vastgelegd", listed=True),
    Field(name="compartment", derived=True),
)
FINDINGS = Register(
    thing="findings",
    words=Words(
        path="bevindingen",
        title=_("Bevindingen"),
        new=_("Nieuwe bevinding"),
        intro=_(
            "De bibliotheek van bewijs: wat onderzoeken vonden, hoe sterk het bewijs is, en welk "
            "getal erbij hoort. Zoek op woorden, of kies waar het over gaat."
        ),
        begin=_("Leg één bevinding vast, zoals het onderzoek haar opschrijft."),
        begun=_("Volgende stap: openbaar maken, zodra het rapport dat is."),
        caveat=DIFFUSE,
        opened=_("Vastgelegd"),
        opening=_("Vastleggen"),
        tones={
            State.RECORDED: "neutral",
            State.PUBLISHED: "positive",
            State.WITHDRAWN: "negative",
        },
    ),
    model=Finding,
    steps=FindingStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="over", path="about", first=True),
        Filter(word="kracht", path="strength", first=True),
        Filter(
            word="onderdeel",
            path="evaluation__item",
            label=_("onderdeel"),
            first=True,
            choices=lambda: served_choices(SERVED),
        ),
        Filter(word="soort", path="evaluation__kind"),
        Filter(word="methode", path="evaluation__methods", label=_("methode")),
        Filter(word="stand", path="state"),
        Filter(word="jaar", path="found_on", name="year", label=_("jaar")),
    ),
    acts=ACTS,
    terms=(),
    items=SERVED,
    rules=rules,
)
