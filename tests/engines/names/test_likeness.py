"""Likeness of tokens: the edit distance is the known one, and the definition is symmetric."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from vijfluik.engines.names.distance import distance
from vijfluik.engines.names.lexicon import RULES, describe
from vijfluik.engines.names.likeness import INITIAL, SAME, edited, likeness
from vijfluik.engines.names.tokens import read

NEAR = st.text("abc", min_size=1, max_size=10)
WORDS = st.text("abdehijklmnorstuyvz", min_size=1, max_size=12)


def alike(one: str, other: str) -> tuple[int, int]:
    tokens = read([one, other])
    lexicon = describe(tokens.data, tokens.offsets)
    value = likeness(lexicon, 0, lexicon, 1, RULES.costs)
    return value >> 4, value & 15


@settings(deadline=None)
@given(NEAR, NEAR, st.sampled_from([1, 2]))
def test_the_distance_is_that_of_optimal_string_alignment(one: str, other: str, most: int) -> None:
    a, b = (np.frombuffer(text.encode(), np.uint8) for text in (one, other))
    known = OSA.distance(one, other)
    assert distance(a, 0, len(a), b, 0, len(b), most) == (known if known <= most else 9)


@settings(max_examples=300, deadline=None)
@given(WORDS, WORDS)
def test_likeness_is_symmetric(one: str, other: str) -> None:
    tokens = read([one, other])
    if len(tokens.of(0)) != 1 or len(tokens.of(1)) != 1:
        return
    lexicon = describe(tokens.data, tokens.offsets)
    there = likeness(lexicon, 0, lexicon, 1, RULES.costs)
    assert there == likeness(lexicon, 1, lexicon, 0, RULES.costs)
    assert there == 0 or 600 <= there >> 4 <= 1000


@settings(deadline=None)
@given(WORDS)
def test_a_token_is_the_same_as_itself(word: str) -> None:
    assert alike(word, word) == (1000, SAME) or len(read([word]).of(0)) != 1


def test_what_belongs_together_is_alike_and_what_does_not_is_not() -> None:
    assert alike("mohammed", "muhammad")[0] >= 900
    assert alike("william", "bill")[0] == 900
    assert alike("محمد", "mohammed")[0] >= 850
    assert alike("אברהם", "avraham")[0] >= 850
    assert alike("j", "johan") == (600, INITIAL)
    assert alike("johan", "peter")[0] == 0
    assert alike("محمد", "ivan")[0] == 0
    assert alike("2005", "2006")[0] == 0


def test_more_edits_are_less_alike() -> None:
    for size in range(8, 40):
        assert 1000 > edited(1, size, True) > edited(2, size, True) > 0
        assert edited(1, size, False) < edited(1, size, True)
