"""Cijfers: the list, and one figure with everything that it rests on."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.accountability.disclosure.outward import seen
from vijfluik.accountability.disclosure.words import note_text
from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.actions import THING, issue
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.divisions import redivided
from vijfluik.accountability.figures.library import UnknownFigure, in_force, library
from vijfluik.accountability.figures.pages_breakdowns import shown_breakdowns
from vijfluik.accountability.figures.pages_divisions import (
    division_asked,
    in_address,
    other_value,
)
from vijfluik.accountability.figures.pages_fall import fall_of
from vijfluik.accountability.figures.pages_list import (
    ITEM,
    PROVIDER,
    FigureFilter,
    active_filters,
    break_notes,
    chosen,
    figure_table,
    key_figures,
    source_label,
)
from vijfluik.accountability.figures.pages_moment import (
    PARAMETER,
    KnownOn,
    known_on,
    moment_asked,
)
from vijfluik.accountability.figures.pages_receipt import outcome_of, receipt_of
from vijfluik.accountability.figures.pages_versions import versions_table
from vijfluik.accountability.figures.pages_words import (
    conditions,
    exact_text,
    item_name,
    language_of_page,
    panel_of,
    period_text,
    sentence,
)
from vijfluik.accountability.figures.permalink import permalink
from vijfluik.accountability.figures.presentation import note_of, supplied_sentence
from vijfluik.accountability.figures.verdicts import Verdict
from vijfluik.accountability.figures.verifying import verify
from vijfluik.core.access.decisions import decide, reach
from vijfluik.core.access.gate import acting_now, require
from vijfluik.core.facts.kinds import Kind
from vijfluik.core.facts.sources import source_named
from vijfluik.ui import formatting
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.requests import offer
from vijfluik.ui.shell import Link

BAD_REQUEST = 400
# More characters than this do not stand in the large letters of a number.
LONGEST_LARGE = 14
# What definitions say of themselves in Dutch, so that it is among the sentences to translate. A
# text that is not here is shown as it was written.
_SAID_BY_DEFINITIONS = (
    gettext_noop("Eerste versie."),
    gettext_noop("beleidsteam preventie"),
    gettext_noop("beleidsteam strafrecht"),
    gettext_noop("beleidsteam veiligheidsketen"),
    gettext_noop("beleidsteam internationaal"),
    gettext_noop("beleidsteam weerbaarheid"),
    gettext_noop("programmabureau integrale aanpak"),
)


@require_safe
def figure_list(request: HttpRequest) -> HttpResponse:
    """All figures, or those of a provider or an item, as known on a moment."""
    moment = known_on(request)
    provider, item = request.GET.get(PROVIDER, ""), request.GET.get(ITEM, "")
    definitions = [in_force(name, as_of=moment.as_of) for name in library()]
    picked = chosen(definitions, provider=provider, item=item)
    figures = queries.headlines(names=[each.id for each in picked], as_of=moment.as_of)
    form = FigureFilter(definitions, known_on=moment, asked=request.GET.dict())
    context: dict[str, object] = {
        "page_title": _("Cijfers"),
        "intro": _(
            "Elk cijfer heeft een bewijs waarmee het later is na te rekenen. De meeste zijn"
            " berekend uit registraties; wat een organisatie opgaf, staat er als opgegeven."
        ),
        "known_on": moment,
        "may_see_hidden": decide(
            who=acting_now(), thing="disclosure", action="read", organisation=None
        ).allowed,
        "may_see_official": not reach(
            who=acting_now(), thing="official_values", action="read"
        ).nowhere,
        "form": form,
        "active": active_filters(form, known_on=moment, provider=provider, item=item),
    }
    if moment.fault:
        return render(request, "figures/list.html", context, status=BAD_REQUEST)
    context |= {
        "tiles": key_figures(figures, known_on=moment),
        "table": figure_table(figures, known_on=moment) if figures else None,
        "notes": break_notes(figures),
    }
    return render(request, "figures/list.html", context)


@require_safe
def figure(request: HttpRequest, figure: str) -> HttpResponse:
    """One figure: the number, its breakdowns, how it comes about, its receipt."""
    moment = known_on(request)
    found = computed_for(figure, moment=moment)
    return figure_page(request, found=found, moment=moment)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, figure: str) -> HttpResponse:
    """Compute the receipt of a figure again, now, and show whether it is reproduced."""
    require(thing=THING, action="verify", object_type="figures.receipt")
    if figure not in library():
        raise queries.unknown_figure()
    address = reverse("figures:figure", args=[figure])
    if request.method != "POST":
        return redirect(address)
    moment = moment_asked(request.POST.get(PARAMETER, ""))
    if moment.fault:
        return redirect(f"{address}?{urlencode({PARAMETER: moment.asked})}")
    [kept] = issue(figures=[figure], as_of=moment.as_of)
    receipt = queries.access_receipt(key=kept.receipt)
    [verdict] = verify([receipt])
    return figure_page(request, found=kept.figure, moment=moment, verdict=verdict)


def computed_for(name: str, *, moment: KnownOn) -> Computed:
    """The figure as of the moment. Looking keeps no receipt: a closed moment needs none to last.

    Raises:
        Refused: the actor may not read figures, or there is no such figure.
    """
    try:
        [found] = queries.figures(names=[name], as_of=moment.as_of)
    except UnknownFigure:
        raise queries.unknown_figure() from None
    return found


def figure_page(
    request: HttpRequest, *, found: Computed, moment: KnownOn, verdict: Verdict | None = None
) -> HttpResponse:
    """Draw the page of a computed figure, with the outcome of a check if there was one."""
    definition = found.definition
    language = language_of_page()
    name = definition.name.in_language(language)
    who = acting_now()
    context: dict[str, object] = {
        "page_title": name,
        "panel": panel_of(definition),
        "known_on": moment,
        "definition": definition,
        "breadcrumbs": [
            Link(label=_("Cijfers"), url=f"{reverse('figures:list')}{moment.query()}"),
            Link(label=name),
        ],
    }
    if moment.fault:
        return render(request, "figures/figure.html", context, status=BAD_REQUEST)
    division, source = division_asked(request.GET), source_named(definition.query.source)
    reached = reach(who=who, thing=source.governed_as, action="read")
    # Whoever may open every record sees what they come to; for others it is as it is published.
    outward = None if reached.everywhere else seen(found, language=language)
    counted, both = found, redivided(found) if outward is None else outward.redivided()
    found = counted if outward is None else outward.figure
    kept = moment.query(**(in_address(division) if both else {}))
    may_see_records = not reached.nowhere
    records_url = reverse("figures:records", args=[definition.id])
    proof = receipt_of(counted, hides=outward is not None and outward.hides)
    context |= {
        "value": found.text(language),
        "supplied": supplied_sentence(found, language=language),
        "unit_follows": unit_follows(found),
        "fall": fall_of(found, records_seen=may_see_records),
        "long": len(found.text(language)) > LONGEST_LARGE,
        "exact": exact_text(found),
        "unit": definition.unit.in_language(language),
        "sentence": sentence(found),
        "figure": found,
        "records_url": f"{records_url}{moment.query()}" if may_see_records else "",
        "breakdowns": shown_breakdowns(
            found,
            records_url=records_url,
            moment=moment,
            linked=may_see_records,
            redivided=both,
            division=division,
        ),
        "other_division": other_value(both),
        "files_query": kept,
        "meaning": definition.basis.text.in_language(language),
        "note": note_of(definition, language=language),
        "conditions": [] if definition.official else conditions(definition),
        "terms": definition_terms(found),
        "receipt": proof,
        "permalink": permalink(figure=definition.id, receipt=proof.key),
        "hidden": note_text(language) if outward is not None and outward.hides else "",
        "outcome": None if verdict is None else outcome_of(verdict),
        "may_check": decide(who=who, thing=THING, action="verify", organisation=None).allowed,
        "register": source_label(definition),
        "why_url": f"{reverse('explaining:why', args=[definition.id])}{why_query(moment)}",
        "versions": versions_table(definition),
    }
    offer(request, *acts_on(definition, context=context, query=kept))
    return render(request, "figures/figure.html", context)


def why_query(moment: KnownOn) -> str:
    """What asks why the figure became what it is as of the moment of the page."""
    return f"?{urlencode({'tot': moment.asked})}" if moment.pinned else ""


def unit_follows(found: Computed) -> bool:
    """Whether the unit stands behind the value: not behind a day, an amount of euros or parts."""
    definition = found.definition
    if definition.kind in {Kind.MONEY, Kind.RATIO}:
        return False
    return found.number is not None and definition.kind not in {Kind.DATE, Kind.MILESTONE}


def acts_on(definition: Definition, *, context: Mapping[str, object], query: str) -> list[Link]:
    """What the reader can do with a figure now."""
    acts = []
    if context["records_url"]:
        acts.append(Link(label=_("Bekijk de registraties"), url=str(context["records_url"])))
    acts.append(Link(label=_("Waarom veranderde dit cijfer?"), url=str(context["why_url"])))
    if context["may_check"]:
        acts.append(Link(label=_("Reken het bewijs nu na"), url="#bewijs"))
    for name, view in (("CSV", "figures:csv"), ("JSON", "figures:json")):
        address = f"{reverse(view, args=[definition.id])}{query}"
        acts.append(Link(label=_("Ophalen als %(format)s") % {"format": name}, url=address))
    return acts


def definition_terms(found: Computed) -> list[tuple[str, str]]:
    """The definition and its parameters, as terms with values."""
    definition = found.definition
    source = source_named(definition.query.source)
    language = page_language()
    terms = [
        (_("Onderdeel"), item_name(definition)),
        (_("Periode"), period_text(definition.query.period)),
        (_("Bron"), _("register %(source)s") % {"source": source_label(definition)}),
        (
            _("Definitie"),
            _("%(id)s, versie %(version)s, geldig vanaf %(day)s")
            % {
                "id": definition.id,
                "version": definition.version,
                "day": formatting.day(definition.valid_from, language=language),
            },
        ),
        (_("Waarom deze versie"), _(definition.reason)),
        (_("Eigenaar"), _(definition.owner)),
    ]
    if definition.query.event:
        event = source.column(definition.query.event)
        terms.insert(2, (_("De periode gaat over"), _(event.label)))
    if found.unstated:
        terms.append(
            (
                _("Zonder opgave"),
                ngettext(
                    "%(number)s registratie noemt geen aantal en is niet meegeteld",
                    "%(number)s registraties noemen geen aantal en zijn niet meegeteld",
                    found.unstated,
                )
                % {"number": formatting.number(found.unstated, language=language)},
            )
        )
    return terms
