"""Adding up what participants answered on the form: how many gave which mark, and nothing else."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

MARKS = range(1, 11)


def mean_of(given: Mapping[int, int]) -> tuple[Decimal, int] | None:
    """The mean mark, to one decimal, and the number of answers; None without answers.

    Args:
        given: mark, from 1 to 10 → how many participants gave it.

    Raises:
        ValueError: a mark is no mark, or a number is less than nought.
    """
    if any(mark not in MARKS or count < 0 for mark, count in given.items()):
        raise ValueError("marks go from 1 to 10, and each was given nought times or more")
    answers = sum(given.values())
    if not answers:
        return None
    total = sum(mark * count for mark, count in given.items())
    mean = (Decimal(total) / answers).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    return mean, answers
