"""The versions of a definition as a page tells them: how long each holds, and what breaks there."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.pages_words import language_of_page
from vijfluik.accountability.figures.versions import Version, versions_of
from vijfluik.ui import formatting
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language

# Why versions came, in Dutch in their files, so that it is among the sentences to translate.
_REASONS = (gettext_noop("Het jaar is voorbij: wat is gegeven, is nu bekend."),)


@dataclass(frozen=True, kw_only=True)
class VersionNote:
    """What is printed where two versions stand beside one another."""

    key: str
    day: str
    reason: str
    note: str
    changed: str


def versions_table(definition: Definition) -> Table | None:
    """All versions of a figure; None while it has one, which its terms tell."""
    versions = versions_of(library().get(definition.id, ()))
    if len(versions) < 2:
        return None
    language = page_language()
    return Table(
        caption=_("Versies van de definitie"),
        columns=[
            Column(label=_("Versie"), row_header=True),
            Column(label=_("Geldig"), keep=True),
            Column(label=_("Telt")),
            Column(label=_("Waarom deze versie")),
            Column(label=_("Wat er breekt")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=_number(each, now=definition)),
                    Cell(text=_days(each, language=language)),
                    Cell(text=each.definition.status.in_language(language_of_page())),
                    Cell(text=_(each.definition.reason)),
                    Cell(text=_note(each)),
                ]
            )
            for each in versions
        ],
    )


def version_notes(before: Definition, after: Definition) -> list[VersionNote]:
    """What breaks between two versions of a figure, one note per version that came."""
    first, last = sorted((before.version, after.version))
    return [
        VersionNote(
            key=each.definition.key,
            day=formatting.day(each.definition.valid_from, language=page_language()),
            reason=_(each.definition.reason),
            note=_note(each),
            changed=", ".join(changed_name(name) for name in each.changed),
        )
        for each in versions_of(library().get(after.id, ()))
        if first < each.definition.version <= last
    ]


def changed_name(name: str) -> str:
    """What a changed part of a definition is called."""
    return {
        "name": _("naam"),
        "status": _("stand"),
        "period": _("periode"),
        "event": _("de dag waarover de periode gaat"),
        "filters": _("wat meetelt"),
        "measure": _("wat wordt geteld"),
        "counting": _("of dubbel tellen kan"),
        "hedge": _("hoe het wordt gezegd"),
        "breakdowns": _("uitsplitsingen"),
        "basis": _("omschrijving"),
        "ambiguity": _("wat de bron openlaat"),
    }[name]


def _number(version: Version, *, now: Definition) -> str:
    words = {"number": version.definition.version}
    if version.definition.version == now.version:
        return _("%(number)s (telt hier)") % words
    return str(version.definition.version)


def _days(version: Version, *, language: str) -> str:
    start = version.definition.valid_from
    if version.valid_until is None:
        return _("vanaf %(day)s") % {"day": formatting.day(start, language=language)}
    last = version.valid_until - dt.timedelta(days=1)
    return formatting.period(start, last, language=language)


def _note(version: Version) -> str:
    note = version.note
    return formatting.NO_VALUE if note is None else note.in_language(language_of_page())
