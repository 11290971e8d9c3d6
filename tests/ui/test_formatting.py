"""Numbers, days, moments and hedges come out as Dutch and as English."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vijfluik.ui import formatting


def test_thousands_are_parted_by_a_point_in_dutch_and_a_comma_in_english() -> None:
    assert formatting.number(4823, language="nl") == "4.823"
    assert formatting.number(4823, language="en") == "4,823"


def test_decimals_are_written_as_asked() -> None:
    assert formatting.number(Decimal("12.5"), language="nl", decimals=1) == "12,5"
    assert formatting.number(12, language="en", decimals=2) == "12.00"


def test_a_negative_number_carries_a_minus_sign_not_a_hyphen() -> None:
    assert formatting.number(-54, language="nl") == "−54"


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_a_dutch_number_reads_back_as_itself(value: int) -> None:
    text = formatting.number(value, language="nl")
    assert int(text.replace(".", "").replace("−", "-")) == value


def test_an_unknown_language_is_written_as_dutch() -> None:
    assert formatting.number(1000, language="fr") == "1.000"
    assert formatting.number(1000, language="en-gb") == "1,000"


def test_a_difference_always_shows_its_sign() -> None:
    assert formatting.signed(54, language="nl") == "+54"
    assert formatting.signed(-54, language="nl") == "−54"
    assert formatting.signed(0, language="nl") == "0"


def test_a_share_becomes_a_percentage() -> None:
    assert formatting.percentage(0.63, language="nl") == "63%"
    assert formatting.percentage(Decimal("0.631"), language="nl", decimals=1) == "63,1%"


def test_money_is_given_in_cents_and_whole_euros_have_no_decimals() -> None:
    assert formatting.money(720_000_000, language="nl").split() == ["€", "7.200.000"]
    assert formatting.money(150, language="nl").split() == ["€", "1,50"]
    assert formatting.money(150, language="en") == "€1.50"


def test_a_day_is_written_in_full_and_short() -> None:
    day = date(2019, 4, 15)
    assert formatting.day(day, language="nl") == "15 april 2019"
    assert formatting.day(day, language="en") == "15 April 2019"
    assert formatting.short_day(date(2019, 3, 1), language="nl") == "1 mrt 2019"


def test_a_moment_stands_on_the_clock_of_amsterdam_in_summer_and_winter() -> None:
    summer = datetime(2019, 4, 15, 12, 5, 9, tzinfo=UTC)
    assert formatting.moment(summer, language="nl") == "15 april 2019, 14:05"
    assert formatting.moment(summer, language="nl", seconds=True) == "15 april 2019, 14:05:09"
    winter = datetime(2019, 1, 15, 12, 5, tzinfo=UTC)
    assert formatting.moment(winter, language="en") == "15 January 2019, 13:05"


def test_a_moment_late_in_the_evening_counts_as_the_next_day_of_amsterdam() -> None:
    late = datetime(2019, 4, 14, 22, 30, tzinfo=UTC)
    assert formatting.day(late, language="nl") == "15 april 2019"
    assert formatting.short_day(late, language="nl") == "15 apr 2019"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        formatting.moment(datetime(2019, 4, 15, 12, 5), language="nl")  # noqa: DTZ001 the fault itself


def test_whole_years_are_written_as_years() -> None:
    assert formatting.period(date(2018, 1, 1), date(2018, 12, 31), language="nl") == "2018"
    assert formatting.period(date(2017, 1, 1), date(2018, 12, 31), language="nl") == "2017–2018"
    assert (
        formatting.period(date(2017, 11, 1), date(2019, 4, 15), language="nl")
        == "1 november 2017 – 15 april 2019"
    )


@pytest.mark.parametrize(
    ("due", "dutch", "english"),
    [
        (date(2019, 4, 15), "vandaag", "today"),
        (date(2019, 4, 16), "morgen", "tomorrow"),
        (date(2019, 4, 18), "over 3 dagen", "in 3 days"),
        (date(2019, 4, 14), "1 dag te laat", "1 day late"),
        (date(2019, 4, 10), "5 dagen te laat", "5 days late"),
    ],
)
def test_a_due_day_is_told_from_today(due: date, dutch: str, english: str) -> None:
    today = date(2019, 4, 15)
    assert formatting.days_until(due, today=today, language="nl") == dutch
    assert formatting.days_until(due, today=today, language="en") == english


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1500, "1,5 kB"),
        (12_000, "12 kB"),
        (3_400_000, "3,4 MB"),
        (5_000_000_000_000, "5.000 GB"),
    ],
)
def test_a_file_size_takes_the_largest_unit_that_fits(size: int, text: str) -> None:
    assert formatting.file_size(size, language="nl") == text
