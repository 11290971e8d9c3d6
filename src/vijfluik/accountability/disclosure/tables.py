"""The tables of a publication: the breakdowns of its figures that disclosure control is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vijfluik.accountability.disclosure.cells import RECORDS, VALUE, Naming
from vijfluik.accountability.disclosure.network import Adding
from vijfluik.accountability.disclosure.parameters import Parameters
from vijfluik.accountability.figures.computed import Cell, Computed
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.divisions import Redivided, of_places, redivided
from vijfluik.core.facts.columns import MANIFOLD, MONTH
from vijfluik.core.facts.measures import Count, Distinct, Sum
from vijfluik.core.facts.sources import source_named
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.partners.successions import Successions, successions

THEN, NOW = "then", "now"


@dataclass(frozen=True, kw_only=True)
class Number:
    """One number of a table: the member that it is of, its name in the network, what it is."""

    member: str | None
    name: str
    value: int


@dataclass(frozen=True, kw_only=True)
class Table:
    """The numbers of one breakdown of one figure.

    plane: of the values or of the records behind them. reading: places as then or as now. amounts:
    money and shares, which are not shown by the rules for numbers. total: name and value of the
    whole. merged: name of a number of now → those of then that went into it.
    """

    figure: str
    dimension: str
    reading: str
    plane: str
    adding: Adding
    total: tuple[str, int]
    numbers: tuple[Number, ...]
    amounts: bool = False
    merged: tuple[tuple[str, tuple[str, ...]], ...] = ()


def tables_of(figures: Iterable[Computed], *, parameters: Parameters) -> list[Table]:
    """The protected tables of figures, in the order of the figures and of their breakdowns."""
    read = list(figures)
    if not read:
        return []
    known = successions(on=read[0].as_of.astimezone(AMSTERDAM).date())
    return [
        table for each in read for table in _of_figure(each, parameters=parameters, known=known)
    ]


def protected(definition: Definition, *, parameters: Parameters) -> tuple[str, ...]:
    """The breakdowns of a figure that are not open."""
    query = definition.query
    return tuple(
        name
        for name in query.dimensions
        if not parameters.open(source=query.source, dimension=name)
    )


def planes_of(definition: Definition, *, dimension: str) -> tuple[str, ...]:
    """The numbers of a breakdown that can tell something.

    How many different places there are in one place is 1 and tells nothing; the records do.
    """
    measure = definition.query.measure
    if isinstance(measure, Count):
        return (VALUE,)
    if isinstance(measure, Distinct):
        column = source_named(definition.query.source).dimension(dimension).column
        if column in measure.columns:
            return (RECORDS,)
    return (VALUE, RECORDS)


def _of_figure(figure: Computed, *, parameters: Parameters, known: Successions) -> Iterator[Table]:
    definition = figure.definition
    names = protected(definition, parameters=parameters)
    places = set(of_places(definition)) & set(names)
    ended = {str(each) for each in known.into}
    merged = any(each.dimension in places and each.member in ended for each in figure.cells)
    both = redivided(figure) if merged else None
    for dimension in names:
        for plane in planes_of(definition, dimension=dimension):
            then = _table(figure, dimension=dimension, plane=plane)
            if then.numbers:
                yield then
            if both is not None and both.changed and dimension in places:
                yield _table_now(both, dimension=dimension, plane=plane, then=then, known=known)


def _table(figure: Computed, *, dimension: str, plane: str) -> Table:
    amounts = _amounts(figure.definition, plane=plane)
    # Amounts stand in no network, so their names need only say where they stand.
    naming = Naming(
        definition=figure.definition, as_of=figure.as_of, plane=RECORDS if amounts else plane
    )
    return Table(
        figure=figure.definition.id,
        dimension=dimension,
        reading=THEN,
        plane=plane,
        adding=_adding(figure.definition, dimension=dimension, plane=plane),
        total=(naming.whole(), _whole(figure, plane=plane)),
        numbers=tuple(
            Number(
                member=cell.member,
                name=naming.part(dimension=dimension, member=cell.member),
                value=value,
            )
            for cell in figure.cells
            if cell.dimension == dimension
            for value in _values(cell, plane=plane)
        ),
        amounts=amounts,
    )


def _table_now(
    both: Redivided, *, dimension: str, plane: str, then: Table, known: Successions
) -> Table:
    figure = both.now
    naming = Naming(
        definition=figure.definition, as_of=figure.as_of, plane=RECORDS if then.amounts else plane
    )
    old = {number.member: number.name for number in then.numbers}
    numbers, merged = [], []
    for cell in figure.cells:
        if cell.dimension != dimension:
            continue
        parts = [] if cell.member is None else [str(each) for each in known.parts(int(cell.member))]
        went = tuple(old[each] for each in parts if each in old)
        same = cell.member in old and went == (old[cell.member],)
        name = naming.part(dimension=dimension, member=cell.member, reading=f"@{both.on}")
        if same or cell.member is None:
            name = old[cell.member]
        elif went:
            merged.append((name, went))
        numbers += [
            Number(member=cell.member, name=name, value=value)
            for value in _values(cell, plane=plane)
        ]
    # A number of different places is another number in another division.
    total = then.total
    if figure.value != both.then.value and plane == VALUE:
        total = (f"{total[0]}@{both.on}", _whole(figure, plane=plane))
    return Table(
        figure=figure.definition.id,
        dimension=dimension,
        reading=NOW,
        plane=plane,
        adding=then.adding,
        total=total,
        numbers=tuple(numbers),
        amounts=then.amounts,
        merged=tuple(merged),
    )


def _values(cell: Cell, *, plane: str) -> Iterator[int]:
    value = cell.records if plane == RECORDS else cell.value
    if value is not None:
        yield value


def _whole(figure: Computed, *, plane: str) -> int:
    if plane == RECORDS:
        return figure.records
    if isinstance(figure.value, int):
        return figure.value
    if figure.definition.split:
        return sum(
            cell.value or 0 for cell in figure.cells if cell.dimension == figure.definition.split
        )
    return 0


def _adding(definition: Definition, *, dimension: str, plane: str) -> Adding:
    if dimension == MONTH.name and not isinstance(definition.query.measure, Distinct):
        return Adding.EXACT
    source = source_named(definition.query.source)
    column = source.dimension(dimension).column
    several = column is not None and source.column(column).type in MANIFOLD
    recounted = isinstance(definition.query.measure, Distinct) and plane == VALUE
    return Adding.OVERLAPPING if several or recounted else Adding.EXACT


def _amounts(definition: Definition, *, plane: str) -> bool:
    if plane == RECORDS:
        return False
    measure = definition.query.measure
    return definition.query.kind.value in {"money", "ratio"} or not isinstance(
        measure, Count | Sum | Distinct
    )
