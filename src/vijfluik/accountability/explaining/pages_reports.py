"""What differs between two reports: figures with the why, places of the text, promises kept."""

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.explaining.asked import Between, between_asked
from vijfluik.accountability.explaining.between.built import built_edition
from vijfluik.accountability.explaining.between.difference import (
    ChangedBinding,
    ChangedFigure,
    Difference,
    difference,
)
from vijfluik.accountability.explaining.between.editions import Binding, Stated
from vijfluik.accountability.explaining.between.promises import Outcome, Promise
from vijfluik.accountability.explaining.pages import kept_before
from vijfluik.accountability.explaining.words import moment_words, sentence
from vijfluik.accountability.figures.pages_moment import moment_asked
from vijfluik.accountability.reports.actions import THING, unknown_report
from vijfluik.accountability.reports.library import UnknownReportError, report_named, reports
from vijfluik.accountability.reports.linter_finding import LintError
from vijfluik.accountability.reports.pages import EDITION, frame, language_asked, refused
from vijfluik.accountability.reports.prose_errors import ProseError
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now, require
from vijfluik.ui import formatting
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language
from vijfluik.ui.shell import Link

BAD_REQUEST = 400
OTHER = "met"


@require_safe
def difference_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Two moments of one report, or an earlier report and this one."""
    require(thing=THING, action="read")
    try:
        report = report_named(slug)
    except UnknownReportError:
        raise unknown_report(action="read") from None
    language = language_asked(request)
    until = moment_asked(request.GET.get("tot", "").strip())
    usual = max(
        (each for name in report.figures if (each := kept_before(name, as_of=until.as_of))),
        default=None,
    )
    asked = between_asked(request.GET, usual=usual)
    other = request.GET.get(OTHER, "") or slug
    if other not in reports():
        raise Http404
    title = report.title.in_language(language)
    address = reverse("reports:report", args=[slug])
    context: dict[str, object] = {
        "page_title": _("Wat veranderde er in deze rapportage?"),
        "intro": title,
        "asked": asked,
        "breadcrumbs": [
            Link(label=_("Rapportages"), url=reverse("released:list")),
            Link(label=title, url=address),
            Link(label=_("Wat veranderde er in deze rapportage?")),
        ],
    }
    if asked.fault:
        return render(request, "explaining/difference.html", context, status=BAD_REQUEST)
    try:
        before, after = (
            built_edition(
                name, language=language, as_of=at.as_of, demonstration=settings.DEMONSTRATION
            )
            for name, at in ((other, asked.since), (slug, asked.until))
        )
    except (LintError, ProseError) as error:
        around = frame(slug, moment=asked.until, language=language)
        return refused(request, context=around, error=error)
    found = difference(before, after)
    context |= {
        "reports": [
            (each.slug, each.title.in_language(language), each.slug == other)
            for each in reports().values()
        ],
        "edition": language,
        "edition_name": EDITION,
        "found": found,
        "summary": summary(found),
        "figures": figures_table(found, asked=asked),
        "vanished": stated_table(found.vanished, caption=_("Verdwenen cijfers")),
        "new": stated_table(found.new, caption=_("Nieuwe cijfers")),
        "bindings": bindings_table(found),
        "promises": promises_table(found),
    }
    return render(request, "explaining/difference.html", context)


def summary(found: Difference) -> str:
    """How much differs, in one sentence."""
    kept = sum(each.outcome in {Outcome.KEPT, Outcome.LATE} for each in found.promises)
    stood = sum(each.outcome is not Outcome.NEW for each in found.promises)
    language = page_language()
    words = {
        "since": moment_words(found.before.as_of),
        "until": moment_words(found.after.as_of),
        "changed": formatting.number(len(found.changed), language=language),
        "both": formatting.number(len(found.figures), language=language),
        "vanished": formatting.number(len(found.vanished), language=language),
        "new": formatting.number(len(found.new), language=language),
        "kept": formatting.number(kept, language=language),
        "stood": formatting.number(stood, language=language),
    }
    return (
        _(
            "Van %(since)s naar %(until)s: van de %(both)s cijfers die in beide staan veranderden"
            " er %(changed)s; verdwenen: %(vanished)s, nieuw: %(new)s. Van de %(stood)s moties en"
            " toezeggingen die toen openstonden zijn er %(kept)s afgedaan."
        )
        % words
    )


def figures_table(found: Difference, *, asked: Between) -> Table | None:
    """The figures that changed, each with why and the way to its own page; None when none did."""
    return _table(
        _("Veranderde cijfers"),
        (_("Cijfer"), _("Was"), _("Is"), _("Waarom")),
        [_figure_row(each, asked=asked) for each in found.changed],
    )


def _figure_row(each: ChangedFigure, *, asked: Between) -> list[Cell]:
    address = f"{reverse('explaining:why', args=[each.after.figure])}{asked.query()}"
    why = sentence(each.why) if each.why else _("De definitie van toen is hier niet bekend.")
    return [
        Cell(text=each.after.name.removesuffix(f" {each.after.figure}"), url=address),
        Cell(text=each.before.value),
        Cell(text=each.after.value),
        Cell(text=why),
    ]


def stated_table(rows: tuple[Stated, ...], *, caption: str) -> Table | None:
    """Figures that only one of the two has; None when there are none."""
    return _table(
        caption,
        (_("Cijfer"), _("Waarde"), _("Definitie")),
        [[Cell(text=one.name), Cell(text=one.value), Cell(text=one.definition)] for one in rows],
    )


def bindings_table(found: Difference) -> Table | None:
    """The places of the text that differ; None when none does."""
    return _table(
        _("Plaatsen in de tekst"),
        (_("Cijfer"), _("Onderdeel van de tekst"), _("Stond er"), _("Staat er")),
        [_binding_row(each) for each in found.bindings],
    )


def _binding_row(each: ChangedBinding) -> list[Cell]:
    def text(binding: Binding | None) -> str:
        return formatting.NO_VALUE if binding is None else binding.text

    sections = dict.fromkeys(one.section for one in (each.before, each.after) if one is not None)
    return [
        Cell(text=each.figure),
        Cell(text=" → ".join(sections)),
        Cell(text=text(each.before)),
        Cell(text=text(each.after)),
    ]


def promises_table(found: Difference) -> Table | None:
    """The promises of the first report and what came of them; None when there were none."""
    seen = not reach(who=acting_now(), thing="undertakings", action="read").nowhere
    return _table(
        _("Wat was toegezegd, en wat ervan kwam"),
        (_("Motie of toezegging"), _("Afloop"), _("Beloofd voor"), _("Nu"), _("Afgedaan op")),
        [_promise_row(each, linked=seen) for each in found.promises],
    )


def _promise_row(each: Promise, *, linked: bool) -> list[Cell]:
    address = reverse("undertakings:detail", args=[each.key]) if linked else ""
    return [
        Cell(text=each.title, url=address),
        Cell(text=outcome_word(each.outcome)),
        Cell(text=_day(each.promised)),
        Cell(text=_day(each.now)),
        Cell(text=_day(each.settled_on)),
    ]


def outcome_word(outcome: Outcome) -> str:
    """What came of a promise, in words."""
    return {
        Outcome.KEPT: _("op tijd nagekomen"),
        Outcome.LATE: _("te laat nagekomen"),
        Outcome.OVERDUE: _("niet nagekomen, de dag is voorbij"),
        Outcome.POSTPONED: _("uitgesteld"),
        Outcome.OPEN: _("loopt nog"),
        Outcome.WITHDRAWN: _("registratie ingetrokken"),
        Outcome.NEW: _("sindsdien toegezegd"),
    }[outcome]


def _day(day: dt.date | None) -> str:
    return formatting.NO_VALUE if day is None else formatting.day(day, language=page_language())


def _table(caption: str, heads: tuple[str, ...], rows: list[list[Cell]]) -> Table | None:
    if not rows:
        return None
    return Table(
        caption=caption,
        columns=[Column(label=head, row_header=at == 0) for at, head in enumerate(heads)],
        rows=[Row(cells=cells) for cells in rows],
    )
