"""Hedges say only what is true, and say it for every value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vijfluik.accountability.figures.hedges import (
    Claim,
    Hedge,
    HedgeError,
    hedge_words,
    holds,
    parse_phrase,
    rounded_phrase,
    rounding_step,
)
from vijfluik.accountability.figures.hedges_numbers import (
    NumberError,
    number_text,
    parse_number,
    plain,
)
from vijfluik.core.documents.structure import Language

NL, EN = Language.DUTCH, Language.ENGLISH


@pytest.mark.parametrize(
    ("phrase", "value", "true"),
    [
        ("ruim 5.500", 5537, True),
        ("ruim 5.500", 5500, True),
        ("ruim 5.500", 5775, True),
        ("ruim 5.500", 5776, False),
        ("ruim 5.500", 5499, False),
        ("Ruim 4.800", 4823, True),
        ("meer dan 1.000", 1001, True),
        ("meer dan 1.000", 1000, False),
        ("bijna 1.000", 999, True),
        ("bijna 1.000", 950, True),
        ("bijna 1.000", 949, False),
        ("bijna 1.000", 1000, False),
        ("circa 50", 48, True),
        ("ca. 50", 52, True),
        ("ongeveer 50", 53, False),
        ("zo'n 250", 262, True),
        ("ten minste 12", 12, True),
        ("minstens 12", 11, False),
        ("406", 406, True),
        ("406", 407, False),
        ("ruim 6,1 miljoen", 6_150_000, True),
        ("circa 1,4 mln", 1_400_000, True),
        ("6,10", Decimal("6.1"), True),
        ("0", 0, True),
        ("ruim 0", 1, False),
    ],
)
def test_dutch_phrase_is_checked_against_the_value(
    phrase: str, value: int | Decimal, true: bool
) -> None:
    assert holds(parse_phrase(phrase, language=NL), value=value) is true


@pytest.mark.parametrize(
    ("phrase", "claim"),
    [
        ("just over 5,500", Claim(Hedge.JUST_OVER, Decimal(5500))),
        ("more than 1,000", Claim(Hedge.MORE_THAN, Decimal(1000))),
        ("almost 90", Claim(Hedge.ALMOST, Decimal(90))),
        ("about 1.5 million", Claim(Hedge.ABOUT, Decimal(1_500_000))),
        ("at least 3", Claim(Hedge.AT_LEAST, Decimal(3))),
        ("4823", Claim(Hedge.EXACT, Decimal(4823))),
    ],
)
def test_english_phrases_are_read(phrase: str, claim: Claim) -> None:
    assert parse_phrase(phrase, language=EN) == claim


@pytest.mark.parametrize(
    "phrase", ["veel", "ruim", "ruim veel", "ruim 5,500.0", "55.37", "1.0000", "5 500", "-4", ""]
)
def test_phrase_that_is_no_hedged_number_is_refused(phrase: str) -> None:
    with pytest.raises(HedgeError):
        parse_phrase(phrase, language=NL)


@pytest.mark.parametrize(
    ("value", "hedge", "phrase"),
    [
        (5537, Hedge.JUST_OVER, "ruim 5.500"),
        (4823, Hedge.JUST_OVER, "ruim 4.800"),
        (1099, Hedge.MORE_THAN, "meer dan 1.050"),
        (1043, Hedge.MORE_THAN, "meer dan 1.000"),
        (994, Hedge.ALMOST, "bijna 1.000"),
        (48, Hedge.ABOUT, "48"),
        (258, Hedge.ABOUT, "circa 260"),
        (6_149_000, Hedge.JUST_OVER, "ruim 6.100.000"),
        (5500, Hedge.JUST_OVER, "5.500"),
        (0, Hedge.JUST_OVER, "0"),
        (0, Hedge.ABOUT, "0"),
        (0, Hedge.AT_LEAST, "ten minste 0"),
        (1, Hedge.MORE_THAN, "1"),
        (19, Hedge.ALMOST, "19"),
        (4823, Hedge.EXACT, "4.823"),
        (4823, Hedge.AT_LEAST, "ten minste 4.823"),
        (Decimal("0.63"), Hedge.ABOUT, "0,63"),
        (Decimal("123.45"), Hedge.JUST_OVER, "ruim 120"),
        (-5537, Hedge.JUST_OVER, "\N{MINUS SIGN}5.537"),
    ],
)
def test_value_is_said_by_its_rule(value: int | Decimal, hedge: Hedge, phrase: str) -> None:
    assert rounded_phrase(value, hedge=hedge, language=NL) == phrase


def test_english_says_the_same() -> None:
    assert rounded_phrase(5537, hedge=Hedge.JUST_OVER, language=EN) == "just over 5,500"


@settings(max_examples=1500, deadline=None)
@given(
    st.integers(0, 10**7) | st.decimals(0, 10**7, places=2),
    st.sampled_from(Hedge),
    st.sampled_from(Language),
)
@example(1049, Hedge.JUST_OVER, NL)
@example(1051, Hedge.ALMOST, NL)
@example(2099, Hedge.JUST_OVER, NL)
@example(10**7, Hedge.MORE_THAN, EN)
def test_every_phrase_passes_its_own_check(
    value: int | Decimal, hedge: Hedge, language: Language
) -> None:
    phrase = rounded_phrase(value, hedge=hedge, language=language)
    claim = parse_phrase(phrase, language=language)
    assert holds(claim, value=value)
    assert claim.hedge in {hedge, Hedge.EXACT}


def test_every_whole_value_up_to_ten_million_is_within_its_step() -> None:
    # The claim needs only: 20 steps fit in the value; then each rounding stays within 5 %.
    for value in [*range(20, 30_000), *range(30_000, 10**7, 997), 10**7]:
        step = rounding_step(value)
        assert step * 20 <= value < step * 100
    assert [rounding_step(value) for value in (0, 1, 19)] == [0, 0, 0]


@given(st.integers(-(10**12), 10**12) | st.decimals(-(10**6), 10**6, places=3))
def test_number_is_read_back_as_written(value: int | Decimal) -> None:
    for language in Language:
        text = number_text(value, language=language).removeprefix("\N{MINUS SIGN}")
        assert parse_number(text, language=language) == abs(value)


def test_numbers_for_machines_have_no_exponent() -> None:
    assert plain(Decimal("1E+3")) == "1000"
    assert plain(4823) == "4823"
    assert number_text(Decimal("1E+3"), language=NL) == "1.000"


def test_scale_words_of_the_other_language_are_refused() -> None:
    with pytest.raises(NumberError):
        parse_number("1.5 miljoen", language=EN)


def test_longer_hedge_words_are_tried_first() -> None:
    lengths = [len(word) for word in hedge_words(NL)]
    assert lengths == sorted(lengths, reverse=True)
