"""What is to be asked about the figures of a release: are they still so, and do they compare."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from django.urls import reverse
from django.utils.translation import gettext as _

from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.library import UnknownFigure
from vijfluik.accountability.figures.official.model import OfficialState, OfficialValue
from vijfluik.accountability.figures.once import moment_of_act
from vijfluik.accountability.figures.series import breaks
from vijfluik.accountability.releases.checklist_finding import Code, Finding, Severity
from vijfluik.accountability.releases.checklist_texts import screen
from vijfluik.accountability.reports.building import Built
from vijfluik.core.documents.structure import Chart, Document, Language, Table, blocks_of


def figure_findings(built: Built, *, period_until: dt.date) -> Iterator[Finding]:
    """Stale official values, figures that would come out otherwise today, and broken series.

    Args:
        built: one edition; both have the same figures.
        period_until: the last day of the period reported on.
    """
    yield from stale_official(built, period_until=period_until)
    yield from _changed_since(built)
    yield from _unexplained(built)


def stale_official(built: Built, *, period_until: dt.date) -> Iterator[Finding]:
    """Official values that ended, or were entered, before the end of the period."""
    stated = {
        each.definition.id: each.definition for each in built.figures if each.supplied is not None
    }
    rows = OfficialValue.objects.filter(figure__in=stated, state=OfficialState.CONFIRMED)
    for row in rows.order_by("figure", "key"):
        last = row.valid_until or row.entered_on
        if last < period_until:
            yield _warning(
                Code.STALE_OFFICIAL,
                definition=stated[row.figure],
                fact=f"{row.key} {last}",
                message=_("De opgegeven waarde is van %(day)s, van voor het einde van de periode.")
                % {"day": f"{last:%d-%m-%Y}"},
                remedy=_("Vraag een nieuwe waarde, of zeg waarom deze nog geldt."),
            )


def _changed_since(built: Built) -> Iterator[Finding]:
    """Compare with what the same definitions come to now."""
    before = {each.definition.id: each for each in built.figures}
    try:
        today = queries.figures(names=list(before), as_of=moment_of_act())
    except UnknownFigure:
        # A definition that ended since; verifying its receipt still works by the one of then.
        return
    for now in today:
        was = before[now.definition.id]
        if (was.root, was.outward) == (now.root, now.outward):
            continue
        yield _warning(
            Code.RECORDS_CHANGED,
            definition=now.definition,
            fact=f"{was.root.hex()} {now.root.hex()}",
            message=_difference(was, now=now),
            remedy=_("Neem een later moment, of zeg waarom het cijfer van dit moment blijft."),
        )


def _difference(was: Computed, *, now: Computed) -> str:
    before, after = was.text(screen()), now.text(screen())
    if before == after:
        return _("De registraties erachter zijn sindsdien gewijzigd; er staat nog %(value)s.") % {
            "value": before
        }
    return _("Sindsdien gewijzigd: er staat %(before)s, nu zou het %(after)s zijn.") % {
        "before": before,
        "after": after,
    }


def _unexplained(built: Built) -> Iterator[Finding]:
    """Neighbours in a series that count otherwise, without the note that says so."""
    noted = notes_of(built.document)
    series: defaultdict[str, list[Definition]] = defaultdict(list)
    for each in built.figures:
        series[each.definition.series].append(each.definition)
    for definitions in series.values():
        for before, after in pairwise(definitions):
            finding = unexplained(before, after, noted=noted, language=built.language)
            if finding is not None:
                yield finding


def unexplained(
    before: Definition, after: Definition, *, noted: frozenset[str], language: Language
) -> Finding | None:
    """A break between two neighbours that no table of the document notes; None for none."""
    try:
        broken = bool(breaks([before, after]))
    except ValueError:
        return Finding(
            severity=Severity.ERROR,
            code=Code.UNEXPLAINED_BREAK,
            place=str(after.name.in_language(screen())),
            fact=f"{before.key} {after.key}",
            message=_("Telt anders dan het cijfer ervoor in de reeks, en geen definitie zegt hoe."),
            remedy=_("Schrijf in de definitie wat er breekt."),
            url=reverse("figures:figure", args=[after.id]),
        )
    note = after.break_note or before.break_note
    if not broken or note is None or note.in_language(language) in noted:
        return None
    return _warning(
        Code.UNEXPLAINED_BREAK,
        definition=after,
        fact=f"{before.key} {after.key}",
        message=_("Telt anders dan het cijfer ervoor in de reeks; geen tabel zegt dat erbij."),
        remedy=_("Zet het cijfer met zijn noot in een tabel, of zeg waarom het zo kan."),
    )


def notes_of(document: Document) -> frozenset[str]:
    """The notes under the tables of a document, those of charts included."""
    found: set[str] = set()
    for block in blocks_of(document.blocks):
        table = block.table if isinstance(block, Chart) else block
        if isinstance(table, Table):
            found |= {note.text for note in table.notes}
    return frozenset(found)


def _warning(code: str, *, definition: Definition, fact: str, message: str, remedy: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code=code,
        place=str(definition.name.in_language(screen())),
        fact=f"{definition.id} {fact}",
        message=message,
        remedy=remedy,
        url=reverse("figures:figure", args=[definition.id]),
    )
