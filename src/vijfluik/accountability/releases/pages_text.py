"""Reading a release: its text with everything that a reader has to know of it on top."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.figures.pages_moment import address_text
from vijfluik.accountability.releases.access import Found, Standing, access_text, is_open
from vijfluik.accountability.releases.checklist_texts import edition as built_now
from vijfluik.accountability.releases.events import READ_EARLY
from vijfluik.accountability.releases.models import File, Release
from vijfluik.accountability.releases.models.file import EVIDENCE
from vijfluik.accountability.releases.places import places
from vijfluik.accountability.releases.queries import (
    adoption_of,
    commented,
    file_of,
    files_of,
    successors,
)
from vijfluik.accountability.releases.vocabulary import ReleaseState
from vijfluik.accountability.releases.wordings import worded
from vijfluik.accountability.reports.library import report_named
from vijfluik.accountability.reports.pages import EDITION, EDITIONS, language_asked
from vijfluik.core.documents.html import FigureTarget, fragment
from vijfluik.core.documents.structure import Language
from vijfluik.core.journal.recording import record
from vijfluik.ui import formatting
from vijfluik.ui.components.actions import Tab
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.requests import acting_of, offer
from vijfluik.ui.shell import Link

_WORKED_ON = (ReleaseState.DRAFT, ReleaseState.IN_CHECK)
_START, _END = b"<main>\n", b"</main>"


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place of the text, with the way to comment on it and how many comments wait there."""

    label: str
    url: str
    waiting: int


@require_safe
def release(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The text of a release, as adopted or, while it is being made, as it stands now."""
    who, language = acting_of(request), language_asked(request)
    found = access_text(who=who, key=key)
    told_when_early(found, language=str(language), kind="page")
    one = found.release
    report = report_named(one.report)
    maker = found.standing is Standing.MAKER
    title = report.title.in_language(language)
    files = files_table(one)
    if maker:
        offer(request, Link(label=_("Naar het dossier van de uitgave"), url=_record(one)))
    context = {
        "page_title": title,
        "release": one,
        "edition": str(language),
        "article": article_of(one, language=language),
        "notices": notices(found, language=language),
        "facts": _facts(one),
        "files": files,
        "paragraphs_url": _paragraphs(one, language=language) if files else "",
        "tabs": [
            Tab(
                label=EDITIONS[each],
                url=f"{reverse('released:release', args=[key])}?{EDITION}={each}",
                current=each is language,
            )
            for each in Language
        ],
        "record_url": _record(one) if maker else "",
        "checklist_url": _checklist(one) if maker and one.state in _WORKED_ON else "",
        "writing_url": _writing(one, language=language)
        if maker and one.state == ReleaseState.DRAFT
        else "",
        "live_url": _live(one, language=language) if maker else "",
        "places": commented_places(one) if maker and one.state in _WORKED_ON else [],
        "breadcrumbs": [
            Link(label=_("Rapportages"), url=reverse("released:list")),
            Link(label=f"{title} ({one.reference})"),
        ],
    }
    return render(request, "releases/release.html", context)


def told_when_early(found: Found, *, language: str, kind: str) -> None:
    """Journal each reading of who reads before others do."""
    if found.admission is not None:
        record(
            action=READ_EARLY,
            object_type="releases.release",
            object_key=found.release.key,
            details={"language": str(language), "format": kind, "admission": found.admission.key},
        )


def article_of(one: Release, *, language: Language) -> str:
    """The text as it was adopted; before that as it stands; empty when it cannot be built."""
    file = file_of(one, language=str(language), kind="html")
    if file is not None:
        # Our own writer made it and escaped every text; the database holds that it is unchanged.
        markup = bytes(file.content).partition(_START)[2].partition(_END)[0]
        return mark_safe(markup.decode())  # noqa: S308
    report = worded(one)
    built = built_now(report, language=language, as_of=one.as_of).built
    if built is None:
        return ""
    article = fragment(built.document, top_level=1, target=FigureTarget.RECORDS)
    return mark_safe(article)  # noqa: S308


def notices(found: Found, *, language: Language) -> list[dict[str, object]]:
    """What stands on top of the text: rectified, a rectification, embargo, not yet adopted."""
    one = found.release
    told: list[dict[str, object]] = []
    later = successors([one]).get(one.key)
    if later is not None:
        told.append(
            {
                "tone": "warning",
                "title": _("Deze uitgave is gerectificeerd"),
                "texts": [later.said("changed", language=language)],
                "url": reverse("released:release", args=[later.key]),
                "label": _("Naar de verbeterde uitgave %(reference)s")
                % {"reference": later.reference},
            }
        )
    if one.predecessor is not None:
        told.append(_rectifies(one, before=one.predecessor, language=language))
    if found.standing is not Standing.PUBLIC and one.embargo_until and not is_open(one):
        told.append(
            {
                "tone": "warning",
                "title": _("Onder embargo tot %(moment)s") % {"moment": _moment(one)},
                "texts": [_("Deel niets uit deze uitgave. Dat u haar leest, wordt vastgelegd.")],
            }
        )
    if one.state in _WORKED_ON:
        told.append(
            {
                "tone": "info",
                "title": _("Deze uitgave is nog niet vastgesteld"),
                "texts": [_("De stand is: %(state)s.") % {"state": one.get_state_display()}],
            }
        )
    notes = one.said("notes", language=language)
    if notes:
        told.append({"tone": "info", "title": _("Toelichting bij de uitgave"), "texts": [notes]})
    return told


def _rectifies(one: Release, *, before: Release, language: Language) -> dict[str, object]:
    return {
        "tone": "info",
        "title": _("Deze uitgave is een rectificatie van %(reference)s")
        % {"reference": before.reference},
        "texts": [
            one.said("rectified_because", language=language),
            one.said("changed", language=language),
        ],
        "url": reverse("released:release", args=[before.key]),
        "label": _("Naar de eerdere uitgave"),
    }


def files_table(one: Release) -> Table | None:
    """The files with what proves that they are the ones; None while there are none."""
    files = files_of(one)
    if not files:
        return None
    return Table(
        caption=_("Bestanden van deze uitgave"),
        columns=[
            Column(label=_("Bestand"), row_header=True, keep=True),
            Column(label=_("Taal")),
            Column(label=_("Grootte"), number=True, keep=True),
            Column(label="SHA-256"),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=_file_name(file), url=file_address(file)),
                    Cell(text=EDITIONS[Language(file.language)] if file.language else ""),
                    Cell(text=formatting.file_size(file.size, language=page_language())),
                    Cell(text=file.sha256),
                ]
            )
            for file in files
        ],
    )


def file_address(file: File) -> str:
    """Where a file of a release stands."""
    if file.format == EVIDENCE:
        return reverse("released:evidence", args=[file.release_id])
    return reverse("released:file", args=[file.release_id, file.language, file.format])


def _file_name(file: File) -> str:
    return _("Bewijs (ZIP)") if file.format == EVIDENCE else file.format.upper()


def commented_places(one: Release) -> list[Place]:
    """The places of the text in its order, each with the way to comment on it."""
    waiting: dict[str, int] = {}
    for place in commented(one):
        waiting[place] = waiting.get(place, 0) + 1
    create = reverse("release_comments:create")
    return [
        Place(
            label=label, url=f"{create}?release={one.key}&place={key}", waiting=waiting.get(key, 0)
        )
        for key, label in places(worded(one)).items()
    ]


def _facts(one: Release) -> list[tuple[str, str]]:
    language = page_language()
    facts = [
        (_("Uitgave"), one.reference),
        (_("Zoals bekend op"), formatting.moment(one.as_of, language=language)),
    ]
    adoption = adoption_of(one)
    if adoption is not None and adoption.proposed_by is not None:
        facts.append(
            (_("Vastgesteld op"), formatting.day(adoption.business_date, language=language))
        )
    return facts


def _moment(one: Release) -> str:
    assert one.embargo_until is not None  # noqa: S101 - for the type only
    return formatting.moment(one.embargo_until, language=page_language())


def _record(one: Release) -> str:
    return reverse("releases:detail", args=[one.key])


def _paragraphs(one: Release, *, language: Language) -> str:
    return f"{reverse('paragraphs:release', args=[one.key])}?{EDITION}={language}"


def _writing(one: Release, *, language: Language) -> str:
    return reverse("release_writing", args=[one.key, str(language)])


def _checklist(one: Release) -> str:
    return reverse("release_checklist", args=[one.key])


def _live(one: Release, *, language: Language) -> str:
    address = reverse("reports:report", args=[one.report])
    return f"{address}?op={address_text(one.as_of)}&{EDITION}={language}"
