"""The comparison as tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.accountability.undertakings.house.comparing import Comparison
from vijfluik.accountability.undertakings.models import HouseEntry, Undertaking
from vijfluik.accountability.undertakings.promises.register import REGISTER
from vijfluik.ui import formatting
from vijfluik.ui.components.notices import shown_badge
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language

_TONES = {"open": "warning", "done": "positive"}


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the page: its heading, what it means, its table, and what to say when empty."""

    key: str
    title: str
    count: int
    about: str
    table: Table | None
    nothing: str


def sections_of(found: Comparison) -> Sequence[Section]:
    """The parts, what differs first."""
    return (
        _section(
            "kamer-open",
            title=_("Kamer zegt open, wij zeggen afgedaan"),
            about=_("De Kamer wacht nog: vraag wat er mist, of heropen."),
            rows=found.house_open,
            nothing=_("De Kamer houdt niets open dat wij hebben afgedaan."),
        ),
        _section(
            "kamer-afgedaan",
            title=_("Kamer zegt afgedaan, wij zeggen open"),
            about=_("De Kamer is tevreden: noem de brief en doe het af, of ga door."),
            rows=found.house_done,
            nothing=_("De Kamer heeft niets afgedaan dat wij open houden."),
        ),
        _entries(found.only_house),
        _section(
            "alleen-wij",
            title=_("Staat alleen bij ons"),
            about=_("Met een nummer dat in het laatste bestand van de Kamer niet voorkomt."),
            rows=found.only_ours,
            nothing=_("Elk nummer van ons komt ook bij de Kamer voor."),
        ),
        _section(
            "zonder-nummer",
            title=_("Zonder nummer bij de Kamer"),
            about=_(
                "De Kamer houdt alleen mondelinge toezeggingen bij; schriftelijke bewaken wij zelf."
            ),
            rows=found.unnumbered,
            nothing=_("Alles heeft een nummer bij de Kamer."),
        ),
    )


def _section(
    key: str, *, title: str, about: str, rows: Sequence[Undertaking], nothing: str
) -> Section:
    table = _table(rows, caption=title) if rows else None
    return Section(key=key, title=title, count=len(rows), about=about, table=table, nothing=nothing)


def _table(rows: Iterable[Undertaking], *, caption: str) -> Table:
    language = page_language()
    return Table(
        caption=caption,
        hide_caption=True,
        columns=(
            Column(label=_("Omschrijving"), row_header=True),
            Column(label=_("Nummer"), keep=True),
            Column(label=_("Uiterlijk"), keep=True),
            Column(label=_("Wij zeggen")),
            Column(label=_("Kamer zegt")),
        ),
        rows=[
            Row(
                cells=(
                    Cell(text=row.title, url=reverse("undertakings:detail", args=[row.key])),
                    Cell(text=row.house_number or formatting.NO_VALUE),
                    Cell(text=formatting.short_day(row.due_on, language=language)),
                    Cell(text=_ours(row)),
                    Cell(text=_theirs(row, language=language)),
                )
            )
            for row in rows
        ],
    )


def _ours(row: Undertaking) -> str:
    mark = REGISTER.standing(row)
    return shown_badge(capfirst(str(mark.label)), mark.tone)


def _theirs(row: Undertaking, *, language: str) -> str:
    if not row.house_says or row.house_said_on is None:
        return formatting.NO_VALUE
    badge = shown_badge(capfirst(row.get_house_says_display()), _TONES[row.house_says])
    return format_html("{} {}", badge, formatting.short_day(row.house_said_on, language=language))


def _entries(entries: Sequence[HouseEntry]) -> Section:
    language = page_language()
    title = _("Staat alleen bij de Kamer")
    table = Table(
        caption=title,
        hide_caption=True,
        columns=(
            Column(label=_("Tekst van de Kamer"), row_header=True),
            Column(label=_("Nummer"), keep=True),
            Column(label=_("Nakomen voor"), keep=True),
            Column(label=_("Ministerie")),
            Column(label=_("Kamer zegt")),
        ),
        rows=[
            Row(
                cells=(
                    Cell(text=entry.text),
                    Cell(text=entry.number),
                    Cell(
                        text=formatting.short_day(entry.due_on, language=language)
                        if entry.due_on
                        else formatting.NO_VALUE
                    ),
                    Cell(text=entry.ministry or formatting.NO_VALUE),
                    Cell(text=shown_badge(entry.word, _TONES[entry.says])),
                )
            )
            for entry in entries
        ],
    )
    return Section(
        key="alleen-kamer",
        title=title,
        count=len(entries),
        about=_("Leg vast wat van ons is; de tekst staat hier zoals de Kamer die schreef."),
        table=table if entries else None,
        nothing=_("Alles uit het laatste bestand van de Kamer staat ook bij ons."),
    )
