"""What must hold of every term."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vijfluik.engines.terms import (
    Duration,
    Exclusion,
    Extending,
    Pause,
    TermRule,
    Unit,
    as_value,
    compute,
    dutch_calendar,
    rule_from,
    say,
)
from vijfluik.engines.terms.act import verdict
from vijfluik.engines.terms.easter import easter
from vijfluik.engines.terms.rule import Extension
from vijfluik.engines.terms.units import shifted

CALENDAR = dutch_calendar()
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ONE = dt.timedelta(days=1)
days = st.dates(min_value=dt.date(2005, 1, 1), max_value=dt.date(2040, 12, 31))
moments = st.datetimes(
    min_value=dt.datetime(2005, 1, 1),  # noqa: DTZ001
    max_value=dt.datetime(2040, 12, 31),  # noqa: DTZ001
).map(lambda each: each.replace(tzinfo=dt.UTC))
whole = st.sampled_from([unit for unit in Unit if unit != Unit.HOURS])
calendar_units = st.sampled_from([Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS])
exclusions = st.none() | st.sampled_from(list(Exclusion))


@st.composite
def rules(draw: st.DrawFn, units: st.SearchStrategy[Unit] = whole) -> TermRule:
    unit = draw(units)
    most = 8 if unit == Unit.YEARS else 120
    return TermRule(
        duration=Duration(amount=draw(st.integers(1, most)), unit=unit),
        event="request",
        first_day_counts=draw(st.booleans()) and unit != Unit.HOURS,
        exclusion=draw(exclusions),
    )


def last_day(rule: TermRule, day: dt.date, *pauses: Pause) -> dt.date:
    found = compute(rule, event=day, calendar=CALENDAR, pauses=pauses).last_day
    assert found is not None
    return found


@given(rule=rules(), first=days, second=days)
def test_a_later_event_never_ends_earlier(rule: TermRule, first: dt.date, second: dt.date) -> None:
    first, second = sorted((first, second))
    assert last_day(rule, first) <= last_day(rule, second)


@given(rule=rules(), day=days)
def test_a_longer_term_never_ends_earlier(rule: TermRule, day: dt.date) -> None:
    longer = TermRule(
        duration=Duration(amount=rule.duration.amount + 1, unit=rule.duration.unit),
        event=rule.event,
        first_day_counts=rule.first_day_counts,
        exclusion=Exclusion.AGREEMENT,
    )
    shorter = TermRule(
        duration=rule.duration,
        event=rule.event,
        first_day_counts=rule.first_day_counts,
        exclusion=Exclusion.AGREEMENT,
    )
    assert last_day(shorter, day) < last_day(longer, day)


@given(rule=rules(), day=days)
def test_a_governed_term_ends_on_a_working_day_and_not_before_its_own_end(
    rule: TermRule, day: dt.date
) -> None:
    last = last_day(rule, day)
    bare = TermRule(
        duration=rule.duration,
        event=rule.event,
        first_day_counts=rule.first_day_counts,
        exclusion=Exclusion.AGREEMENT,
    )
    if verdict(rule, governing=rule.duration).applies:
        assert CALENDAR.working(last)
        assert last >= last_day(bare, day)
    else:
        assert last == last_day(bare, day)


@given(
    rule=rules(calendar_units),
    day=days,
    offset=st.integers(1, 400),
    length=st.integers(1, 90),
)
def test_a_pause_within_the_term_moves_its_end_by_its_length(
    rule: TermRule, day: dt.date, offset: int, length: int
) -> None:
    bare = TermRule(duration=rule.duration, event=rule.event, exclusion=Exclusion.AGREEMENT)
    end = last_day(bare, day)
    start = day + dt.timedelta(days=offset)
    assume(start <= end)
    paused = last_day(bare, day, Pause(start=start, end=start + dt.timedelta(days=length)))
    assert paused == end + dt.timedelta(days=length)


@given(rule=rules(calendar_units), day=days, cut=st.integers(1, 20), offset=st.integers(1, 60))
def test_two_pauses_side_by_side_are_one(
    rule: TermRule, day: dt.date, cut: int, offset: int
) -> None:
    start = day + dt.timedelta(days=offset)
    middle, end = start + dt.timedelta(days=cut), start + dt.timedelta(days=2 * cut)
    whole = last_day(rule, day, Pause(start=start, end=end))
    assert (
        last_day(rule, day, Pause(start=middle, end=end), Pause(start=start, end=middle)) == whole
    )


@given(rule=rules(st.just(Unit.WORKING_DAYS)), day=days, offset=st.integers(1, 30))
def test_no_paused_day_counts_as_a_working_day(rule: TermRule, day: dt.date, offset: int) -> None:
    start = day + dt.timedelta(days=offset)
    pause = Pause(start=start, end=start + dt.timedelta(days=9))
    last = last_day(rule, day, pause)
    first = day if rule.first_day_counts else day + ONE
    counted = [
        first + dt.timedelta(days=at)
        for at in range((last - first).days + 1)
        if CALENDAR.working(first + dt.timedelta(days=at))
        and not pause.start <= first + dt.timedelta(days=at) < (pause.end or last)
    ]
    assert len(counted) >= rule.duration.amount
    if rule.exclusion is not None:
        assert len(counted) == rule.duration.amount


@given(day=days, months=st.integers(1, 60))
def test_months_keep_the_number_of_the_day_or_take_the_last(day: dt.date, months: int) -> None:
    last = shifted(day, by=Duration(amount=months, unit=Unit.MONTHS))
    assert (last.year * 12 + last.month) - (day.year * 12 + day.month) == months
    assert last.day == day.day or (last.day < day.day and (last + ONE).day == 1)


@given(moment=moments, amount=st.integers(1, 400))
def test_hours_are_hours_also_when_the_clock_is_moved(moment: dt.datetime, amount: int) -> None:
    rule = TermRule(duration=Duration(amount=amount, unit=Unit.HOURS), event="order")
    local = moment.astimezone(AMSTERDAM)
    found = compute(rule, event=local, calendar=CALENDAR)
    assert found.ends == moment + dt.timedelta(hours=amount)


@given(rule=rules(), moment=moments)
def test_a_day_of_amsterdam_ends_at_its_midnight(rule: TermRule, moment: dt.datetime) -> None:
    found = compute(rule, event=moment, calendar=CALENDAR)
    assert found == compute(rule, event=moment.astimezone(AMSTERDAM).date(), calendar=CALENDAR)
    assert found.ends is not None
    assert found.last_day is not None
    local = found.ends.astimezone(AMSTERDAM)
    assert (local.date(), local.hour, local.minute) == (found.last_day + ONE, 0, 0)
    assert found.over(at=found.ends)
    assert not found.over(at=found.ends - dt.timedelta(microseconds=1))


@given(rule=rules(), day=days, language=st.sampled_from(["nl", "en"]))
def test_every_step_is_said(rule: TermRule, day: dt.date, language: str) -> None:
    pause = Pause(start=day + 2 * ONE, end=day + 5 * ONE)
    for step in compute(rule, event=day, calendar=CALENDAR, pauses=[pause]).steps:
        said = say(step, language=language)
        assert said.endswith(".")
        assert "{" not in said
        assert "None" not in said


@given(rule=rules(st.sampled_from(list(Unit))))
def test_a_rule_is_read_back_from_its_value(rule: TermRule) -> None:
    assert rule_from(as_value(rule)) == rule


@given(day=days, times=st.integers(1, 4))
def test_an_extension_counts_from_the_end_before_it(day: dt.date, times: int) -> None:
    six = Duration(amount=6, unit=Unit.MONTHS)
    rule = TermRule(duration=six, event="decision", extension=Extension(duration=six))
    expected = shifted(day, by=six)
    for _ in range(times):
        expected = shifted(expected, by=six)
    term = compute(rule, event=day, calendar=CALENDAR, extensions=[Extending(by=six)] * times)
    assert term.last_day == expected


@pytest.mark.parametrize("year", range(1900, 2200, 7))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert dt.date(year, 3, 22) <= day <= dt.date(year, 4, 25)
