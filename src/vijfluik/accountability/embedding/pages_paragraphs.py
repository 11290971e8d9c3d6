"""The paragraphs of a release that hold a figure, each to take along."""

import uuid
from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.embedding.taking import Taken
from vijfluik.accountability.releases.access import access_text
from vijfluik.accountability.releases.pages_text import told_when_early
from vijfluik.accountability.releases.queries import file_of
from vijfluik.accountability.reports.pages import EDITION, EDITIONS, language_asked
from vijfluik.core.documents.inline import Inline, figures_in
from vijfluik.core.documents.plain_reading import from_json
from vijfluik.core.documents.structure import (
    Block,
    BulletList,
    Document,
    Language,
    Notice,
    NumberedList,
    Paragraph,
    Section,
)
from vijfluik.ui.components.actions import Tab
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link


@require_safe
def paragraphs(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Every paragraph with a figure, part by part, as it was adopted."""
    language = language_asked(request)
    found = access_text(who=acting_of(request), key=key)
    release = found.release
    file = file_of(release, language=str(language), kind="json")
    if file is None:
        # Before it is adopted a text still changes, and its receipts are not kept.
        raise Http404
    told_when_early(found, language=language, kind="page")
    document = from_json(bytes(file.content))
    site = request.build_absolute_uri("/").rstrip("/")
    here = reverse("paragraphs:release", args=[key])
    text = reverse("released:release", args=[key])
    return render(
        request,
        "embedding/paragraphs.html",
        {
            "page_title": _("Alinea's overnemen"),
            "intro": document.title,
            "parts": list(parts_of(document, site=site)),
            "tabs": [
                Tab(
                    label=EDITIONS[each],
                    url=f"{here}?{EDITION}={each}",
                    current=each is language,
                )
                for each in Language
            ],
            "breadcrumbs": [
                Link(label=_("Rapportages"), url=reverse("released:list")),
                Link(
                    label=f"{document.title} ({release.reference})",
                    url=f"{text}?{EDITION}={language}",
                ),
                Link(label=_("Alinea's overnemen")),
            ],
        },
    )


def parts_of(document: Document, *, site: str) -> Iterator[tuple[str, list[Taken]]]:
    """Part by part its title and its paragraphs that hold a figure; parts without one are left out.

    Args:
        document: an edition.
        site: where links lead.
    """
    for section, blocks in _sections(document.blocks):
        runs = [run for block in blocks for run in _runs(block) if figures_in(run)]
        taken = [
            Taken(key=f"{section.key}-{number}", content=run, language=document.language, site=site)
            for number, run in enumerate(runs, start=1)
        ]
        if taken:
            yield section.title, taken


def _sections(blocks: tuple[Block, ...]) -> Iterator[tuple[Section, list[Block]]]:
    for block in blocks:
        if isinstance(block, Section):
            yield block, [each for each in block.blocks if not isinstance(each, Section)]
            yield from _sections(block.blocks)


def _runs(block: Block) -> Iterator[tuple[Inline, ...]]:
    match block:
        case Paragraph(content) | Notice(content=content):
            yield content
        case BulletList(items) | NumberedList(items):
            yield from items
        case _:
            return
