"""The fixed-point scales of the scorer: integers, so that every machine gives the same score.

Likeness and weight are whole thousandths; a threshold is whole ten-thousandths. Products stay far
below 2**63.
"""

LIKENESS = 1000
"""Two tokens that are the same have this likeness."""

WEIGHT = 1000
"""The weight of a token that is rare in the list."""

THRESHOLD = 10_000
"""A threshold of 1.0."""

PERCENT = 100


def whole_threshold(threshold: float) -> int:
    """A threshold between 0 and 1 in ten-thousandths.

    Raises:
        ValueError: it is not above 0 and at most 1.
    """
    if not 0 < threshold <= 1:
        raise ValueError(f"a threshold lies above 0 and at most 1; this is {threshold}")
    return round(threshold * THRESHOLD)
