"""The sheet of a municipality for its own people, and the list of all for who makes them."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.disclosure.models import DisclosurePattern, PatternState
from vijfluik.accountability.factsheets.places import Municipality
from vijfluik.accountability.factsheets.reading import (
    access_sheet,
    set_in_force,
    sheets_to_read,
    visible,
)
from vijfluik.accountability.figures.pages_moment import KnownOn, address_text
from vijfluik.accountability.reports.actions import THING
from vijfluik.accountability.reports.pages import EDITION, EDITIONS, language_asked
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now
from vijfluik.core.documents.html import FigureTarget, fragment
from vijfluik.core.documents.pdf import pdf
from vijfluik.core.documents.structure import Document, Language
from vijfluik.core.versions.moments import closed_moment
from vijfluik.ui.components.actions import Tab
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.requests import offer
from vijfluik.ui.shell import Link


@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """All sheets that the reader may see; a municipality has one and is brought to it."""
    found = set_in_force()
    places = visible(as_of=closed_moment() if found is None else found.as_of)
    if found is not None and len(places) == 1:
        return redirect("factsheets:one", places[0].code)
    context = _frame() | {
        "intro": _(
            "Voor elke gemeente hetzelfde blad, alle naar de stand van één moment: wat landelijke"
            " partners er deden en wat daarvoor is toegekend."
        ),
        "set": _told(found),
        "makes": _makes(),
        "table": None if found is None else _table(places),
    }
    return render(request, "factsheets/every.html", context)


@require_safe
def one(request: HttpRequest, code: str) -> HttpResponse:
    """The sheet of a municipality."""
    language = language_asked(request)
    found = set_in_force()
    if found is None:
        access_sheet(code=code, as_of=closed_moment())
        return redirect("factsheets:every")
    place, document = _document(code, found=found, language=language)
    here = reverse("factsheets:one", args=[code])
    file = f"{reverse('factsheets:pdf', args=[code])}?{EDITION}={language}"
    offer(
        request,
        Link(label=_("Als PDF"), url=file),
        Link(
            label=_("Steun aan %(name)s") % {"name": place.name},
            url=reverse("municipalities:support_of", args=[code]),
        ),
    )
    # The fragment escapes every text that it is made of.
    article = fragment(document, top_level=1, target=FigureTarget.ANNEX)
    context = _frame() | {
        "page_title": document.title,
        "breadcrumbs": [
            Link(label=_("Gemeentebladen"), url=reverse("factsheets:every")),
            Link(label=place.name),
        ],
        "article": mark_safe(article),  # noqa: S308
        "set": _told(found),
        "file": file,
        "tabs": [
            Tab(label=EDITIONS[each], url=f"{here}?{EDITION}={each}", current=each is language)
            for each in Language
        ],
    }
    return render(request, "factsheets/one.html", context)


@require_safe
def as_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """The same as a file: the bytes that the command writes for this set."""
    language = language_asked(request)
    found = set_in_force()
    if found is None:
        access_sheet(code=code, as_of=closed_moment())
        return redirect("factsheets:every")
    place, document = _document(code, found=found, language=language)
    site = request.build_absolute_uri("/").rstrip("/")
    response = HttpResponse(pdf(document, base_url=site), content_type="application/pdf")
    name = f"gemeenteblad-{place.code}-{document.as_of.date().isoformat()}.{language}.pdf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _document(
    code: str, *, found: DisclosurePattern, language: Language
) -> tuple[Municipality, Document]:
    place = access_sheet(code=code, as_of=found.as_of)
    sheets = sheets_to_read(
        as_of=found.as_of, language=language, demonstration=settings.DEMONSTRATION
    )
    return place, sheets.document(place)


def _makes() -> bool:
    return not reach(who=acting_now(), thing=THING, action="build").nowhere


def _frame() -> dict[str, object]:
    return {"page_title": _("Gemeentebladen"), "panel": Panel.VOORKOMEN}


def _told(found: DisclosurePattern | None) -> dict[str, object] | None:
    """Of which moment a set is, and whether a second person signed what it hides."""
    if found is None:
        return None
    moment = KnownOn(as_of=found.as_of, asked=address_text(found.as_of))
    return {
        "moment": moment.text,
        "adopted": found.state == PatternState.ADOPTED,
        "pattern_url": reverse("disclosure:pattern", args=[found.key])
        if not reach(who=acting_now(), thing="disclosure", action="read").nowhere
        else "",
    }


def _table(places: Sequence[Municipality]) -> Table:
    return Table(
        caption=_("Gemeentebladen"),
        hide_caption=True,
        columns=[
            Column(label=_("Gemeente"), row_header=True),
            Column(label=_("Veiligheidsregio")),
            Column(label=_("Bestand"), keep=True),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=each.name, url=reverse("factsheets:one", args=[each.code])),
                    Cell(text=each.region),
                    Cell(text="PDF", url=reverse("factsheets:pdf", args=[each.code])),
                ]
            )
            for each in places
        ],
    )
