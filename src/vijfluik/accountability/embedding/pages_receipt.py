"""The page of a receipt: a figure as it was taken along, and how anybody can check it.

It stays under its address for ever. Everybody sees the published form here, also who may open every
record: what stands at an address that goes round is the same for all.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.accountability.disclosure.outward import Outward, seen
from vijfluik.accountability.disclosure.words import note_text
from vijfluik.accountability.embedding.published_in import published_in
from vijfluik.accountability.embedding.sentences import paragraph_of
from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.actions import THING, issue
from vijfluik.accountability.figures.computed import Computed, Valued
from vijfluik.accountability.figures.computing import compute
from vijfluik.accountability.figures.divisions import Division
from vijfluik.accountability.figures.library import UnknownFigure
from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.figures.pages import definition_terms, unit_follows
from vijfluik.accountability.figures.pages_breakdowns import BreakdownShown, shown_breakdowns
from vijfluik.accountability.figures.pages_moment import (
    PARAMETER,
    KnownOn,
    address_text,
    moment_asked,
)
from vijfluik.accountability.figures.pages_receipt import Outcome, outcome_of, receipt_of
from vijfluik.accountability.figures.pages_words import language_of_page, panel_of, sentence
from vijfluik.accountability.figures.permalink import permalink
from vijfluik.accountability.figures.presentation import note_of, supplied_sentence
from vijfluik.accountability.figures.receipts import content_of, parsed
from vijfluik.accountability.figures.verifying import verify
from vijfluik.core.access.decisions import decide
from vijfluik.core.access.gate import Refused, acting_now, refuse
from vijfluik.core.versions.moments import closed_moment
from vijfluik.ui import formatting
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.requests import offer
from vijfluik.ui.shell import Link

LONGEST_LARGE = 14


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest, figure: str) -> HttpResponse:
    """Keep the receipt of a figure as of a moment, and go to the address where it stays."""
    moment = moment_asked(request.POST.get(PARAMETER, ""))
    if request.method != "POST" or moment.fault:
        queries.definition_named(figure, as_of=moment.as_of)
        return redirect("figures:figure", figure)
    try:
        [kept] = issue(figures=[figure], as_of=moment.as_of)
    except UnknownFigure:
        raise queries.unknown_figure() from None
    return redirect(permalink(figure=figure, receipt=kept.receipt))


@require_safe
def receipt(request: HttpRequest, figure: str, key: str) -> HttpResponse:
    """A figure as its receipt says, with everything that somebody needs who does not believe it."""
    kept = queries.access_receipt(key=key)
    if kept.definition.figure != figure:
        refuse(thing=THING, action="read", object_type="figures.receipt")
        raise Refused
    [found] = compute([queries.definition_of(kept)], as_of=kept.as_of)
    language = language_of_page()
    outward = seen(found, language=language)
    moment = KnownOn(as_of=kept.as_of, asked=address_text(kept.as_of))
    definition = found.definition
    # Parts that are the value are small numbers too: they are said in their published form.
    shown = outward.figure
    said = shown.text(language) if definition.split else str(_texts(kept)[str(language)])
    name = definition.name.in_language(language)
    figure_url = f"{reverse('figures:figure', args=[figure])}{moment.pin}"
    context: dict[str, object] = {
        "page_title": name,
        "panel": panel_of(definition),
        "breadcrumbs": [
            Link(label=_("Cijfers"), url=reverse("figures:list")),
            Link(label=name, url=figure_url),
            Link(label=_("Bewijs %(key)s") % {"key": key}),
        ],
        "value": said,
        "long": len(said) > LONGEST_LARGE,
        "unit": definition.unit.in_language(language) if unit_follows(found) else "",
        "sentence": sentence(shown),
        "supplied": supplied_sentence(found, language=language),
        "moment": moment.text,
        "outcome": _checked(kept, found=found),
        "now": _now(found),
        "why_url": f"{reverse('explaining:why', args=[figure])}?van={address_text(kept.as_of)}",
        "published": _published(kept),
        "hidden": note_text(language) if outward.hides else "",
        "breakdowns": _breakdowns(outward, moment=moment),
        "meaning": definition.basis.text.in_language(language),
        "note": note_of(definition, language=language),
        "terms": [
            *definition_terms(found),
            (_("Controlegetal van de definitie"), _hash(kept.definition_sha256)),
        ],
        "receipt": receipt_of(found, hides=outward.hides),
        "receipt_key": key,
        "figure_id": figure,
        "figure_url": figure_url,
        "address": request.build_absolute_uri(permalink(figure=figure, receipt=key)),
        "may_check": decide(
            who=acting_now(), thing=THING, action="verify", organisation=None
        ).allowed,
        "known_on": moment,
        "taken": [
            paragraph_of(
                shown,
                receipt=key,
                language=language,
                site=request.build_absolute_uri("/").rstrip("/"),
            )
        ],
    }
    offer(
        request,
        Link(label=_("Overnemen als alinea"), url="#overnemen"),
        Link(label=_("Naar het cijfer van dit moment"), url=figure_url),
    )
    return render(request, "embedding/receipt.html", context)


def _texts(kept: FigureReceipt) -> dict[str, object]:
    """What the figure said, by language, as the receipt holds it."""
    texts = parsed(kept.content)["text"]
    assert isinstance(texts, dict)  # noqa: S101 - a constraint of the table holds it
    return texts


def _checked(kept: FigureReceipt, *, found: Computed) -> Outcome:
    """Whether computing it for this page came to the same; if not, what differs."""
    software = str(parsed(kept.content)["software"])
    if content_of(found, software=software).sha256 == kept.sha256:
        return Outcome(
            tone="positive",
            title=_("Zojuist nagerekend: gelijk aan het bewijs"),
            text=_(
                "Voor deze pagina is het cijfer opnieuw berekend uit de registraties, zoals ze op"
                " dat moment bekend waren."
            ),
        )
    [verdict] = verify([kept])
    return outcome_of(verdict)


def _now(found: Computed) -> str:
    """What the figure says today, when that is something else; a receipt does not move."""
    try:
        [today] = queries.headlines(names=[found.definition.id], as_of=closed_moment())
    except UnknownFigure:
        return ""
    if _same(today, found):
        return ""
    if today.definition.split:
        return _("andere aantallen per deel")
    return today.text(language_of_page())


def _same(one: Valued, other: Valued) -> bool:
    return one.value == other.value and one.definition.key == other.definition.key


def _published(kept: FigureReceipt) -> list[Link]:
    language = page_language()
    return [
        Link(
            label=_("%(title)s (%(reference)s, zoals bekend op %(moment)s)")
            % {
                "title": each.title,
                "reference": each.reference,
                "moment": formatting.moment(each.as_of, language=language),
            },
            url=reverse("released:release", args=[each.key]),
        )
        for each in published_in(kept)
    ]


def _breakdowns(outward: Outward, *, moment: KnownOn) -> list[BreakdownShown]:
    return shown_breakdowns(
        outward.figure,
        records_url="",
        moment=moment,
        linked=False,
        redivided=None,
        division=Division.THEN,
    )


def _hash(text: str) -> str:
    return format_html('<span class="vijfluik-hash">{}</span>', text)
