"""Every step, and a rule itself, in Dutch or in English."""

import datetime as dt
from collections.abc import Mapping

from vijfluik.engines.terms.calendar import Holiday
from vijfluik.engines.terms.moments import AMSTERDAM
from vijfluik.engines.terms.rule import Exclusion, TermRule
from vijfluik.engines.terms.sentences import (
    DAY_NAMES,
    EVENTS,
    EXCLUSIONS,
    FIRST_DAY,
    MONTH_NAMES,
    NOT_GOVERNED,
    RULES,
    STEPS,
    UNITS,
)
from vijfluik.engines.terms.steps import Step, StepKind
from vijfluik.engines.terms.units import Duration


def say(step: Step, *, language: str) -> str:
    """A step as a sentence; English for `en…`, Dutch for every other language."""
    language = _known(language)
    values = {name: _word(value, language) for name, value in step.values.items()}
    values["when"] = values.get("at") or values.get("day", "")
    if step.kind == StepKind.EVENT:
        values["event"] = event_name(str(step.values["event"]), language=language)
    if step.kind == StepKind.NOT_GOVERNED:
        why = step.values.get("exclusion")
        reasons = EXCLUSIONS[language]
        values["reason"] = (
            reasons[why]
            if isinstance(why, Exclusion)
            else NOT_GOVERNED[language][str(step.values["article"])]
        )
    if step.values.get("duration") == "first_day":
        return FIRST_DAY[language].format(**values)
    sentence = STEPS[language][step.kind].format(**values)
    return sentence[0].upper() + sentence[1:]


def describe(rule: TermRule, *, language: str) -> str:
    """A rule in words: "6 maanden na het besluit, telkens te verlengen met 6 maanden"."""
    language = _known(language)
    words = RULES[language]
    text = words["before" if rule.backwards else "from"].format(
        duration=duration_text(rule.duration, language=language),
        event=event_name(rule.event, language=language),
    )
    if rule.first_day_counts:
        text += words["included"]
    if rule.extension is not None:
        many = rule.extension.times is None
        text += words["each_time" if many else "times"].format(
            duration=duration_text(rule.extension.duration, language=language),
            times=rule.extension.times,
        )
    return text


def event_name(event: str, *, language: str) -> str:
    """What an event is called; a name that nobody translated is shown with spaces."""
    named = EVENTS.get(event)
    return event.replace("_", " ") if named is None else named[_known(language) == "en"]


def duration_text(duration: Duration, *, language: str) -> str:
    """A duration in words: "1 maand", "5 working days"."""
    one, many = UNITS[_known(language)][duration.unit]
    return f"{duration.amount} {one if duration.amount == 1 else many}"


def day_text(day: dt.date, *, language: str) -> str:
    """A day in words: "vrijdag 1 maart 2019"."""
    language = _known(language)
    weekday = DAY_NAMES[language][day.weekday()]
    return f"{weekday} {day.day} {MONTH_NAMES[language][day.month - 1]} {day.year}"


def _known(language: str) -> str:
    return "en" if language.startswith("en") else "nl"


def _word(value: object, language: str) -> str:
    if isinstance(value, dt.datetime):
        local = value.astimezone(AMSTERDAM)
        return f"{day_text(local.date(), language=language)}, {local:%H:%M} ({local:%Z})"
    if isinstance(value, dt.date):
        return day_text(value, language=language)
    if isinstance(value, Duration):
        return duration_text(value, language=language)
    if isinstance(value, Holiday):
        return value.en if language == "en" else value.nl
    weekdays: Mapping[str, int] = {name.lower(): at for at, name in enumerate(DAY_NAMES["en"])}
    if isinstance(value, str) and value in weekdays:
        return DAY_NAMES[language][weekdays[value]]
    return str(value)
