"""The pattern of a publication: its tables woven together, decided, and written down."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vijfluik.accountability.disclosure.audit import audit, exposed
from vijfluik.accountability.disclosure.deciding import Decided, decide
from vijfluik.accountability.disclosure.network import Limits
from vijfluik.accountability.disclosure.parameters import Parameters
from vijfluik.accountability.disclosure.pattern import Pattern, State
from vijfluik.accountability.disclosure.tables import Table
from vijfluik.accountability.disclosure.weaving import Woven, weave


def compose(
    tables: Sequence[Table],
    *,
    parameters: Parameters,
    exempt: frozenset[str] = frozenset(),
    earlier: Mapping[str, Pattern],
) -> Pattern:
    """Decide what of the tables is shown; the same tables and history give the same pattern.

    Args:
        tables: of the publication.
        parameters: of the day.
        exempt: names of numbers that the source itself publishes.
        earlier: key → pattern, of the publications before this one that share a cell.
    """
    limits = parameters.limits
    woven = weave(tables, exempt=exempt, earlier=earlier.values())
    woven = settled(woven, limits=limits)
    decided = decide(woven.network, limits=limits)
    withheld = {woven.tables[at] for at in decided.withheld}
    withheld |= {at for at, table in enumerate(tables) if table.amounts}
    return Pattern(
        limits=limits,
        parameters={each.name: each.sha256 for each in parameters.found},
        tables=tuple(tables),
        states=_states(decided, woven=woven, parameters=parameters, exempt=exempt),
        withheld=frozenset(withheld),
        protects=decided.secondary,
        intervals={name: (each.low, each.high) for name, each in decided.intervals.items()},
        exposed=decided.exposed,
        earlier=tuple(earlier),
    )


def settled(woven: Woven, *, limits: Limits) -> Woven:
    """The same, knowing what earlier publications gave away by themselves.

    It is no secret any more, whatever this one hides: it protects nothing and asks no protection.
    """
    network = woven.network
    now = [at for at, each in enumerate(network.relations) if not each.earlier]
    before = network.without(now)
    hidden = network.hideable - network.open
    small = {name for name in hidden if limits.small(network.values[name])} - before.untold
    asked = small | network.sensitive
    found = audit(before, hidden=hidden, limits=limits, asked=asked)
    given = frozenset(exposed(found, limits=limits))
    return replace(
        woven,
        known=woven.known | (given & network.hideable),
        network=replace(
            network,
            open=network.open | (given & network.hideable),
            sensitive=network.sensitive - given,
        ),
    )


def _states(
    decided: Decided, *, woven: Woven, parameters: Parameters, exempt: frozenset[str]
) -> dict[str, State]:
    limits, values = parameters.limits, woven.network.values
    found = dict.fromkeys(decided.primary, State.SMALL)
    found |= dict.fromkeys(decided.secondary, State.PROTECTING)
    for name in woven.network.hideable:
        if not limits.small(values[name]):
            continue
        if name in exempt:
            found[name] = State.EXEMPT
        elif name in woven.known:
            found[name] = State.KNOWN
    return found
