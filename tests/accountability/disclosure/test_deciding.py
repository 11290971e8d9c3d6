"""What is hidden is enough, by an attacker that tries everything, and little more than needed."""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.accountability.disclosure.attacker import widths
from tests.sizes import sized

from vijfluik.accountability.disclosure.audit import audit, exposed
from vijfluik.accountability.disclosure.deciding import Decided, decide
from vijfluik.accountability.disclosure.network import Adding, Limits, Network, Relation

LIMITS = Limits(threshold=5, width=3)
numbers = st.one_of(st.integers(0, 4), st.integers(5, 9))


def row(*values: int, adding: Adding = Adding.EXACT) -> Network:
    """A table of one row with its total."""
    names = [f"c{at}" for at in range(len(values))]
    total = sum(values) if adding is Adding.EXACT else max(values)
    return Network(
        values={**dict(zip(names, values, strict=True)), "total": total},
        relations=(Relation(total="total", parts=tuple(names), adding=adding),),
        hideable=frozenset(names),
    )


def grid(rows: list[list[int]]) -> Network:
    """A table of rows and columns with all its totals."""
    values: dict[str, int] = {}
    relations = []
    for at, line in enumerate(rows):
        names = [f"{at}{column}" for column in range(len(line))]
        values |= dict(zip(names, line, strict=True)) | {f"r{at}": sum(line)}
        relations.append(Relation(total=f"r{at}", parts=tuple(names), adding=Adding.EXACT))
    for column in range(len(rows[0])):
        names = [f"{at}{column}" for at in range(len(rows))]
        values |= {f"k{column}": sum(values[name] for name in names)}
        relations.append(Relation(total=f"k{column}", parts=tuple(names), adding=Adding.EXACT))
    hideable = frozenset(name for name in values if name[0] not in "rk")
    return Network(values=values, relations=tuple(relations), hideable=hideable)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """A row, an overlapping row, or a small grid."""
    shape = draw(st.sampled_from(["row", "overlapping", "grid"]))
    if shape == "grid":
        width = draw(st.integers(2, 3))
        lines = st.lists(numbers, min_size=width, max_size=width)
        return grid(draw(st.lists(lines, min_size=2, max_size=2)))
    adding = Adding.EXACT if shape == "row" else Adding.OVERLAPPING
    return row(*draw(st.lists(numbers, min_size=1, max_size=5)), adding=adding)


def hidden_by(decided: Decided) -> frozenset[str]:
    """Everything that the pattern hides."""
    return decided.primary | decided.secondary.keys()


@settings(max_examples=sized(quick=60, full=600), deadline=None)
@given(networks())
def test_an_attacker_that_tries_everything_cannot_come_closer(network: Network) -> None:
    decided = decide(network, limits=LIMITS)
    shown = network.without(decided.withheld)
    assert not decided.exposed
    known = widths(shown, hidden=hidden_by(decided) - shown.untold, limits=LIMITS)
    for name in decided.primary - shown.untold:
        assert known[name] >= LIMITS.width, (name, decided)
    assert decided == decide(network, limits=LIMITS)


@settings(max_examples=sized(quick=60, full=600), deadline=None)
@given(networks(), st.data())
def test_the_audit_says_of_any_pattern_what_trying_everything_says(
    network: Network, data: st.DataObject
) -> None:
    small = [name for name in sorted(network.hideable) if network.values[name] > 0]
    hidden = frozenset(name for name in small if data.draw(st.booleans()))
    found = audit(network, hidden=hidden, limits=LIMITS, asked=hidden)
    known = widths(network, hidden=hidden, limits=LIMITS)
    for name, interval in found.items():
        assert (interval.width < LIMITS.width) == (known[name] < LIMITS.width), name
        if interval.exact:
            assert interval.width == known[name]


def fewest(network: Network, *, primary: frozenset[str]) -> int | None:
    """How many cells have to be hidden beside the small ones, by trying every choice.

    What each choice gives away the audit says, which the test above holds against trying all.
    """
    others = [
        name
        for name in sorted(network.hideable - primary)
        if network.values[name] >= LIMITS.threshold
    ]
    for number in range(len(others) + 1):
        for chosen in itertools.combinations(others, number):
            found = audit(network, hidden=primary | {*chosen}, limits=LIMITS, asked=primary)
            if not exposed(found, limits=LIMITS):
                return number
    return None


def test_few_more_cells_are_lost_than_have_to_be() -> None:
    lost, needed, tables = 0, 0, 0
    chance = random.Random(4)
    for _ in range(sized(quick=15, full=200)):
        values = [chance.choice([1, 2, 3, 5, 6, 8, 9]) for _ in range(6)]
        network = grid([values[:3], values[3:]]) if chance.random() < 0.5 else row(*values[:5])
        decided = decide(network, limits=LIMITS)
        least = fewest(network, primary=decided.primary)
        assert (least is None) == bool(decided.withheld)
        if least is None:
            continue
        tables += 1
        lost += len(decided.secondary)
        needed += least
        assert len(decided.secondary) <= least + 1
    assert tables
    assert lost <= needed * 1.1


@pytest.mark.parametrize(
    ("values", "secondary"),
    [
        ((12, 9, 30), {}),
        ((0, 9, 30), {}),
        ((3, 9, 30), {"c1": ("c0",)}),
        # 1 + 5 = 6: who knows that the other is 5 or more knows the 1.
        ((1, 5, 30), {"c2": ("c0",)}),
        ((2, 3, 30), {}),
        ((1, 2, 30), {"c2": ("c0", "c1")}),
    ],
)
def test_the_smallest_cell_that_protects_is_hidden_and_says_what_it_protects(
    values: tuple[int, ...], secondary: dict[str, tuple[str, ...]]
) -> None:
    assert decide(row(*values), limits=LIMITS).secondary == secondary


def test_a_table_that_no_hiding_protects_is_not_shown() -> None:
    decided = decide(row(3), limits=LIMITS)
    assert decided.withheld == {0}
    assert not decided.exposed
