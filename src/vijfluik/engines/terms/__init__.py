"""Statutory terms: from a rule and an event to the last day, with every step in words.

A library of its own: no Django, no database, no clock. Moments are UTC inside; days are those of
Amsterdam. The rule is a value, `{months = 6, from = "decision"}`; holidays are data.

    rule = rule_from({"weeks": 6, "from": "publication"})
    term = compute(rule, event=dt.date(2026, 3, 12), calendar=dutch_calendar())
    term.last_day                      # 2026-04-23
    [say(step, language="nl") for step in term.steps]
"""

from vijfluik.engines.terms.calendar import Calendar, OutsideCalendar
from vijfluik.engines.terms.computing import Term, compute
from vijfluik.engines.terms.holidays import dutch_calendar
from vijfluik.engines.terms.inputs import Extending, ImpossibleTerm, Pause
from vijfluik.engines.terms.parsing import TermRuleError, as_value, rule_from
from vijfluik.engines.terms.rule import Exclusion, TermRule
from vijfluik.engines.terms.units import Duration, Unit
from vijfluik.engines.terms.words import describe, say

__all__ = [
    "Calendar",
    "Duration",
    "Exclusion",
    "Extending",
    "ImpossibleTerm",
    "OutsideCalendar",
    "Pause",
    "Term",
    "TermRule",
    "TermRuleError",
    "Unit",
    "as_value",
    "compute",
    "describe",
    "dutch_calendar",
    "rule_from",
    "say",
]
