"""A document with every kind of block, and a small one to vary."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from vijfluik.core.documents.structure import (
    Accent,
    Block,
    BulletList,
    Cell,
    CellKind,
    Chart,
    Column,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Language,
    Link,
    Note,
    Notice,
    NumberedList,
    Paragraph,
    Receipt,
    ReceiptAnnex,
    Row,
    Section,
    Strong,
    Table,
    Text,
)

SVG = (
    b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 560 240' width='560' height='240'>"
    b"<defs><clipPath id='clip0'><rect width='9' height='9'/></clipPath></defs>"
    b"<g class='mark' aria-label='inner' clip-path='url(#clip0)'>"
    b"<rect width='80' height='160' fill='#14508c'/></g>"
    b"<text x='50' y='225' font-family='Liberation Sans'>2017 &amp; 2018</text></svg>"
)
AS_OF = datetime(2019, 4, 15, 23, 59, 59, tzinfo=timezone(timedelta(hours=2)))
FIGURE = Figure("ror-participants-2018", "ruim 4.800", "4823", "r1", "/cijfers/ror/")
PURPLE, GREEN = Accent("verwerven", "#5b4b9a"), Accent("voorkomen", "#1f7a5c")

TABLE = Table(
    caption="Trainingen naar aanbieder",
    columns=(
        Column("Aanbieder"),
        Column("2018", CellKind.NUMBER),
        Column("2019", CellKind.NUMBER, note="*"),
    ),
    rows=(
        Row("ROR", (Cell((Text("406"),)), Cell((Text("389"),), note="*"))),
        Row("SSV", (Cell((FIGURE,)), Cell((Text("\N{EN DASH}"),)))),
    ),
    notes=(Note("*", "Aangevraagd, niet gegeven."),),
    source="registratie trainingen",
)
CHART = Chart(
    caption="Trainingen per jaar",
    sentence=(Text("Het aantal trainingen daalde naar "), FIGURE, Text(".")),
    alternative="Staafdiagram: 460 in 2017 en 406 in 2018.",
    svg=SVG,
    table=TABLE,
)
ANNEX = ReceiptAnnex(
    title="Herkomst van de cijfers",
    introduction=(Text("Elk cijfer is berekend."),),
    receipts=(
        Receipt(
            key="r1",
            figure="ror-participants-2018",
            label="Deelnemers in 2018",
            value="4823",
            details=(("Definitie", "deelnemers, versie 2"), ("Kenmerk", "3f9a7c6e")),
            url="/cijfers/ror/",
        ),
    ),
)
BODY: tuple[Block, ...] = (
    Paragraph((Text("Inleiding met "), Emphasis((Text("nadruk"),)), Text("."))),
    Section(
        "voorkomen",
        "Voorkomen",
        (
            Paragraph((Text("In 2018 namen "), Strong((FIGURE,)), Text(" mensen deel."))),
            Section(
                "trainingen",
                "Trainingen",
                (
                    BulletList(((Text("gemeenten"),), (Text("politie"),))),
                    NumberedList(((Text("vragen"),), (Text("plannen"),))),
                    TABLE,
                    Paragraph((Link("toelichting", "https://voorbeeld.nl/a?b=c&d=%20"),)),
                ),
            ),
            CHART,
            DefinitionList((Definition("Peildatum", (Text("de dag waarop iets gold"),)),)),
            Notice("Let op", (Text("Voorlopige cijfers."),)),
        ),
        GREEN,
    ),
    ANNEX,
)

Make = Callable[..., Document]


@pytest.fixture
def make() -> Make:
    """Makes a document; every argument replaces a part of the full one."""

    def made(
        *blocks: Block,
        title: str = "Rapportage",
        subject: str = "Inzet tot april 2019",
        language: Language = Language.DUTCH,
        demonstration: bool = True,
        palette: tuple[Accent, ...] = (PURPLE, GREEN),
        as_of: datetime = AS_OF,
    ) -> Document:
        return Document(
            title=title,
            language=language,
            as_of=as_of,
            subject=subject,
            blocks=blocks or BODY,
            publisher="Coördinator",
            demonstration=demonstration,
            details=(("Verslagperiode", "eind 2017 tot april 2019"),),
            palette=palette,
        )

    return made


@pytest.fixture
def full(make: Make) -> Document:
    """A document with every kind of block."""
    return make()


@pytest.fixture
def table() -> Table:
    """A valid table of two rows and three columns."""
    return TABLE


@pytest.fixture
def chart() -> Chart:
    """A valid chart."""
    return CHART


@pytest.fixture
def annex() -> ReceiptAnnex:
    """The annex with one receipt."""
    return ANNEX
