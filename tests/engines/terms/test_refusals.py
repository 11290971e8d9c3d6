"""What is no rule and what is no term is refused, with the place and the remedy."""

import datetime as dt

import pytest

from vijfluik.engines.terms import (
    Duration,
    Extending,
    ImpossibleTerm,
    OutsideCalendar,
    Pause,
    TermRuleError,
    Unit,
    compute,
    dutch_calendar,
    rule_from,
)
from vijfluik.engines.terms.holidays import calendar_from

CALENDAR = dutch_calendar()
DAY = dt.date(2026, 3, 12)

WRONG: list[tuple[object, str]] = [
    ("six months", "a rule is a table"),
    ({"from": "decision"}, "exactly one of"),
    ({"months": 6, "weeks": 1, "from": "decision"}, "exactly one of"),
    ({"months": 6}, "give one"),
    ({"months": 6, "from": "decision", "before": "hearing"}, "give one"),
    ({"months": 6, "from": "The decision"}, "from: the name of an event"),
    ({"months": "six", "from": "decision"}, "months: a whole number"),
    ({"months": True, "from": "decision"}, "months: a whole number"),
    ({"months": 0, "from": "decision"}, "months: a term lasts"),
    ({"months": 6, "from": "decision", "until": "x"}, "unknown key 'until'"),
    ({"months": 6, "from": "decision", "first_day": "yes"}, "first_day: excluded or included"),
    ({"days": 6, "before": "decision", "first_day": "included"}, "first_day"),
    ({"hours": 6, "from": "decision", "first_day": "included"}, "first_day"),
    ({"months": 6, "from": "decision", "exclusion": "because"}, "exclusion: legislation"),
    ({"months": 6, "from": "decision", "extension": 6}, "extension: a table"),
    ({"months": 6, "from": "decision", "extension": {"times": 1}}, "an extension has exactly"),
    ({"months": 6, "from": "decision", "extension": {"weeks": 1, "x": 1}}, "extension: unknown"),
    ({"months": 6, "from": "decision", "extension": {"weeks": 1, "times": 0}}, "times"),
    ({"months": 6, "from": "decision", "extension": {"hours": 1}}, "hours extend"),
    ({"days": 6, "before": "decision", "extension": {"days": 1}}, "counted back"),
]


@pytest.mark.parametrize(("value", "words"), WRONG)
def test_a_value_that_is_no_rule(value: object, words: str) -> None:
    with pytest.raises(TermRuleError, match=words):
        rule_from(value)


def test_a_term_in_hours_needs_a_moment() -> None:
    rule = rule_from({"hours": 1, "from": "receipt_of_order"})
    for event in (DAY, dt.datetime(2026, 3, 12)):  # noqa: DTZ001
        with pytest.raises(ImpossibleTerm, match="a moment with an offset"):
            compute(rule, event=event, calendar=CALENDAR)


def test_a_naive_moment_has_no_day() -> None:
    rule = rule_from({"days": 1, "from": "order"})
    with pytest.raises(ImpossibleTerm, match="needs an offset"):
        compute(rule, event=dt.datetime(2026, 3, 12), calendar=CALENDAR)  # noqa: DTZ001


def test_pauses_that_cannot_be() -> None:
    rule = rule_from({"weeks": 6, "from": "publication"})
    ten, twelve = dt.date(2026, 4, 10), dt.date(2026, 4, 12)
    cases = {
        "cannot end": [Pause(start=twelve, end=ten)],
        "overlaps": [Pause(start=ten, end=twelve), Pause(start=dt.date(2026, 4, 11))],
        "has not ended": [Pause(start=ten), Pause(start=twelve)],
        "has a day": [Pause(start=dt.datetime(2026, 4, 10, tzinfo=dt.UTC))],
    }
    for words, pauses in cases.items():
        with pytest.raises(ImpossibleTerm, match=words):
            compute(rule, event=DAY, calendar=CALENDAR, pauses=pauses)
    back = rule_from({"days": 6, "before": "departure"})
    with pytest.raises(ImpossibleTerm, match="cannot be paused"):
        compute(back, event=DAY, calendar=CALENDAR, pauses=[Pause(start=ten, end=twelve)])


def test_a_paused_term_has_no_end_until_it_restarts() -> None:
    rule = rule_from({"weeks": 6, "from": "publication"})
    start = dt.date(2026, 4, 10)
    standing = compute(rule, event=DAY, calendar=CALENDAR, pauses=[Pause(start=start)])
    assert standing.paused
    assert standing.last_day is None
    assert not standing.over(at=dt.datetime(2030, 1, 1, tzinfo=dt.UTC))
    again = compute(
        rule, event=DAY, calendar=CALENDAR, pauses=[Pause(start=start, end=dt.date(2026, 4, 20))]
    )
    # 23 April and ten days is Sunday 3 May; Monday 4 May is a working day.
    assert again.last_day == dt.date(2026, 5, 4)


def test_hours_pause_from_moment_to_moment() -> None:
    rule = rule_from({"hours": 72, "from": "receipt_of_copy", "exclusion": "european"})
    begin = dt.datetime(2026, 3, 28, 12, tzinfo=dt.UTC)
    pause = Pause(
        start=dt.datetime(2026, 3, 29, 0, tzinfo=dt.UTC),
        end=dt.datetime(2026, 3, 29, 5, tzinfo=dt.UTC),
    )
    late = Pause(start=dt.datetime(2026, 5, 1, tzinfo=dt.UTC))
    term = compute(rule, event=begin, calendar=CALENDAR, pauses=[pause, late])
    assert term.ends == begin + dt.timedelta(hours=77)
    standing = compute(rule, event=begin, calendar=CALENDAR, pauses=[Pause(start=pause.start)])
    assert standing.paused


def test_extensions_that_the_rule_does_not_allow() -> None:
    weeks = Duration(amount=4, unit=Unit.WEEKS)
    bare = rule_from({"weeks": 6, "from": "request"})
    once = rule_from({"weeks": 6, "from": "request", "extension": {"weeks": 4, "times": 1}})
    cases = {
        "allows no extension": (bare, [Extending(by=weeks)]),
        "allows 1": (once, [Extending(by=weeks)] * 2),
        "at most 4": (once, [Extending(by=Duration(amount=5, unit=Unit.WEEKS))]),
        "counted in weeks": (once, [Extending(by=Duration(amount=1, unit=Unit.DAYS))]),
        "cannot be extended any more": (
            once,
            [Extending(by=weeks, decided=dt.date(2026, 4, 24))],
        ),
    }
    for words, (rule, extensions) in cases.items():
        with pytest.raises(ImpossibleTerm, match=words):
            compute(rule, event=DAY, calendar=CALENDAR, extensions=extensions)
    in_time = Extending(by=weeks, decided=dt.date(2026, 4, 23))
    term = compute(once, event=DAY, calendar=CALENDAR, extensions=[in_time])
    assert term.last_day == dt.date(2026, 5, 21)


def test_holidays_before_the_data_are_refused_and_unknown_decrees_are_told() -> None:
    rule = rule_from({"weeks": 6, "from": "request"})
    with pytest.raises(OutsideCalendar, match="2000-01-01"):
        compute(rule, event=dt.date(1999, 3, 1), calendar=CALENDAR)
    told = compute(rule, event=dt.date(2019, 3, 1), calendar=CALENDAR).steps[-1].kind
    assert told == "decrees_unknown"
    known = compute(rule, event=DAY, calendar=CALENDAR).steps[-1].kind
    assert known == "stays"


def test_an_end_outside_the_calendar_is_refused() -> None:
    rule = rule_from({"years": 9999, "from": "request"})
    with pytest.raises(ImpossibleTerm, match="outside the calendar"):
        compute(rule, event=DAY, calendar=CALENDAR)


def test_a_holiday_has_a_date_or_a_distance_from_easter() -> None:
    text = (
        "known_from = 2000-01-01\ndesignated_from = 2000-01-01\ndesignated_until = 2001-01-01\n"
        '[[rule]]\nnl = "x"\nen = "x"\narticle = "3(1)"\nfrom = 2000-01-01\n'
    )
    with pytest.raises(ValueError, match="Easter"):
        calendar_from(text)
