"""An attacker without a solver: every assignment of whole numbers, tried one by one."""

import itertools
from collections.abc import Iterator, Mapping

from vijfluik.accountability.disclosure.network import Adding, Limits, Network, Relation

# No cell of the tables that it is given is more.
HIGHEST = 16


def worlds(
    network: Network, *, hidden: frozenset[str], limits: Limits
) -> Iterator[Mapping[str, int]]:
    """Every way in which the numbers could be, by what is published."""
    unknown = sorted(hidden)
    choices = [
        range(1, limits.threshold)
        if 0 < network.values[name] < limits.threshold
        else range(limits.threshold, HIGHEST + 1)
        for name in unknown
    ]
    for numbers in itertools.product(*choices):
        world = {**network.values, **dict(zip(unknown, numbers, strict=True))}
        if all(fits(world, each) for each in network.known()):
            yield world


def fits(world: Mapping[str, int], relation: Relation) -> bool:
    """Whether a table adds up."""
    parts = [world[name] for name in relation.parts]
    total = world[relation.total]
    if relation.adding is Adding.EXACT:
        return sum(parts) == total
    return max(parts) <= total <= sum(parts)


def widths(network: Network, *, hidden: frozenset[str], limits: Limits) -> dict[str, int]:
    """Cell → how far its lowest and highest value lie apart over all those ways."""
    lows, highs = dict(network.values), dict(network.values)
    for world in worlds(network, hidden=hidden, limits=limits):
        for name, value in world.items():
            lows[name] = min(lows[name], value)
            highs[name] = max(highs[name], value)
    return {name: highs[name] - lows[name] for name in network.values}
