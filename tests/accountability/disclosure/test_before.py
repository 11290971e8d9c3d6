"""What two publications say together gives no small number away: an attacker that tries everything.

Of the second publication one cell may have changed. Who reads both knows that the others are what
they were.
"""

import datetime as dt
import itertools
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sizes import sized

from vijfluik.accountability.disclosure.composing import compose
from vijfluik.accountability.disclosure.network import Adding
from vijfluik.accountability.disclosure.parameters import in_force, written
from vijfluik.accountability.disclosure.pattern import Pattern, State
from vijfluik.accountability.disclosure.tables import Number, Table

PARAMETERS = in_force(written(), on=dt.date(2019, 4, 15))
LIMITS = PARAMETERS.limits
HIGHEST = 14
numbers = st.one_of(st.integers(0, 4), st.integers(5, 8))


def table(values: tuple[int, ...]) -> Table:
    """A breakdown with its total; a cell has the same name in every publication."""
    return Table(
        figure="figure",
        dimension="place",
        reading="then",
        plane="value",
        adding=Adding.EXACT,
        total=("total", sum(values)),
        numbers=tuple(
            Number(member=str(at), name=f"c{at}", value=value) for at, value in enumerate(values)
        ),
    )


def possible(pattern: Pattern, *, at: int, value: int) -> range:
    """What a reader of one publication knows of one cell."""
    state = pattern.state(at=0, number=pattern.tables[0].numbers[at])
    if state is State.WITHHELD:
        return range(HIGHEST + 1)
    if state is State.PROTECTING:
        return range(LIMITS.threshold, HIGHEST + 1)
    return range(1, LIMITS.threshold) if state is State.SMALL else range(value, value + 1)


def worlds(
    first: Pattern, second: Pattern, *, before: tuple[int, ...], after: tuple[int, ...]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Every pair of tables that fits what both publications say."""
    choices = []
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        olds, news = possible(first, at=at, value=old), possible(second, at=at, value=new)
        same = [(each, each) for each in olds if each in news]
        choices.append(same if old == new else list(itertools.product(olds, news)))
    for world in itertools.product(*choices):
        olds_of, news_of = zip(*world, strict=True)
        fits_first = first.withheld or sum(olds_of) == sum(before)
        if fits_first and (second.withheld or sum(news_of) == sum(after)):
            yield olds_of, news_of


@st.composite
def twice(draw: st.DrawFn) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A table and the same later, in which at most one cell is another."""
    before = draw(st.lists(numbers, min_size=2, max_size=4))
    after = list(before)
    if draw(st.booleans()):
        after[draw(st.integers(0, len(after) - 1))] = draw(numbers)
    return tuple(before), tuple(after)


@settings(max_examples=sized(quick=60, full=500), deadline=None)
@given(twice())
def test_two_publications_together_give_no_small_number_away(
    tables: tuple[tuple[int, ...], tuple[int, ...]],
) -> None:
    before, after = tables
    first = compose([table(before)], parameters=PARAMETERS, earlier={})
    second = compose([table(after)], parameters=PARAMETERS, earlier={"first": first})
    assert not first.exposed
    assert not second.exposed
    known = list(worlds(first, second, before=before, after=after))
    assert (before, after) in known
    for side, pattern in enumerate((first, second)):
        for at, number in enumerate(pattern.tables[0].numbers):
            told = {world[side][at] for world in known}
            small = pattern.state(at=0, number=number) is State.SMALL
            if small:
                assert max(told) - min(told) >= LIMITS.width, (first.states, second.states)
