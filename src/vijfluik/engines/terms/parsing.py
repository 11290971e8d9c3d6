"""Reading a rule from its value, as data files and databases hold it, and writing it back."""

import re
from collections.abc import Mapping

from vijfluik.engines.terms.rule import Exclusion, Extension, TermRule
from vijfluik.engines.terms.units import Duration, Unit

EVENT = re.compile(r"[a-z][a-z0-9_]{0,39}")
KEYS = {*Unit, "from", "before", "first_day", "exclusion", "extension"}
FIRST_DAY = {"excluded": False, "included": True}


class TermRuleError(ValueError):
    """The value is no rule; the message names the key and what may stand there."""


def rule_from(value: object) -> TermRule:
    """The rule that a value states: `{"months": 6, "from": "decision"}`.

    Keys: one unit with a whole number; `from` or `before` with the name of the event; and where
    needed `first_day` ("excluded" or "included"), `exclusion` (a name of `Exclusion`) and
    `extension` (one unit, and `times` when the law sets a number).

    Raises:
        TermRuleError: a key is missing, unknown, doubled, or holds something else.
    """
    if not isinstance(value, Mapping):
        raise TermRuleError(f"a rule is a table such as {{months = 6, from = …}}, not {value!r}")
    unknown = sorted(str(key) for key in value if key not in KEYS)
    if unknown:
        raise TermRuleError(f"unknown key {unknown[0]!r}; a rule has {', '.join(sorted(KEYS))}")
    event, backwards = _event(value)
    duration = _duration(value, of="a rule")
    first_day = _first_day(value)
    if backwards and first_day:
        raise TermRuleError("first_day: a term that is counted back has no first day")
    if duration.unit == Unit.HOURS and first_day:
        raise TermRuleError("first_day: a term in hours runs from its moment")
    return TermRule(
        duration=duration,
        event=event,
        backwards=backwards,
        first_day_counts=first_day,
        exclusion=_exclusion(value),
        extension=_extension(value, backwards=backwards),
    )


def as_value(rule: TermRule) -> dict[str, object]:
    """The value that `rule_from` reads back as the same rule; defaults are left out."""
    value: dict[str, object] = {
        str(rule.duration.unit): rule.duration.amount,
        "before" if rule.backwards else "from": rule.event,
    }
    if rule.first_day_counts:
        value["first_day"] = "included"
    if rule.exclusion is not None:
        value["exclusion"] = str(rule.exclusion)
    if rule.extension is not None:
        extension: dict[str, object] = {
            str(rule.extension.duration.unit): rule.extension.duration.amount
        }
        if rule.extension.times is not None:
            extension["times"] = rule.extension.times
        value["extension"] = extension
    return value


def _duration(value: Mapping[str, object], *, of: str) -> Duration:
    units = [unit for unit in Unit if unit in value]
    if len(units) != 1:
        raise TermRuleError(f"{of} has exactly one of {', '.join(Unit)}; found {len(units)}")
    amount = value[units[0]]
    if type(amount) is not int:
        raise TermRuleError(f"{units[0]}: a whole number, not {amount!r}")
    try:
        return Duration(amount=amount, unit=units[0])
    except ValueError as error:
        raise TermRuleError(f"{units[0]}: {error}") from None


def _event(value: Mapping[str, object]) -> tuple[str, bool]:
    given = [key for key in ("from", "before") if key in value]
    if len(given) != 1:
        raise TermRuleError("a rule runs `from` an event or is counted back `before` one: give one")
    event = value[given[0]]
    if not isinstance(event, str) or not EVENT.fullmatch(event):
        raise TermRuleError(
            f"{given[0]}: the name of an event in small letters, such as decision; not {event!r}"
        )
    return event, given[0] == "before"


def _first_day(value: Mapping[str, object]) -> bool:
    given = value.get("first_day", "excluded")
    if not isinstance(given, str) or given not in FIRST_DAY:
        raise TermRuleError(f"first_day: {' or '.join(FIRST_DAY)}, not {given!r}")
    return FIRST_DAY[given]


def _exclusion(value: Mapping[str, object]) -> Exclusion | None:
    given = value.get("exclusion")
    if given is None:
        return None
    try:
        return Exclusion(str(given))
    except ValueError:
        raise TermRuleError(f"exclusion: {', '.join(Exclusion)}; not {given!r}") from None


def _extension(value: Mapping[str, object], *, backwards: bool) -> Extension | None:
    given = value.get("extension")
    if given is None:
        return None
    if backwards:
        raise TermRuleError("extension: a term that is counted back cannot be extended")
    if not isinstance(given, Mapping):
        raise TermRuleError(f"extension: a table such as {{weeks = 4}}, not {given!r}")
    unknown = sorted(str(key) for key in given if key not in {*Unit, "times"})
    if unknown:
        raise TermRuleError(f"extension: unknown key {unknown[0]!r}")
    times = given.get("times")
    if times is not None and (type(times) is not int or times < 1):
        raise TermRuleError(f"extension: times is a whole number of at least 1, not {times!r}")
    duration = _duration(given, of="an extension")
    if (duration.unit == Unit.HOURS) != (Unit.HOURS in value):
        raise TermRuleError("extension: hours extend a term in hours, and nothing else does")
    return Extension(duration=duration, times=times)
