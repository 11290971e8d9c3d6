"""The fewest further cells that have to be hidden to protect one that is exposed.

Two whole assignments of the cells are sought, both of which fit everything that is published, in
which the exposed cell differs by the width that protects it. Only hidden cells may differ from what
they are; hiding one more costs one, and of as many cells the smaller ones are hidden.
"""

from vijfluik.accountability.disclosure.components import components
from vijfluik.accountability.disclosure.network import Limits, Network
from vijfluik.accountability.disclosure.solver import Programme, add_relation

# How many times the width a cell may move in an assignment; the audit itself has no such limit.
REACH = 10


def cover(
    network: Network,
    *,
    name: str,
    hidden: frozenset[str],
    limits: Limits,
) -> frozenset[str] | None:
    """The cells to hide as well; None when hiding cells cannot protect this one.

    Args:
        network: everything that is published, now and before.
        name: the exposed cell, which is hidden.
        hidden: what is hidden already.
        limits: threshold and width.
    """
    candidates = frozenset(
        each
        for each in network.hideable - network.unknown(hidden) - network.open
        if network.values[each] >= limits.threshold
    )
    untold = network.untold
    movable = network.unknown(hidden) | candidates
    names, relations = next(
        (group, tables)
        for group, tables in components(movable, relations=network.known())
        if name in group
    )
    choosable = [each for each in names if each in candidates]
    ranked = sorted(choosable, key=lambda each: (network.values[each], each))
    programme = Programme()
    chosen = {each: programme.variable(0, 1) for each in ranked}
    sides = []
    for _ in range(2):
        places = {}
        for each in names:
            value = network.values[each]
            low, high = limits.bounds(value, withheld=each in untold)
            furthest = value + REACH * limits.width
            places[each] = programme.variable(
                low, furthest if high is None else min(high, furthest)
            )
        for each, choice in chosen.items():
            value = network.values[each]
            low = limits.threshold
            programme.row(
                [(places[each], 1.0), (choice, -float(REACH * limits.width))], low=None, high=value
            )
            programme.row([(places[each], 1.0), (choice, float(value - low))], low=value, high=None)
        for relation in relations:
            add_relation(programme, relation, places=places, constants=network.values)
        sides.append(places)
    upper, lower = (places[name] for places in sides)
    programme.row([(upper, 1.0), (lower, -1.0)], low=limits.width, high=None)
    share = 1.0 / (len(ranked) * (len(ranked) + 1) or 1)
    cost = {chosen[each]: 1.0 + rank * share for rank, each in enumerate(ranked)}
    answer = programme.least(cost)
    if answer is None:
        return None
    return frozenset(each for each, choice in chosen.items() if answer.values[choice])
