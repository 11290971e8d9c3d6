"""The register of editions, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act, Field, Filter, Register, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING
from vijfluik.programme.publications.editions.lifecycle import LIFECYCLE
from vijfluik.programme.publications.editions.rules import rules
from vijfluik.programme.publications.editions.vocabulary import OUT, State
from vijfluik.programme.publications.models import Edition, EditionStep
from vijfluik.programme.publications.register import SERVED

FIELDS = (
    Field(name="title", synonyms=("naam",), example="Eerste uitgave", names=True, listed=True),
    Field(name="reference", synonyms=("kenmerk uitgave",), example="VB-U-001"),
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
    Field(name="number", synonyms=("editie", "volgnummer"), example="1", listed=True),
    Field(name="frame", listed=True, heading=_("geldt als")),
    Field(name="level", synonyms=("niveau",), listed=True, heading=_("niveau")),
    Field(name="themes", synonyms=("dreigingsthema's",)),
    Field(name="changes", synonyms=("wijzigingen",)),
    Field(
        name="begun_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
    ),
    Field(
        name="published_on",
        synonyms=("publicatiedatum",),
        past=True,
        needed=OUT,
        only=OUT,
        entered=False,
        listed=True,
        heading=_("verschenen"),
    ),
    Field(name="valid_from"),
    Field(name="valid_until"),
    Field(name="state", synonyms=("status",), example="concept", listed=True),
)
ACTS = (
    Act(
        name="publish",
        word="verschijnen",
        done=_("Verschenen"),
        asks=("published_on",),
        day="published_on",
        initial=lambda _edition: {"published_on": today()},
        icon="positive",
        tone="positive",
        undone_by="reopen",
    ),
    Act(name="supersede", word="opvolgen", done=_("Opgevolgd"), icon="closed", tone="neutral"),
    Act(name="reopen", word="terug", done=_("Terug naar concept"), icon="change"),
    WITHDRAWING,
)
EDITIONS = Register(
    thing="editions",
    words=Words(
        path="uitgaven",
        title=_("Uitgaven"),
        new=_("Nieuwe uitgave"),
        intro=_(
            "Elke publicatie heeft uitgaven: wat zij vanaf welke dag zei. Aan de uitgaven van het "
            "dreigingsbeeld en van de strategie is te zien welke op een dag golden. Gegevens van "
            "personen staan er niet in, en een dreigingsniveau wordt overgenomen en nooit berekend."
        ),
        begin=_("Leg de uitgave vast bij haar publicatie."),
        begun=_("Volgende stap: laten verschijnen."),
        opened=_("Begonnen"),
        opening=_("Beginnen"),
        tones={
            State.DRAFT: "neutral",
            State.PUBLISHED: "positive",
            State.SUPERSEDED: "neutral",
            State.WITHDRAWN: "negative",
        },
        open={State.DRAFT: _("uitgaven in voorbereiding")},
    ),
    model=Edition,
    steps=EditionStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="geldt-als", path="frame", first=True),
        Filter(word="stand", path="state", first=True),
        Filter(word="jaar", path="published_on", name="year", label=_("jaar"), first=True),
        Filter(word="thema", path="themes", label=_("thema")),
        Filter(word="publicatie", path="publication"),
    ),
    acts=ACTS,
    terms=(),
    items=SERVED,
    rules=rules,
)
