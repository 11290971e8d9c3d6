"""Reckoning a term on the page of a provision: a day in, the end and every step out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils.translation import gettext as _

from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.engines.terms import (
    ImpossibleTerm,
    OutsideCalendar,
    TermRule,
    compute,
    describe,
    dutch_calendar,
    say,
)
from vijfluik.engines.terms.words import event_name
from vijfluik.site.law.asked import day_in
from vijfluik.ui.formatting import day, moment
from vijfluik.ui.language import page_language

BEGIN = "begin"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, kw_only=True)
class Reckoned:
    """A term of a provision, and its end for the day that was asked for."""

    name: str
    rule: str
    event: str
    end: str = ""
    steps: Sequence[str] = ()
    fault: str = ""


@dataclass(frozen=True, kw_only=True)
class Reckoning:
    """All terms of a provision; `begin` is what stood in the address."""

    begin: str
    fault: str
    terms: Sequence[Reckoned]
    in_hours: bool


def reckoning(request: HttpRequest, version: ProvisionVersion) -> Reckoning:
    """The terms of a version, reckoned when the address has a day (a moment for hours)."""
    begin = request.GET.get(BEGIN, "").strip()
    rules = version.usable_terms
    in_hours = any(rule.in_hours for rule in rules.values())
    event = event_in(begin, in_hours=in_hours) if begin else None
    fault = ""
    if begin and event is None:
        fault = _("Dit is geen dag of tijd. Schrijf een dag als 2026-03-12.")
    return Reckoning(
        begin=begin,
        fault=fault,
        terms=[_reckoned(name, rule, event=event) for name, rule in rules.items()],
        in_hours=in_hours,
    )


def event_in(text: str, *, in_hours: bool) -> dt.date | None:
    """The day that a text writes, or the moment on the clock of Amsterdam for a term in hours."""
    if not in_hours:
        return day_in(text)
    try:
        written = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    if day_in(written.date().isoformat()) is None:
        return None
    return written if written.tzinfo is not None else written.replace(tzinfo=AMSTERDAM)


def _reckoned(name: str, rule: TermRule, *, event: dt.date | None) -> Reckoned:
    language = page_language()
    told = describe(rule, language=language)
    named = event_name(rule.event, language=language)
    if event is None:
        return Reckoned(name=name, rule=told, event=named)
    try:
        term = compute(rule, event=event, calendar=dutch_calendar())
    except OutsideCalendar:
        fault = _("De feestdagen van die tijd zijn niet vastgelegd. Kies een dag vanaf 2000.")
        return Reckoned(name=name, rule=told, event=named, fault=fault)
    except ImpossibleTerm:
        fault = _("Van deze dag af is de termijn niet te berekenen.")
        return Reckoned(name=name, rule=told, event=named, fault=fault)
    end = ""
    if term.last_day is not None:
        end = day(term.last_day, language=language)
    elif term.ends is not None:
        end = moment(term.ends, language=language)
    steps = [say(step, language=language) for step in term.steps]
    return Reckoned(name=name, rule=told, event=named, end=end, steps=steps)
