"""When somebody is told, when mail goes out, and what a calendar says: without a database."""

import datetime as dt

import pytest
from django.core.exceptions import ImproperlyConfigured
from tests.core.notices.reading import read_calendar

from vijfluik.core.notices.calendar import MOST_OCTETS, calendar_of, folded
from vijfluik.core.notices.models import Rhythm
from vijfluik.core.notices.moments import days_before, goes_out, presses, without_waiting
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.site import mailing

DUE = dt.date(2026, 12, 24)
# A Friday.
FRIDAY = dt.datetime(2026, 10, 23, 12, 30, tzinfo=AMSTERDAM)


def test_each_day_before_has_the_last_moment_that_it_reached() -> None:
    told = [days_before(DUE, on=DUE - dt.timedelta(days=left)) for left in range(-2, 33)]
    assert told == [None] * 2 + [7] * 8 + [14] * 7 + [30] * 16 + [None] * 2
    assert [presses(DUE, on=DUE - dt.timedelta(days=left)) for left in (0, 1, 2)] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [
        (Rhythm.DIRECT, FRIDAY),
        # The clocks go back that weekend, and eight o'clock stays eight o'clock.
        (Rhythm.DAILY, dt.datetime(2026, 10, 26, 8, tzinfo=AMSTERDAM)),
        (Rhythm.WEEKLY, dt.datetime(2026, 10, 26, 8, tzinfo=AMSTERDAM)),
    ],
)
def test_an_overview_goes_out_at_eight_on_a_working_day(
    rhythm: Rhythm, expected: dt.datetime
) -> None:
    assert goes_out(rhythm, at=FRIDAY) == expected
    assert goes_out(rhythm, at=expected) == expected
    assert expected.astimezone(dt.UTC).hour in (7, 10)


@pytest.mark.parametrize(
    ("rhythm", "days", "expected"),
    [
        (Rhythm.DIRECT, 0, 1),
        # Friday after eight: both overviews come on Monday.
        (Rhythm.DAILY, 0, 3),
        (Rhythm.WEEKLY, 0, 3),
        # Tuesday: that of tomorrow, or that of next week.
        (Rhythm.DAILY, 4, 1),
        (Rhythm.WEEKLY, 4, 6),
    ],
)
def test_what_is_due_before_the_next_overview_does_not_wait_for_it(
    rhythm: Rhythm, days: int, expected: int
) -> None:
    at = FRIDAY + dt.timedelta(days=days)
    assert without_waiting(rhythm, at=at) == at.date() + dt.timedelta(days=expected)


def test_a_calendar_is_valid_and_says_overleg_and_a_time_and_nothing_else() -> None:
    days = [dt.date(2026, 3, 27), dt.date(2026, 3, 30)]
    at = dt.datetime(2026, 3, 1, 10, tzinfo=dt.UTC)
    made = calendar_of(days, secret=b"one", at=at, language="nl")
    events = read_calendar(made)
    # Summer time begins between the two: nine o'clock in Amsterdam both times.
    assert [each["DTSTART"] for each in events] == ["20260327T080000Z", "20260330T070000Z"]
    assert [each["DTEND"] for each in events] == ["20260327T083000Z", "20260330T073000Z"]
    assert {each["SUMMARY"] for each in events} == {"Overleg"}
    assert {frozenset(each) for each in events} == {
        frozenset(["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP"])
    }
    again = read_calendar(calendar_of(days, secret=b"one", at=at, language="en"))
    other = read_calendar(calendar_of(days, secret=b"two", at=at, language="nl"))
    assert [each["UID"] for each in again] == [each["UID"] for each in events]
    assert not {each["UID"] for each in other} & {each["UID"] for each in events}
    assert {each["SUMMARY"] for each in again} == {"Meeting"}


@pytest.mark.parametrize("text", ["", "x" * 75, "x" * 76, "é" * 200, "a😀" * 90])
def test_a_line_is_folded_between_characters(text: str) -> None:
    lines = folded(text).encode().split(b"\r\n")
    assert max(map(len, lines)) <= MOST_OCTETS
    assert all(line.startswith(b" ") for line in lines[1:])
    assert b"".join([lines[0], *(line[1:] for line in lines[1:])]).decode() == text


@pytest.mark.parametrize(
    ("words", "proof", "links", "said"),
    [
        ({"VIJFLUIK_MAIL_SECURITY": "none"}, True, True, "starttls or tls"),
        ({"VIJFLUIK_MAIL_SECURITY": "ssl"}, False, True, "must be one of"),
        ({"VIJFLUIK_MAIL_PORT": "0"}, False, True, "at least 1"),
        ({}, True, False, "VIJFLUIK_ADDRESS"),
    ],
)
def test_a_mail_server_that_is_not_safe_is_refused_at_the_start(
    monkeypatch: pytest.MonkeyPatch, words: dict[str, str], proof: bool, links: bool, said: str
) -> None:
    for name, value in words.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=said):
        mailing.read(proof=proof, links=links)
    for name in words:
        monkeypatch.delenv(name)
    well = mailing.read(proof=True, links=True)
    assert (well.port, well.starttls, well.tls) == (587, True, False)
