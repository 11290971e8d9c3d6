"""Invented values for every component."""

from datetime import UTC, datetime
from typing import Any

from django.core.paginator import Paginator
from django.utils.safestring import SafeString, mark_safe

from vijfluik.ui.components.actions import Tab
from vijfluik.ui.components.figures import Chart, KeyFigure
from vijfluik.ui.components.history import Change, EventKind, TimelineEvent
from vijfluik.ui.components.imports import CellError
from vijfluik.ui.components.notices import Tone, shown_badge
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.panels import Panel
from vijfluik.ui.shell import Account, Ground, Link, NavigationItem
from vijfluik.ui.styleguide.overview import five_panels
from vijfluik.ui.styleguide.specimen_form import specimen_forms

NAVIGATION = [
    NavigationItem(label="Overzicht", url="#", key="overview", shortcut="o"),
    NavigationItem(label="Mijn werk", url="#", key="work", shortcut="w"),
    NavigationItem(label="Programma", url="#", key="programme", shortcut="p"),
    NavigationItem(label="Trainingen", url="#", key="trainings"),
    NavigationItem(label="Cijfers", url="#", key="figures", shortcut="c"),
    NavigationItem(label="Rapportages", url="#", key="reports", shortcut="r"),
    NavigationItem(label="Toezicht", url="#", key="oversight", shortcut="t"),
]


def samples(page_number: str) -> dict[str, Any]:
    """The whole context of the style guide. page_number: the page of the sample list."""
    return {
        "page_title": "Stijlgids",
        "intro": "Alle onderdelen van de interface, in al hun standen. De waarden zijn verzonnen.",
        "navigation": NAVIGATION,
        "navigation_current": "overview",
        "account": Account(
            name="N. de Vries", role="Beleidsmedewerker", organisation="NCTV", sign_out_url="#"
        ),
        "breadcrumbs": [Link(label="Overzicht", url="#"), Link(label="Stijlgids")],
        "ground": Ground(
            basis="Deze gids bevat geen gegevens van het platform en is voor iedereen te lezen.",
            ask=Link(label="De beheerder van het platform", url="#"),
            can_do=[Link(label="Onderdelen bekijken"), Link(label="Weergave kiezen", url="#")],
        ),
        "panels": list(Panel),
        "tones": list(Tone),
        "summaries": five_panels(),
        "table": specimen_table(),
        "page": Paginator(range(1203), 50).get_page(page_number),
        "filters": [Link(label="Jaar: 2018", url="#"), Link(label="Gemeente: Zwolle", url="#")],
        "tabs": [
            Tab(label="Lijst", url="#", current=True, count="1.203"),
            Tab(label="Aangevraagd", url="#", count="17"),
            Tab(label="Invoeren", url="#"),
        ],
        "events": specimen_events(),
        "figures": specimen_figures(),
        "chart": specimen_chart(),
        "cell_errors": [
            CellError(
                line=7, column="deelnemers", value="twaalf", wrong="Dit is geen getal.", right="12"
            ),
            CellError(
                line=19,
                column="datum",
                value="31-02-2018",
                wrong="Deze dag bestaat niet.",
                right="Een dag als 28-02-2018",
            ),
            CellError(
                line=23,
                column="aanbieder",
                value="",
                wrong="De aanbieder ontbreekt.",
                right="ROR, JEP of SSV",
            ),
        ],
        "definitions": [
            ("Aanbieder", "Rijksopleidingsinstituut tegengaan Radicalisering (ROR)"),
            ("Datum", "14 november 2018"),
            ("Stand", shown_badge("Gegeven", "positive")),
            ("Deelnemers", "16"),
            ("Toelichting", ""),
        ],
        "now": datetime(2019, 4, 15, 12, 5, tzinfo=UTC),
        **specimen_forms(),
    }


def specimen_table() -> Table:
    """Eight trainings, sorted by date, with a sum."""
    trainings = [
        ("Signalen herkennen", "3 dec 2018", "Zwolle", "Gegeven", "positive", "18"),
        ("Polarisatie in de klas", "28 nov 2018", "Rotterdam", "Gegeven", "positive", "22"),
        ("Signalen herkennen, verdieping", "14 nov 2018", "Tilburg", "Gepland", "info", "–"),
        ("Netwerkdag jeugddomein", "9 nov 2018", "Utrecht", "Vervallen", "negative", "–"),
        ("Gesprekken met ouders", "1 nov 2018", "Leeuwarden", "Aangevraagd", "warning", "–"),
        ("Rechts- en links-extremisme", "24 okt 2018", "Den Haag", "Gegeven", "positive", "31"),
        ("Signalen herkennen", "17 okt 2018", "Maastricht", "Concept", "neutral", "–"),
    ]
    return Table(
        caption="Trainingen, nieuwste eerst",
        columns=[
            Column(label="Onderwerp", row_header=True, sort_url="#"),
            Column(label="Datum", keep=True, sort_url="#", sorted_as="descending"),
            Column(label="Gemeente", sort_url="#"),
            Column(label="Stand"),
            Column(label="Deelnemers", number=True, sort_url="#"),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=subject, url="#"),
                    Cell(text=held_on),
                    Cell(text=place),
                    Cell(text=shown_badge(state, tone)),
                    Cell(text=participants),
                ]
            )
            for subject, held_on, place, state, tone, participants in trainings
        ],
        total=[Cell(text="Samen"), Cell(text=""), Cell(text=""), Cell(text=""), Cell(text="71")],
    )


def specimen_events() -> list[TimelineEvent]:
    """A moment of each kind."""
    return [
        TimelineEvent(
            title="Gewijzigd",
            at=datetime(2019, 4, 12, 9, 31, tzinfo=UTC),
            actor="N. de Vries, NCTV",
            kind=EventKind.VERSION,
            reason="Presentielijst van de aanbieder kwam later.",
            changes=[
                Change(label="Deelnemers", before="12", after="16"),
                Change(label="Toelichting", before="", after="Nagekomen lijst"),
            ],
            link=Link(label="Versie bekijken", url="#"),
        ),
        TimelineEvent(
            title="Goedgekeurd door een tweede persoon",
            at=datetime(2019, 3, 1, 15, 2, tzinfo=UTC),
            actor="S. Bakker, ROR",
            kind=EventKind.DECISION,
        ),
        TimelineEvent(
            title="Inzage geweigerd",
            at=datetime(2019, 2, 20, 8, 0, tzinfo=UTC),
            actor="Onbekende rol",
            kind=EventKind.REFUSAL,
        ),
        TimelineEvent(
            title="Ingevoerd uit trainingen-2018.xlsx, regel 7",
            at=datetime(2018, 12, 4, 10, 15, tzinfo=UTC),
            actor="Invoer ROR",
        ),
    ]


def specimen_figures() -> list[KeyFigure]:
    """Figures with and without comparison, and one without data."""
    return [
        KeyFigure(
            label="Trainingen ROR",
            value="406",
            unit="trainingen",
            period="2018",
            as_of="1 maart 2019",
            source="register Trainingen",
            state="definitief",
            url="#",
            change="54 minder dan in 2017 (−12%)",
            direction="down",
            explain_url="#",
            panel=Panel.VOORKOMEN,
            series=[388, 412, 460, 406],
            series_text="Verloop: 2015 388, 2016 412, 2017 460, 2018 406",
        ),
        KeyFigure(
            label="Deelnemers ROR",
            value="ruim 4.800",
            unit="deelnames",
            period="2018",
            as_of="1 maart 2019",
            source="register Trainingen",
            state="voorlopig",
            url="#",
            explain_url="#",
            panel=Panel.VOORKOMEN,
        ),
        KeyFigure(
            label="Oefeningen met een verslag",
            value="24",
            unit="oefeningen",
            period="2018",
            as_of="1 maart 2019",
            source="opgave van de veiligheidsregio’s",
            change="evenveel als in 2017",
            direction="same",
            explain_url="#",
            panel=Panel.VOORBEREIDEN,
        ),
        KeyFigure(
            label="Adviesgesprekken met scholen",
            value="geen gegevens",
            unit="gesprekken",
            period="2018",
            as_of="1 maart 2019",
            source="register Adviezen",
            explain_url="#",
        ),
    ]


def specimen_chart() -> Chart:
    """Two years as bars, drawn with attributes only."""
    years = [("2016", 412), ("2017", 460), ("2018", 406)]
    return Chart(
        title="Trainingen ROR per jaar",
        sentence="Het aantal trainingen steeg in 2017 naar 460 en daalde in 2018 naar 406.",
        svg=bars(years),
        table=Table(
            caption="Trainingen ROR per jaar",
            hide_caption=True,
            columns=[Column(label="Jaar", row_header=True), Column(label="Aantal", number=True)],
            rows=[Row(cells=[Cell(text=year), Cell(text=str(count))]) for year, count in years],
        ),
        source="Register Trainingen, peildatum 1 maart 2019",
        download_url="#",
    )


def bars(values: list[tuple[str, int]]) -> SafeString:
    """Horizontal bars with their values, as SVG without any style attribute."""
    rows = "".join(
        f'<text x="0" y="{index * 34 + 21}" font-size="14">{label}</text>'
        f'<rect class="vijfluik-chart__bar" x="48" y="{index * 34 + 4}" height="24"'
        f' width="{value}"/>'
        f'<text x="{56 + value}" y="{index * 34 + 21}" font-size="14">{value}</text>'
        for index, (label, value) in enumerate(values)
    )
    height = len(values) * 34
    return mark_safe(f'<svg viewBox="0 0 560 {height}" width="560">{rows}</svg>')  # noqa: S308 numbers and years of this file only
