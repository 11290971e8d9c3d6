"""The page of one item: what it is, what is recorded and counted for it, and how far it is."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.catalogue import queries
from vijfluik.accountability.catalogue.described import Described
from vijfluik.accountability.catalogue.filtering import title_of
from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.accountability.catalogue.links import seen_from
from vijfluik.accountability.catalogue.pages import panel_of, shown_state
from vijfluik.accountability.catalogue.records import counts_of
from vijfluik.accountability.catalogue.states import RowState, counted
from vijfluik.accountability.catalogue.words import LABELS, TONES, evidence_sentence, reason
from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.pages_words import language_of_page, period_text
from vijfluik.accountability.figures.queries import headlines
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now, require
from vijfluik.core.items.register import items
from vijfluik.core.items.words import Words
from vijfluik.core.partners.queries import today
from vijfluik.core.versions.moments import closed_moment
from vijfluik.programme.evaluations.maturity import Rung, kinds_within_reach
from vijfluik.programme.evaluations.maturity import counted as counted_rungs
from vijfluik.programme.publications.tagging import of_day
from vijfluik.ui.components.notices import shown_badge
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import number
from vijfluik.ui.language import page_language
from vijfluik.ui.shell import Link

DAY = "dag"


@require_safe
def item(request: HttpRequest, key: str) -> HttpResponse:
    """One item."""
    require(thing="programme", action="read")
    found = queries.find(key)
    if found is None:
        raise Http404
    on = day_asked(request)
    entry = queries.entry_of(found, language=page_language())
    described = entry.described
    rows = counted(row.state for row in entry.state.rows)
    return render(
        request,
        "catalogue/item.html",
        {
            "page_title": entry.name,
            "intro": f"{found.key} · {title_of(found.area)}",
            "panel": panel_of(found.area),
            "entry": entry,
            "what": described.what.of(page_language()),
            "facts": facts_of(described),
            "registers": register_table(entry),
            "figures": figure_table(described),
            "maturity": maturity_table(entry),
            "asked_day": on,
            "of_day": of_day(on),
            "ties": ties_of(found.key),
            "state": shown_state(entry.state.state),
            "counts": [(shown_state(state), each) for state, each in rows.items() if each],
            "rows": row_table(entry.state.rows),
            "evidence": evidence_sentence(queries.standing_here()),
            "breadcrumbs": [
                Link(label=_("Programma"), url=reverse("catalogue:areas")),
                Link(label=title_of(found.area), url=reverse("catalogue:area", args=[found.area])),
                Link(label=entry.name),
            ],
        },
    )


def day_asked(request: HttpRequest) -> dt.date:
    """The day whose threat assessment and strategy are told: that in the address, or today."""
    try:
        return dt.date.fromisoformat(request.GET.get(DAY, ""))
    except ValueError:
        return today()


def facts_of(described: Described) -> list[tuple[str, str]]:
    """Who, why it may be done, and where it stands in the source, as terms with values."""
    held, language = catalogue(), page_language()

    def listed(codes: Sequence[str], words: Mapping[str, Words]) -> str:
        return "; ".join(words[code].of(language) for code in codes)

    also = format_html_join(
        ", ",
        '<a href="{}">{}</a>',
        ((reverse("catalogue:area", args=[area]), title_of(area)) for area in described.also),
    )
    patterns = format_html_join(
        ", ",
        '<a href="{}?patroon={}">{}</a>',
        (
            (reverse("catalogue:areas"), key.lower(), held.patterns[key].name.of(language))
            for key in described.patterns
        ),
    )
    facts = [
        (_("Wie voert het uit"), listed(described.runs, held.actors)),
        (_("Wie werkt mee"), listed(described.partners, held.actors)),
        (_("Hoort ook bij"), also),
        (_("Werkwijze"), patterns),
        (_("Grond"), grounds_of(described)),
        (
            _("Bron"),
            _("Rapportage Integrale Aanpak Terrorisme (2019), regels %(lines)s")
            % {"lines": ", ".join(described.lines).replace("-", "–")},
        ),
        (_("Documenten"), listed(described.documents, held.documents)),
        (_("Contact"), contact_of(described)),
        (_("Rubricering"), marking_of(described)),
        (_("Wat hier niet hoort"), apart_of(described)),
    ]
    return [(term, value) for term, value in facts if value]


def contact_of(described: Described) -> str:
    """Where to ask, of an item that is kept elsewhere."""
    return "" if described.contact is None else described.contact.of(page_language())


def marking_of(described: Described) -> str:
    """How far an item is classified, where that has to be seen."""
    return "" if described.marking is None else described.marking.of(page_language())


def apart_of(described: Described) -> str:
    """What does not belong here, for who might look for it or want to record it."""
    return "" if described.apart is None else described.apart.of(page_language())


def grounds_of(described: Described) -> SafeString:
    """The grounds of an item, each leading to its provisions."""
    held, language = catalogue(), page_language()
    return format_html_join(
        "; ",
        '<a href="{}?regel={}">{}</a>',
        (
            (reverse("law:overview"), rule, held.grounds[rule].of(language))
            for rule in described.ground
        ),
    )


def register_table(entry: queries.Entry) -> Table | None:
    """The registers that serve an item, with how many records the reader may see in each."""
    counts = counts_of(entry.registers, item=entry.item.key)
    rows = []
    for register in entry.registers:
        url, shown = "", ""
        if register.thing in counts:
            url = f"/{register.path}/?onderdeel={entry.item.key.lower()}"
            shown = number(counts[register.thing], language=page_language())
        rows.append(Row(cells=[Cell(text=str(register.title), url=url), Cell(text=shown)]))
    columns = [Column(label=_("Register"), row_header=True), Column(label=_("Nu"), number=True)]
    caption = _("Registers waarin voor dit onderdeel wordt vastgelegd")
    return Table(caption=caption, columns=columns, rows=rows) if rows else None


def figure_table(described: Described) -> Table | None:
    """The figures of an item: those that are computed with their value, the others by name."""
    language = language_of_page()
    computed = _computed(described)
    named = [*described.figures, *(each for each in computed if each not in described.figures)]
    rows = []
    for name in named:
        value = computed.get(name)
        if value is None:
            words = catalogue().figures[name].of(page_language())
            rows.append(
                Row(cells=[Cell(text=words), Cell(text=_("nog niet berekend")), Cell(text="")])
            )
            continue
        definition = value.definition
        rows.append(
            Row(
                cells=[
                    Cell(
                        text=definition.name.in_language(language),
                        url=reverse("figures:figure", args=[name]),
                    ),
                    Cell(text=f"{value.text(language)} {definition.unit.in_language(language)}"),
                    Cell(text=period_text(definition.query.period)),
                ]
            )
        )
    columns = [
        Column(label=_("Cijfer"), row_header=True),
        Column(label=_("Waarde nu")),
        Column(label=_("Periode"), keep=True),
    ]
    caption = _("Cijfers van dit onderdeel")
    return Table(caption=caption, columns=columns, rows=rows) if rows else None


def maturity_table(entry: queries.Entry) -> Table | None:
    """How many awards, partnerships and trainings of an item have a plan to evaluate, or an
    evaluation; None where the reader may not be told, or there are none."""
    rows, language, item = [], page_language(), entry.item.key
    serving = {register.thing for register in entry.registers}
    for kind in kinds_within_reach():
        if kind.thing not in serving:
            continue
        found = counted_rungs(kind, item=item)
        if not any(found.values()):
            continue
        asked = {"soort": kind.word, "onderdeel": item.lower()}
        address = reverse("evaluations_maturity")
        cells = [Cell(text=str(kind.label), url=f"{address}?{urlencode(asked)}")]
        for rung, count in found.items():
            url = f"{address}?{urlencode({**asked, 'trede': rung.value})}" if count else ""
            cells.append(Cell(text=number(count, language=language), url=url))
        rows.append(Row(cells=cells))
    columns = [
        Column(label=_("Wat"), row_header=True),
        *(Column(label=capfirst(str(rung.label)), number=True) for rung in Rung),
    ]
    caption = _("Hoe ver het evalueren is")
    return Table(caption=caption, columns=columns, rows=rows) if rows else None


def _computed(described: Described) -> dict[str, Valued]:
    """The values of the item's figures that have a definition, when the reader may read figures."""
    names = [
        name
        for name, versions in library().items()
        if versions[-1].register_item == described.key or name in described.figures
    ]
    if not names or reach(who=acting_now(), thing="figures", action="read").nowhere:
        return {}
    found = headlines(names=names, as_of=closed_moment())
    return {each.definition.id: each for each in found}


def ties_of(key: str) -> list[tuple[str, list[Link]]]:
    """What an item has to do with others: the kind of tie in words, and where each leads."""
    language = page_language()
    return [
        (words.of(language), [link_to(other) for other in others])
        for words, others in seen_from(key, links=catalogue().links)
    ]


def link_to(key: str) -> Link:
    """An item by key and name, leading to its page."""
    return Link(
        label=f"{key} {items()[key].name(page_language())}",
        url=reverse("catalogue:item", args=[key.lower()]),
    )


def row_table(rows: Sequence[RowState]) -> Table | None:
    """The rows of an item: what is asked, how far it is, and why not further."""
    language = page_language()
    columns = [
        Column(label=_("Punt"), keep=True),
        Column(label=_("Wat er moet kunnen"), row_header=True),
        Column(label=_("Stand"), keep=True),
        Column(label=_("Toelichting")),
    ]
    shown = [
        Row(
            key=row.demand.id.replace("/", "-").replace(".", "-").lower(),
            cells=[
                Cell(text=row.demand.id),
                Cell(text=row.demand.row.words.of(language)),
                Cell(text=shown_badge(str(LABELS[row.state]), TONES[row.state])),
                Cell(text=reason(row)),
            ],
        )
        for row in rows
    ]
    caption = _("Wat dit onderdeel moet kunnen, punt voor punt")
    return Table(caption=caption, columns=columns, rows=shown) if shown else None
