"""Writing in the text of a draft: choose a part, write, have it checked, keep it."""

import uuid
from collections.abc import Sequence
from dataclasses import replace

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.pages_words import language_of_page
from vijfluik.accountability.releases.models import Release, Wording
from vijfluik.accountability.releases.releases_register import RELEASES
from vijfluik.accountability.releases.sections import Part, parts_of
from vijfluik.accountability.releases.vocabulary import ReleaseState
from vijfluik.accountability.releases.wordings import latest, worded
from vijfluik.accountability.releases.writing import Tried, try_out, write
from vijfluik.accountability.reports.pages import EDITION, EDITIONS, findings_table
from vijfluik.core.access.gate import Refused
from vijfluik.core.documents.html import FigureTarget, fragment
from vijfluik.core.documents.structure import (
    Document,
    Language,
    ReceiptAnnex,
    Section,
    blocks_of,
)
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.registers.access import access_record
from vijfluik.ui import formatting
from vijfluik.ui.components.actions import Tab
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.asking import capitalised
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.registers.requests import acting_of, offer
from vijfluik.ui.shell import Link

PART = "deel"
UNPROCESSABLE = 422


class WritingForm(forms.Form):
    """A part of the text, and the wording that the writer began from."""

    text = forms.CharField(
        label=gettext_lazy("tekst van dit onderdeel"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "true"}),
        help_text=gettext_lazy(
            "Elk getal is een cijfer: schrijf [[id]], of [[id als ruim 4.800]] als u het zelf wilt"
            " verwoorden. Een alinea die u elders hebt overgenomen, kunt u hier plakken."
        ),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
def writing(request: HttpRequest, key: uuid.UUID, language: str) -> HttpResponse:
    """The parts of an edition, and the one that is written in."""
    if language not in set(Language):
        raise Refused
    edition, who = Language(language), acting_of(request)
    release = access_record(RELEASES, who=who, key=key, action="correct")
    parts = parts_of(worded(release).prose[edition])
    chosen = next((each for each in parts if each.key == request.GET.get(PART, "")), None)
    before = latest(release, language=edition)
    offer(
        request,
        Link(label=_("Tekst lezen"), url=reverse("released:release", args=[key])),
        Link(label=_("Controlelijst bekijken"), url=reverse("release_checklist", args=[key])),
    )
    context = _frame(release, language=edition, parts=parts, chosen=chosen, before=before)
    if chosen is None or release.state != ReleaseState.DRAFT:
        return render(request, "releases/writing.html", context)
    seen = "" if before is None else str(before.key)
    form = capitalised(
        WritingForm(request.POST or None, initial={"text": chosen.text, "seen": seen})
    )
    form.fields["text"].widget.attrs["lang"] = language
    tried, status = None, 200
    if request.method == "POST" and form.is_valid():
        body = form.cleaned_data["text"]
        if "bewaar" in request.POST:
            try:
                tried = write(
                    who=who, key=key, language=edition, part=chosen.key, body=body,
                    seen=form.cleaned_data["seen"],
                )  # fmt: skip
            except EdgeRefused as refused:
                form.add_error(None, refused.message)
            else:
                if tried.kept:
                    messages.success(request, _kept(tried))
                    return redirect(f"{request.path}?{PART}={chosen.key}")
        else:
            tried, _whole = try_out(release, language=edition, part=chosen, body=body)
        status = UNPROCESSABLE if form.errors or (tried and tried.wrong) else 200
    context |= {"form": form, "tried": tried} | _outcome(tried, chosen=chosen)
    context["figures"] = _figures(release)
    return render(request, "releases/writing.html", context, status=status)


def _kept(tried: Tried) -> str:
    if not tried.elsewhere:
        return _("De tekst is bewaard. De controle vond niets.")
    return _(
        "De tekst is bewaard. Elders in deze tekst vond de controle %(count)d fouten; de"
        " controlelijst noemt ze."
    ) % {"count": tried.elsewhere}


def _outcome(tried: Tried | None, *, chosen: Part) -> dict[str, object]:
    """What the check found in this part, or how it will read."""
    if tried is None:
        return {}
    unreadable, built = tried.edition.unreadable, tried.edition.built
    return {
        "findings": findings_table(tuple(tried.findings)) if tried.findings else None,
        "unreadable": "" if unreadable is None else unreadable.message(language_of_page()),
        "stale": tried.stale,
        "preview": "" if built is None else _preview(built.document, key=chosen.key),
    }


def _preview(document: Document, *, key: str) -> str:
    """The part as it will read, without the rest of the document."""
    for block in blocks_of(document.blocks):
        if isinstance(block, Section) and block.key == key:
            own = tuple(each for each in block.blocks if not isinstance(each, Section))
            proofs = tuple(each for each in document.blocks if isinstance(each, ReceiptAnnex))
            alone = replace(document, blocks=(*own, *proofs), palette=(), details=())
            # The fragment escapes every text; its front and annex are for a whole document.
            markup = fragment(alone, top_level=2, target=FigureTarget.RECORDS)
            body = markup.partition("</header>")[2].partition('<section class="deel herkomst">')[0]
            return mark_safe(body)  # noqa: S308
    return ""


def _figures(release: Release) -> Table:
    """Every figure that may stand in the text, with what it says as of its moment."""
    language = language_of_page()
    names = list(worded(release).figures)
    found = queries.headlines(names=names, as_of=release.as_of)
    return Table(
        caption=_("Cijfers voor deze tekst"),
        hide_caption=True,
        columns=[
            Column(label=_("Schrijf"), row_header=True, keep=True),
            Column(label=_("Dat geeft"), keep=True),
            Column(label=_("Cijfer")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=f"[[{each.definition.id}]]"),
                    Cell(text="" if each.definition.split else each.text(language)),
                    Cell(
                        text=each.definition.name.in_language(language),
                        url=reverse("figures:figure", args=[each.definition.id]),
                    ),
                ]
            )
            for each in found
        ],
    )


def _frame(
    release: Release,
    *,
    language: Language,
    parts: Sequence[Part],
    chosen: Part | None,
    before: Wording | None,
) -> dict[str, object]:
    title = RELEASES.title_of(release)
    here = reverse("release_writing", args=[release.key, str(language)])
    heading = _("Schrijven in de tekst")
    return {
        **frame_of(
            RELEASES,
            title=heading if chosen is None else chosen.title,
            path=[
                Link(label=title, url=reverse("releases:detail", args=[release.key])),
                *([] if chosen is None else [Link(label=heading, url=here)]),
            ],
            intro=f"{release.reference} · {title}",
        ),
        "release": release,
        "fixed": release.state != ReleaseState.DRAFT,
        "chosen": chosen,
        "parts": [(each.title, f"{here}?{PART}={each.key}") for each in parts],
        "here": here,
        "tabs": [
            Tab(
                label=EDITIONS[each],
                url=reverse("release_writing", args=[release.key, str(each)]),
                current=each is language,
            )
            for each in Language
        ],
        "last": ""
        if before is None
        else _("Laatst geschreven door %(name)s op %(moment)s.")
        % {
            "name": before.written_by.name,
            "moment": formatting.moment(before.written_at, language=page_language()),
        },
        "text_url": f"{reverse('released:release', args=[release.key])}?{EDITION}={language}",
        "checklist_url": reverse("release_checklist", args=[release.key]),
    }
