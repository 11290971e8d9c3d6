"""Mandates are reviewed every half year, and the page shows what is due first."""

import datetime as dt

import pytest

from vijfluik.core.partners.queries import mandates_to_review, months_after, today


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


def test_the_review_due_first_stands_on_top_and_lapsed_mandates_are_left_out(platform: str) -> None:
    found = mandates_to_review(on=today())
    assert found[0].mandate.professional.username == "jamila"
    assert [entry.due_on for entry in found] == sorted(entry.due_on for entry in found)
    assert "lieke" not in {entry.mandate.professional.username for entry in found}


def test_a_review_is_overdue_the_day_after_it_was_due(platform: str) -> None:
    first = mandates_to_review(on=today())[0]
    later = mandates_to_review(on=first.due_on + dt.timedelta(days=1))
    assert not first.overdue
    assert later[0].overdue
