"""Dividing an amount so that the parts add up to it exactly."""

from collections.abc import Sequence

from vijfluik.demo.chance import Chance

SPREAD = 0.35


def shares(total: int, *, weights: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to the weights that add up to `total` (largest remainders).

    Raises:
        ValueError: the total is negative, or there is something to divide and nothing to give it.
    """
    if total < 0:
        raise ValueError(f"{total} cannot be divided")
    whole = sum(weights)
    if total and whole <= 0:
        raise ValueError(f"there is nobody to give {total} to")
    if not total:
        return [0] * len(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [int(value) for value in exact]
    order = sorted(range(len(parts)), key=lambda at: parts[at] - exact[at])
    for at in order[: total - sum(parts)]:
        parts[at] += 1
    return parts


def spread(total: int, *, over: int, chance: Chance) -> list[int]:
    """Divide `total` over so many groups of about the same size; at least 1 each when it can be.

    Raises:
        ValueError: the total is negative, or there are no groups to divide it over.
    """
    least = 1 if total >= over else 0
    weights = [min(1.9, max(0.25, chance.gauss(1, SPREAD))) for _ in range(over)]
    return [least + part for part in shares(total - least * over, weights=weights)]


def by_sector(sizes: Sequence[int], *, parts: Sequence[int], chance: Chance) -> list[list[int]]:
    """Per group how many are from each sector; a group is of one sector, at most two are mixed.

    Args:
        sizes: the size of each group.
        parts: weights of the sectors; over all groups they hold as closely as can be.
        chance: decides which group is of which sector.
    """
    left = shares(sum(sizes), weights=parts)
    split = [[0] * len(parts) for _ in sizes]
    order = list(range(len(sizes)))
    chance.shuffle(order)
    sector = 0
    for at in order:
        size = sizes[at]
        while size:
            taken = min(size, left[sector])
            split[at][sector] += taken
            left[sector] -= taken
            size -= taken
            if not left[sector]:
                sector = min(sector + 1, len(parts) - 1)
    return split
