"""Mandates are reviewed every half year."""

import datetime as dt

import pytest

from vijfluik.core.partners.queries import months_after


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2026, 1, 15), dt.date(2026, 7, 15)),
        (dt.date(2026, 8, 31), dt.date(2027, 2, 28)),
        (dt.date(2027, 8, 31), dt.date(2028, 2, 29)),
        (dt.date(2026, 12, 1), dt.date(2027, 6, 1)),
    ],
)
def test_six_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: dt.date, expected: dt.date
) -> None:
    assert months_after(day, months=6) == expected
