"""The audit: the closest that anybody can bound a hidden cell from all that is published.

The attacker knows every published cell and total, which cells are hidden, that all are whole
numbers, and what is printed for a hidden cell. Each question (how low, how high can this cell be?)
is a linear programme in whole numbers. Every solution is a witness for all cells at once, so a cell
that earlier witnesses already put far enough apart needs no question of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vijfluik.accountability.disclosure.components import components
from vijfluik.accountability.disclosure.network import Limits, Network, Relation
from vijfluik.accountability.disclosure.solver import Programme, add_relation


@dataclass(frozen=True, kw_only=True)
class Interval:
    """Values that a hidden cell may have for an attacker; both are reached.

    exact: nothing outside it is possible; otherwise it was wide enough and no further was looked.
    """

    low: int
    high: int
    exact: bool

    @property
    def width(self) -> int:
        """How far its ends lie apart."""
        return self.high - self.low


def audit(
    network: Network,
    *,
    hidden: frozenset[str],
    limits: Limits,
    asked: Iterable[str],
) -> dict[str, Interval]:
    """The interval of each cell that is asked for; one that is not hidden is known exactly.

    Args:
        network: everything that is published, now and before.
        hidden: what this publication hides; what earlier ones hid the network says itself.
        limits: threshold and width.
        asked: the cells that have to be protected.
    """
    unknown = network.unknown(hidden)
    wanted = sorted(set(asked))
    found = {
        name: Interval(low=network.values[name], high=network.values[name], exact=True)
        for name in wanted
        if name not in unknown
    }
    pending = set(wanted) - found.keys()
    for names, relations in components(unknown, relations=network.known()):
        here = [name for name in names if name in pending]
        if here:
            found |= _audited(
                network,
                names=names,
                relations=relations,
                limits=limits,
                asked=here,
            )
    return found


def exposed(intervals: Mapping[str, Interval], *, limits: Limits) -> list[str]:
    """The cells that are not protected, in order."""
    return sorted(name for name, each in intervals.items() if each.width < limits.width)


def _audited(
    network: Network,
    *,
    names: tuple[str, ...],
    relations: tuple[Relation, ...],
    limits: Limits,
    asked: list[str],
) -> dict[str, Interval]:
    programme, places, untold = Programme(), {}, network.untold
    for name in names:
        low, high = limits.bounds(network.values[name], withheld=name in untold)
        # No total is more than what all records come to, so no part is either.
        highest = max(network.values.values(), default=0) * 2 + limits.threshold
        places[name] = programme.variable(low, highest if high is None else high)
    for relation in relations:
        add_relation(programme, relation, places=places, constants=network.values)
    lows = {name: network.values[name] for name in names}
    highs = dict(lows)
    found = {}
    for name in asked:
        exact = False
        for sign in (1.0, -1.0):
            if highs[name] - lows[name] >= limits.width:
                break
            answer = programme.least({places[name]: sign})
            if answer is None:
                raise RuntimeError("the tables contradict one another")
            for other, place in places.items():
                lows[other] = min(lows[other], answer.values[place])
                highs[other] = max(highs[other], answer.values[place])
            exact = sign < 0
        found[name] = Interval(low=lows[name], high=highs[name], exact=exact)
    return found
