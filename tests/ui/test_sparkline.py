"""The little line beside a figure tells no lie about its foot."""

from vijfluik.ui.sparkline import sparkline


def test_one_value_gives_no_line() -> None:
    assert sparkline([4]) is None


def test_the_foot_is_zero_and_the_top_is_the_largest_value() -> None:
    line = sparkline([5, 10], width=80, height=32)
    assert line is not None
    assert line.points == "0,16 80,0"
    assert (line.last_x, line.last_y) == (80, 0)


def test_a_negative_value_lowers_the_foot() -> None:
    line = sparkline([-10, 10], width=80, height=32)
    assert line is not None
    assert line.points == "0,32 80,0"


def test_values_that_are_all_zero_lie_on_the_foot() -> None:
    line = sparkline([0, 0, 0], width=80, height=32)
    assert line is not None
    assert line.points == "0,32 40,32 80,32"
