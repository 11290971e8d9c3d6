"""Begroot, toegekend, betaald, vastgesteld: per scheme and year, and what is not stated."""

from collections.abc import Sequence
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from vijfluik.core.access.decisions import reach
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import listed_records
from vijfluik.programme.grants.queries.amounts import Amount
from vijfluik.programme.grants.queries.totals import Total, added, totals, with_support_centre
from vijfluik.programme.grants.registers import BUDGET_LINES
from vijfluik.programme.grants.vocabulary import Compartment, LineState, Scheme
from vijfluik.ui import formatting
from vijfluik.ui.components.actions import Tab
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link

# In addresses: whether the grant to the support centre counts with the strengthening funds.
SUPPORT_CENTRE, INSIDE = "steunpunt", "mee"


@require_safe
def money(request: HttpRequest) -> HttpResponse:
    """The page of totals; a scheme leads to its lines and awards where the reader may see them."""
    who = acting_of(request)
    together = request.GET.get(SUPPORT_CENTRE) == INSIDE
    found = totals()
    if together:
        found = with_support_centre(found)
    inside = reach(who=who, thing=Compartment.FUND.value, action="read").everywhere
    years = [
        {"year": year, "table": _of_year(year, rows=list(rows), inside=inside)}
        for year, rows in groupby(found, key=lambda total: total.year)
    ]
    return render(
        request,
        "grants/money.html",
        {
            "page_title": _("Geld"),
            "panel": Panel.VOORKOMEN,
            "intro": _(
                "Begroot, toegekend, betaald en vastgesteld zijn vier verschillende bedragen. "
                "Geld dat al in een andere regel staat, telt daar mee en hier niet nog eens."
            ),
            "years": years,
            "lines": _lines(who),
            "readings": _readings(together=together),
            "wall": _wall(found, inside=inside),
        },
    )


def _lines(who: Acting) -> Sequence[Link]:
    """The budget lines that the two readings differ on, the latest year first."""
    if reach(who=who, thing=BUDGET_LINES.thing, action="read").nowhere:
        return []
    with listed_records(BUDGET_LINES, who=who) as (rows, made):
        schemes = (Scheme.STRENGTHENING, Scheme.FAMILY_SUPPORT)
        kept = rows.filter(scheme__in=schemes, state__in=(LineState.ADOPTED, LineState.CLOSED))
        found = list(kept.order_by("-budget_year", "title", "key"))
        made.showed([each.key for each in found], filters=["regeling"])
    return [
        Link(label=each.title, url=reverse("budget_lines:detail", args=[each.key]))
        for each in found
    ]


def _readings(*, together: bool) -> Sequence[Tab]:
    """Both readings of the source, which does not say which it means."""
    return [
        Tab(label=_("Steunpunt apart"), url="?", current=not together),
        Tab(
            label=_("Steunpunt bij de versterkingsgelden"),
            url=f"?{urlencode({SUPPORT_CENTRE: INSIDE})}",
            current=together,
        ),
    ]


def said(amount: Amount) -> str:
    """An amount in words: "ten minste" when some records state none, and how many those are."""
    whole, gaps = _in_two(amount)
    return f"{whole} ({gaps})" if gaps else whole


def _stacked(amount: Amount) -> str:
    """The same with its gaps on a line of their own, for a narrow column."""
    whole, gaps = _in_two(amount)
    if not gaps:
        return whole
    return format_html('{}<br><span class="vijfluik-fine">{}</span>', whole, gaps)


def _in_two(amount: Amount) -> tuple[str, str]:
    if amount.cents is None:
        return (_("niet vermeld") if amount.unstated else formatting.NO_VALUE, "")
    euros = formatting.money(amount.cents, language=page_language())
    if not amount.unstated:
        return (euros, "")
    gaps = ngettext("%(count)d zonder bedrag", "%(count)d zonder bedrag", amount.unstated)
    return (_("ten minste %(euros)s") % {"euros": euros}, gaps % {"count": amount.unstated})


def _of_year(year: int, *, rows: Sequence[Total], inside: bool) -> Table:
    return Table(
        caption=_("Geld in %(year)d") % {"year": year},
        hide_caption=True,
        columns=[
            Column(label=_("Regeling"), row_header=True),
            Column(label=_("Begroot"), number=True),
            Column(label=_("Toegekend"), number=True),
            Column(label=_("Betaald"), number=True),
            Column(label=_("Vastgesteld"), number=True),
            Column(label=_("Toekenningen"), number=True),
            Column(label=_("Nog vast te stellen"), number=True),
        ],
        rows=[_row(total, inside=inside) for total in rows],
        total=[
            Cell(text=_("Samen")),
            Cell(text=_stacked(added([total.budgeted for total in rows]))),
            Cell(text=_stacked(added([total.committed for total in rows]))),
            Cell(text=_stacked(added([total.paid for total in rows]))),
            Cell(text=_stacked(added([total.settled for total in rows]))),
            Cell(text=_number(sum(total.awards for total in rows))),
            Cell(text=_number(sum(total.unsettled for total in rows))),
        ],
    )


def _row(total: Total, *, inside: bool) -> Row:
    query = urlencode({"regeling": total.scheme, "jaar": str(total.year)})
    # Behind the wall there is nothing to open for who stands outside it.
    opens = total.awards and total.walled == inside
    return Row(
        cells=[
            Cell(text=capfirst(total.label), url=f"{reverse('budget_lines:list')}?{query}"),
            Cell(text=said(total.budgeted)),
            Cell(text=said(total.committed)),
            Cell(text=said(total.paid)),
            Cell(text=said(total.settled)),
            Cell(
                text=_number(total.awards),
                url=f"{reverse('awards:list')}?{query}" if opens else "",
            ),
            Cell(text=_number(total.unsettled)),
        ]
    )


def _number(value: int) -> str:
    return formatting.number(value, language=page_language())


def _wall(found: Sequence[Total], *, inside: bool) -> str:
    """What the reader must know about what is not to be opened."""
    if inside:
        return _("U ziet van het programma alleen totalen; de registraties van het fonds opent u.")
    if not any(total.walled for total in found):
        return ""
    return _(
        "Van het onafhankelijke fonds ziet u alleen deze totalen. Aanvragen, toekenningen en "
        "betalingen zien alleen de aanvrager en het fonds; het ministerie kiest niet mee."
    )
