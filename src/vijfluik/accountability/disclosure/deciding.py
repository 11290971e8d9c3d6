"""From a network to a pattern: which cells are hidden, and why each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from vijfluik.accountability.disclosure.audit import Interval, audit, exposed
from vijfluik.accountability.disclosure.components import components
from vijfluik.accountability.disclosure.covering import cover
from vijfluik.accountability.disclosure.network import Limits, Network


@dataclass(frozen=True, kw_only=True)
class Decided:
    """Which cells are hidden, and what the audit found.

    Attributes:
        primary: small cells.
        secondary: cell → the small cells that could be worked out if it were shown.
        withheld: places of the tables that are not shown at all: hiding cells of them does not do.
        intervals: what an attacker can still tell of each cell that has to be protected.
        exposed: cells that are not protected, whatever is hidden: their number is known already.
    """

    primary: frozenset[str]
    secondary: Mapping[str, tuple[str, ...]]
    withheld: frozenset[int]
    intervals: Mapping[str, Interval]
    exposed: tuple[str, ...]


def decide(network: Network, *, limits: Limits) -> Decided:
    """Hide the small cells, then as few others as protect them, then audit what is left."""
    primary = frozenset(
        name for name in network.hideable - network.open if limits.small(network.values[name])
    )
    protected = primary | network.sensitive
    hidden = primary
    # Hiding more, or withholding a table, never tells an attacker more: what is safe stays so.
    pending, lost = _exposed(network, hidden=hidden, asked=protected, limits=limits), []
    while pending:
        name, more = pending[0], None
        if name in hidden | network.hidden | network.untold:
            more = cover(network, name=name, hidden=hidden, limits=limits)
        tables = [] if more else network.showing(name)
        if more:
            hidden |= more
        elif tables:
            network = network.without(tables[:1])
        else:
            lost.append(name)
        rest = [each for each in pending if each not in lost]
        pending = _exposed(network, hidden=hidden, asked=rest, limits=limits)
    secondary = _fewest(
        network, hidden=hidden - primary, primary=primary, asked=protected - {*lost}, limits=limits
    )
    # What is written down of each is how far it really reaches, and not only that it is enough.
    whole = replace(limits, width=limits.threshold - 2)
    final = audit(network, hidden=primary | secondary.keys(), limits=whole, asked=protected)
    return Decided(
        primary=primary,
        secondary=secondary,
        withheld=network.dropped,
        intervals=final,
        exposed=tuple(exposed(final, limits=limits)),
    )


def _exposed(
    network: Network, *, hidden: frozenset[str], asked: Iterable[str], limits: Limits
) -> list[str]:
    return exposed(audit(network, hidden=hidden, limits=limits, asked=asked), limits=limits)


def _fewest(
    network: Network,
    *,
    hidden: frozenset[str],
    primary: frozenset[str],
    asked: frozenset[str],
    limits: Limits,
) -> dict[str, tuple[str, ...]]:
    """Show again what protects nothing any more; of the rest, say what each protects."""
    kept: dict[str, tuple[str, ...]] = {}
    standing = primary | hidden
    for name in sorted(hidden, key=lambda each: (-network.values[each], each)):
        group = next(
            names
            for names, _ in components(network.unknown(standing), relations=network.known())
            if name in names
        )
        laid_open = _exposed(
            network, hidden=standing - {name}, asked=asked & {*group}, limits=limits
        )
        if laid_open:
            kept[name] = tuple(laid_open)
        else:
            standing -= {name}
    return kept
