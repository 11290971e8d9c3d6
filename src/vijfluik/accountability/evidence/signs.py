"""The signs that stand in the place of a hidden number, and what can stand behind each."""

import re

LESS_THAN = re.compile(r"<(\d{1,3})\Z")
NOT_SHOWN = frozenset({"niet getoond", "not shown"})


def least_and_most(sign: str) -> tuple[int, int | None] | None:
    """The least and the most that a sign can stand for; no most: None. None of what is no sign."""
    if sign in NOT_SHOWN:
        return 0, None
    limit = LESS_THAN.match(sign)
    return None if limit is None else (1, int(limit[1]) - 1)
