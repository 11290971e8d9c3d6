"""What the page of a line, an application and an award tells beside its fields."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now
from vijfluik.core.registers.declaration import Mark
from vijfluik.core.registers.reading import Detail
from vijfluik.core.registers.walls import compartments
from vijfluik.programme.grants.models import Application, Award, BudgetLine
from vijfluik.programme.grants.pages.money import said
from vijfluik.programme.grants.queries import amounts
from vijfluik.programme.grants.queries.assessing import Judged, judged, late_by
from vijfluik.programme.grants.queries.totals import THING
from vijfluik.programme.grants.registers import AWARDS
from vijfluik.programme.grants.vocabulary import (
    BEHIND_THE_WALL,
    ApplicationState,
    Compartment,
    Finding,
    Overlap,
)
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.registers.values import shown

TONES = {Finding.MEETS: "positive", Finding.PARTLY: "warning", Finding.FAILS: "negative"}


def line_extra(found: Detail) -> Sequence[tuple[str, str]]:
    """What counts in it already."""
    line: BudgetLine = found.record
    inside = amounts.counted_elsewhere(line.key)
    if not inside:
        return []
    items = format_html_join(
        SafeString("<br>"),
        '<a href="{}">{}</a> ({})',
        (
            (
                reverse("budget_lines:detail", args=[each.key]),
                each.title,
                Overlap(each.overlap).label,
            )
            for each in inside
        ),
    )
    return [(_("Hierin telt al mee"), items)]


def line_below(found: Detail) -> SafeString:
    """The four amounts of a line; what it states alone for who does not see all of its awards."""
    line: BudgetLine = found.record
    who = acting_now()
    fund = line.scheme == BEHIND_THE_WALL
    stands_in = Compartment.FUND if fund else Compartment.PROGRAMME
    if stands_in in compartments(AWARDS, who=who):
        return four(amounts.of_line(line))
    totals = not reach(who=who, thing=THING, action="read").nowhere
    return render_to_string(
        "grants/amounts.html",
        {"amounts": [(_("Begroot"), said(amounts.budgeted(line)))], "totals": totals},
    )


def award_from(name: str, parent: Any) -> Mapping[str, object]:
    """What the award on an application begins with, so that nobody types it twice."""
    if name != "application":
        return {}
    application: Application = parent
    return {
        "title": application.title,
        "budget_line": application.round.budget_line_id,
        "lead": application.lead_id,
        "participants": list(application.participants),
        "amount_cents": application.proposed_cents,
    }


def award_below(found: Detail) -> SafeString:
    """The amounts of an award, and what is paid beyond what was settled."""
    award: Award = found.record
    whole = amounts.of_award(award)
    return four(whole, notice=_too_much(whole))


def four(whole: amounts.Amounts, *, notice: str = "") -> SafeString:
    """The amounts side by side."""
    shown_amounts = [
        (label, said(amount))
        for label, amount in (
            (_("Begroot"), whole.budgeted),
            (_("Toegekend"), whole.committed),
            (_("Betaald"), whole.paid),
            (_("Vastgesteld"), whole.settled),
        )
        if amount is not None
    ]
    return render_to_string("grants/amounts.html", {"amounts": shown_amounts, "notice": notice})


def _too_much(whole: amounts.Amounts) -> str:
    paid, committed, settled = (
        whole.paid.cents or 0,
        whole.committed.cents,
        whole.settled.cents,
    )
    if settled is not None and paid > settled:
        return _("Er is %(euros)s meer betaald dan vastgesteld.") % {
            "euros": said(amounts.Amount(cents=paid - settled))
        }
    if committed is not None and paid > committed:
        return _("Er is %(euros)s meer betaald dan toegekend.") % {
            "euros": said(amounts.Amount(cents=paid - committed))
        }
    return ""


def application_extra(found: Detail) -> Sequence[tuple[str, str]]:
    """Whether it came too late, and the decision to read and print."""
    facts: list[tuple[str, str]] = []
    late = late_by(found.record)
    if late is not None:
        days = _("%(days)d dagen na sluiting van de ronde") % {"days": late.days}
        facts.append((_("Ingediend"), days))
    if found.record.state in (ApplicationState.AWARDED, ApplicationState.REJECTED):
        url = reverse("applications:decision", args=[found.record.key])
        link = format_html('<a href="{}">{}</a>', url, _("Besluit lezen en afdrukken"))
        facts.append((_("Besluit"), link))
    return facts


def application_below(found: Detail) -> SafeString:
    """The assessment, criterion by criterion, for who may see it."""
    rows = judged(found.record)
    if not any(row.finding for row in rows):
        return SafeString("")
    return render_to_string("grants/assessment.html", {"table": _assessment(rows)})


def _assessment(rows: Sequence[Judged]) -> Table:
    return Table(
        caption=_("Beoordeling"),
        hide_caption=True,
        columns=[
            Column(label=_("Criterium"), row_header=True),
            Column(label=_("Oordeel"), keep=True),
            Column(label=_("Motivering")),
            Column(label=_("Beoordeeld door"), keep=True),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=row.criterion),
                    Cell(text=_finding(row.finding)),
                    Cell(text=row.grounds),
                    Cell(text=row.by),
                ]
            )
            for row in rows
        ],
    )


def _finding(value: str) -> str:
    if not value:
        return ""
    finding = Finding(value)
    return shown(Mark(label=finding.label, tone=TONES[finding]))
