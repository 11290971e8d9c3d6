"""From the tables of a publication, and of those before it, to one network."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vijfluik.accountability.disclosure.network import Network, Relation
from vijfluik.accountability.disclosure.pattern import HIDDEN, Pattern, State
from vijfluik.accountability.disclosure.tables import Table


@dataclass(frozen=True, kw_only=True)
class Woven:
    """A network with the place of its table for each relation of this publication.

    known: numbers that a reader knows already: totals of figures, and what was shown before.
    """

    network: Network
    tables: Mapping[int, int]
    known: frozenset[str]


def weave(tables: Sequence[Table], *, exempt: frozenset[str], earlier: Iterable[Pattern]) -> Woven:
    """One network of everything that is published, now and before.

    A number of an earlier publication is the same cell when it is called the same and still is what
    it was; otherwise it is a cell of its own, about which no table of now says anything.

    Args:
        tables: of this publication.
        exempt: names of numbers that are shown though they are small.
        earlier: patterns of the publications before this one.
    """
    values: dict[str, int] = {}
    relations: list[Relation] = []
    of_table: dict[int, int] = {}
    wholes: set[str] = set()
    for at, table in enumerate(tables):
        if table.amounts:
            continue
        of_table[len(relations)] = at
        _add(table, values=values, relations=relations, names={}, earlier=False)
        wholes.add(table.total[0])
    hideable = frozenset(
        number.name for table in tables if not table.amounts for number in table.numbers
    )
    shown, hidden, small = set(wholes), set(), set()
    for pattern in earlier:
        told = _told(pattern, values=values)
        for at, table in enumerate(pattern.tables):
            if table.amounts or at in pattern.withheld:
                continue
            names = {name: each for name, (each, _) in told.items()}
            _add(table, values=values, relations=relations, names=names, earlier=True)
            shown.add(names[table.total[0]])
            for number in table.numbers:
                name, state = told[number.name]
                if state not in HIDDEN:
                    shown.add(name)
                    continue
                hidden.add(name)
                if state is State.SMALL and pattern.limits.small(number.value):
                    small.add(name)
    return Woven(
        network=Network(
            values=values,
            relations=tuple(relations),
            hideable=hideable,
            open=frozenset(shown | exempt) & hideable,
            hidden=frozenset(hidden) - hideable - shown,
            sensitive=frozenset(small) - shown - exempt,
        ),
        tables=of_table,
        known=frozenset(shown) & hideable,
    )


def _told(pattern: Pattern, *, values: Mapping[str, int]) -> dict[str, tuple[str, State]]:
    """Number of an earlier pattern → its name in the network now, and what was done with it."""
    found: dict[str, tuple[str, State]] = {}
    for table in pattern.tables:
        for name, value in (table.total, *((each.name, each.value) for each in table.numbers)):
            called = name if values.get(name) == value else f"{name}={value}"
            found[name] = (called, pattern.states.get(name, State.SHOWN))
    return found


def _add(
    table: Table,
    *,
    values: dict[str, int],
    relations: list[Relation],
    names: Mapping[str, str],
    earlier: bool,
) -> None:
    for name, value in (table.total, *((each.name, each.value) for each in table.numbers)):
        values[names.get(name, name)] = value
    parts = tuple(names.get(each.name, each.name) for each in table.numbers)
    whole = names.get(table.total[0], table.total[0])
    relations.append(Relation(total=whole, parts=parts, adding=table.adding, earlier=earlier))
    for name, went in table.merged:
        if all(names.get(each, each) in values for each in went):
            # What went into a place says of it what the parts of a table say of its total.
            relations.append(
                Relation(
                    total=names.get(name, name),
                    parts=tuple(names.get(each, each) for each in went),
                    adding=table.adding,
                    earlier=earlier,
                    joining=True,
                )
            )
