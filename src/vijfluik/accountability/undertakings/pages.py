"""Pages of the room beside those that every register has."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.pages_words import language_of_page
from vijfluik.accountability.undertakings.annex import AnnexPart, annex_parts, caption_of
from vijfluik.accountability.undertakings.bills.changing import changed_by
from vijfluik.accountability.undertakings.bills.register import REGISTER as BILLS
from vijfluik.accountability.undertakings.papers.figures import made_again
from vijfluik.accountability.undertakings.papers.register import REGISTER as PAPERS
from vijfluik.accountability.undertakings.promises.register import REGISTER
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now
from vijfluik.core.registers.reading import Detail
from vijfluik.ui import formatting
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.registers.pages import lists, records


@require_safe
def annex(request: HttpRequest) -> HttpResponse:
    """The annex table: omschrijving, vindplaats, stand van zaken."""
    parts = [
        {
            "key": f"{part.kind.value}-{'af' if part.finished else 'open'}",
            "title": caption_of(part),
            "table": _table(part),
            "count": len(part.rows),
        }
        for part in annex_parts()
    ]
    context = {
        **frame_of(REGISTER, title=_("Bijlage moties en toezeggingen")),
        "intro": _(
            "Zo gaat de bijlage met de rapportage mee: omschrijving, vindplaats en stand van "
            "zaken, uit het register van nu."
        ),
        "parts": parts,
    }
    return render(request, "undertakings/annex.html", context)


def _table(part: AnnexPart) -> Table:
    return Table(
        caption=caption_of(part),
        hide_caption=True,
        columns=(
            Column(label=_("Omschrijving"), row_header=True),
            Column(label=_("Vindplaats")),
            Column(label=_("Stand van zaken")),
        ),
        rows=[
            Row(
                cells=(
                    Cell(
                        text=row.description,
                        url=reverse("undertakings:detail", args=[row.record.key]),
                    ),
                    Cell(text=row.found_at or formatting.NO_VALUE),
                    Cell(text=row.standing),
                )
            )
            for row in part.rows
        ],
    )


def _proof(found: Detail) -> list[tuple[str, str]]:
    """The page of the figure that will prove it."""
    facts: list[tuple[str, str]] = []
    record = found.record
    if record.figure in library():
        url = reverse("figures:figure", args=[record.figure])
        facts.append((_("Bewijs"), _linked([(url, _("Bekijk het cijfer nu"))])))
    return facts


def _figures(found: Detail) -> SafeString:
    """The figures of a letter as they were, each leading to its records and receipt of then."""
    if reach(who=acting_now(), thing="figures", action="read").nowhere:
        return SafeString("")
    moment, figures = made_again(found.record)
    if not figures:
        return SafeString("")
    language = language_of_page()
    table = Table(
        caption=_("Cijfers in dit stuk"),
        hide_caption=True,
        columns=(Column(label=_("Cijfer"), row_header=True), Column(label=_("Waarde toen"))),
        rows=[
            Row(
                cells=(
                    Cell(
                        text=each.definition.name.in_language(language),
                        url=reverse("figures:figure", args=[each.definition.id]) + moment.query(),
                    ),
                    Cell(
                        text=f"{each.text(language)} {each.definition.unit.in_language(language)}"
                    ),
                )
            )
            for each in figures
        ],
    )
    context = {"table": table, "moment": moment}
    return render_to_string("undertakings/figures.html", context)


def _linked(links: Sequence[tuple[str, str]]) -> SafeString:
    """Names with where they are; what has no page is only a name."""
    parts = [
        format_html('<a href="{}">{}</a>', url, name) if url else format_html("{}", name)
        for url, name in links
    ]
    return format_html_join(" · ", "{}", ((part,) for part in parts))


def _changes(found: Detail) -> list[tuple[str, str]]:
    """Each provision that the bill changes, with what rests on it."""
    facts: list[tuple[str, str]] = []
    for version, resting in changed_by(found.record):
        name = _("%(act)s, artikel %(article)s") % {
            "act": version.act.short,
            "article": version.article,
        }
        provision = _linked([(reverse("law:provision", args=[version.slug]), name)])
        rests = _linked([(each.url, each.name(page_language())) for each in resting])
        words = format_html(
            _("{provision}. Daarop rust: {rests}."), provision=provision, rests=rests
        )
        facts.append((_("Verandert"), words if resting else provision))
    return facts


listed = lists.listed(
    REGISTER,
    beside=(
        (gettext_lazy("De Kamer en wij"), "undertakings:house"),
        (gettext_lazy("Bijlage"), "undertakings:annex"),
    ),
)
undertaking = records.detail(REGISTER, extra=_proof)
bill = records.detail(BILLS, extra=_changes)
paper = records.detail(PAPERS, below=_figures)
