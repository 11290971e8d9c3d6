"""What is printed adds up as well, and what is drawn begins where the part before it ended."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from vijfluik.accountability.explaining.amounts import Amounts, Unit, apportioned
from vijfluik.accountability.explaining.waterfall import strokes

TENTH = Decimal("0.1")


@given(
    st.lists(st.fractions(min_value=-50, max_value=50), min_size=1, max_size=6),
    st.integers(-1, 1),
)
def test_printed_tenths_add_up_to_the_printed_difference(exact: list[Fraction], off: int) -> None:
    """The ends are rounded on their own, so their difference may be a tenth off the exact one."""
    total = Decimal(round(sum(exact, Fraction(0)) * 10) + off) / 10
    parts = apportioned(exact, total=total)
    assert sum(parts, Decimal(0)) == total
    worst = max(abs(Fraction(part) - each) for part, each in zip(parts, exact, strict=True))
    assert worst <= Fraction(25, 100)


def test_a_tenth_goes_to_the_part_that_lost_most() -> None:
    exact = [Fraction(13, 100), Fraction(18, 100), Fraction(-11, 100)]
    assert apportioned(exact, total=Decimal("0.2")) == (TENTH, 2 * TENTH, -TENTH)
    assert apportioned([], total=Decimal(0)) == ()


@given(st.integers(0, 10**6), st.lists(st.integers(-1000, 1000), max_size=6))
def test_bars_follow_one_another_within_the_drawing(start: int, changes: list[int]) -> None:
    parts = tuple(Decimal(each) for each in changes)
    end = Decimal(start + sum(changes))
    amounts = Amounts(
        unit=Unit.OWN, start=Decimal(start), end=end, difference=end - start, parts=parts
    )
    first, *bars, last = strokes(amounts)
    assert (first.kind, last.kind) == ("end", "end")
    assert [bar.kind for bar in bars] == [
        "none" if each == 0 else ("up" if each > 0 else "down") for each in changes
    ]
    at = first.start + first.length / 2
    for bar in bars:
        begin, finish = bar.start, bar.start + bar.length
        entry, leave = (finish, begin) if bar.kind == "down" else (begin, finish)
        assert abs(entry - at) <= Decimal("0.61")
        at = begin if bar.kind == "none" else leave
    for each in (first, *bars, last):
        assert Decimal(0) <= each.start <= each.start + each.length <= Decimal(101)


def test_without_numbers_nothing_is_drawn() -> None:
    nothing = Amounts(unit=Unit.DAYS, start=None, end=Decimal(1), difference=None, parts=())
    assert strokes(nothing) == []
