"""The figures of the trainings find all that they count in the indexes of its versions."""

from importlib import import_module

from vijfluik.accountability.figures.library import library
from vijfluik.core.facts.measures import Sum
from vijfluik.core.facts.queries import FigureQuery

COLUMNS = import_module("vijfluik.programme.trainings.migrations.0009_counted").COLUMNS


def used(query: FigureQuery) -> set[str]:
    """The columns that a query filters on and adds up."""
    added = query.measure.columns if isinstance(query.measure, Sum) else ()
    named = {condition.column for condition in query.filters} | {*added, *query.beside}
    return named | {name for name in (query.event, query.until) if name}


def test_no_figure_needs_another_column() -> None:
    asked = [
        definition.query
        for versions in library().values()
        for definition in versions
        if definition.query.source == "trainings" and definition.query.tallied
    ]
    assert asked
    assert set().union(*map(used, asked)) <= set(COLUMNS)
