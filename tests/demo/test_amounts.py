"""Divided amounts add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vijfluik.demo.amounts import by_sector, shares, spread
from vijfluik.demo.chance import stream

COUNTS = st.integers(min_value=0, max_value=3000)


@given(total=COUNTS, weights=st.lists(st.floats(0.01, 100), min_size=1, max_size=60))
def test_shares_add_up_and_lie_within_one_of_their_proportion(
    total: int, weights: list[float]
) -> None:
    parts = shares(total, weights=weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - total * weight / sum(weights)) < 1 + 1e-6


@given(total=COUNTS, over=st.integers(1, 200), seed=st.integers())
def test_a_spread_adds_up_and_leaves_nobody_out_that_it_can_serve(
    total: int, over: int, seed: int
) -> None:
    parts = spread(total, over=over, chance=stream(seed))
    assert len(parts) == over
    assert sum(parts) == total
    assert min(parts) >= (1 if total >= over else 0)


def test_nothing_is_spread_over_nobody() -> None:
    assert spread(0, over=0, chance=stream(1)) == []


def test_something_cannot_be_spread_over_nobody() -> None:
    with pytest.raises(ValueError, match="nobody to give 3 to"):
        spread(3, over=0, chance=stream(1))


@given(sizes=st.lists(st.integers(0, 40), max_size=60), seed=st.integers())
def test_sectors_add_up_per_group_and_per_sector(sizes: list[int], seed: int) -> None:
    parts = (35, 45, 20)
    split = by_sector(sizes, parts=parts, chance=stream(seed))
    assert [sum(group) for group in split] == sizes
    per_sector = [sum(group[at] for group in split) for at in range(3)]
    assert per_sector == shares(sum(sizes), weights=parts)
    assert sum(len([part for part in group if part]) > 1 for group in split) <= 2
