"""An official value as people read it."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from vijfluik.accountability.figures import wording
from vijfluik.accountability.figures.hedges import Hedge, first_word
from vijfluik.accountability.figures.official.content import official_definitions
from vijfluik.accountability.figures.official.model import OfficialState, OfficialValue
from vijfluik.accountability.figures.official.queries import Listed, history, names_of, said
from vijfluik.accountability.figures.pages_words import language_of_page
from vijfluik.core.versions.rows import VersionRow
from vijfluik.ui import formatting
from vijfluik.ui.components.history import EventKind, TimelineEvent
from vijfluik.ui.components.notices import shown_badge
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language

TONES = {OfficialState.PROPOSED: "warning", OfficialState.CONFIRMED: "positive"}


def name_of(row: OfficialValue) -> str:
    """The figure that a value belongs to."""
    definition = official_definitions().get(row.figure)
    return row.figure if definition is None else definition.name.in_language(language_of_page())


def value_text(row: OfficialValue) -> str:
    """The value in words, hedge and unit included."""
    stated = said(row)
    language = language_of_page()
    definition = official_definitions().get(row.figure)
    if stated is None:
        return wording.NO_VALUE[language]
    if definition is None:
        hedge = "" if stated.hedge is Hedge.EXACT else first_word(stated.hedge, language=language)
        return f"{hedge} {row.number}".strip()
    return wording.stated_text(stated, definition=definition, language=language)


def table(found: Sequence[Listed]) -> Table:
    """The values as a table; the first column leads to the page of a value."""
    return Table(
        caption=_("Opgegeven waarden"),
        columns=[
            Column(label=_("Cijfer"), row_header=True),
            Column(label=_("Waarde")),
            Column(label=_("Opgegeven door")),
            Column(label=_("Vindplaats")),
            Column(label=_("Bevestigd door")),
            Column(label=_("Stand")),
        ],
        rows=[
            Row(
                key=str(each.row.key),
                cells=[
                    Cell(
                        text=name_of(each.row),
                        url=reverse("official_values:detail", args=[each.row.key]),
                    ),
                    Cell(text=value_text(each.row)),
                    Cell(text=each.row.supplied_by),
                    Cell(text=each.row.place),
                    Cell(text=_confirmed_by(each.row)),
                    Cell(text=_badge(each.row)),
                ],
            )
            for each in found
        ],
    )


def terms(row: OfficialValue) -> list[tuple[str, str]]:
    """Where a value comes from and who answers for it."""
    language = page_language()
    until = formatting.NO_VALUE
    if row.valid_until is not None:
        until = formatting.day(row.valid_until, language=language)
    return [
        (_("Opgegeven door"), row.supplied_by),
        (_("Brondocument"), row.document),
        (_("Vindplaats"), row.place),
        (_("Geldt vanaf"), formatting.day(row.valid_from, language=language)),
        (_("Geldt tot"), until),
        (_("Vastgelegd op"), formatting.day(row.entered_on, language=language)),
        (_("Vastgelegd door"), row.proposed_by.name),
        (_("Bevestigd door"), _confirmed_by(row)),
    ]


def events(row: OfficialValue) -> list[TimelineEvent]:
    """What happened to a value, the newest first."""
    rows = history(row.key)
    names = names_of(rows)
    return [
        TimelineEvent(
            title=str(OfficialState(each.state).label).capitalize(),
            at=each.tx_from,
            actor=names.get(each.actor, "") if each.actor else "",
            kind=_kind(each),
            reason=each.reason or "",
        )
        for each in rows
    ]


def _kind(row: VersionRow) -> EventKind:
    if row.state == OfficialState.CONFIRMED:
        return EventKind.DECISION
    refused = row.state in {OfficialState.REJECTED, OfficialState.WITHDRAWN}
    return EventKind.REFUSAL if refused else EventKind.VERSION


def _confirmed_by(row: OfficialValue) -> str:
    return formatting.NO_VALUE if row.approved_by is None else row.approved_by.name


def _badge(row: OfficialValue) -> str:
    state = OfficialState(row.state)
    return shown_badge(str(state.label), TONES.get(state, "neutral"))
