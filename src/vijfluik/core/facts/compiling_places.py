"""SQL for the same question about other places: those of then carried to those of a later day."""

import json
from collections.abc import Mapping

from vijfluik.core.facts.columns import Column, ColumnType
from vijfluik.core.facts.compiling import quoted
from vijfluik.core.facts.sources import Source
from vijfluik.core.facts.statements import Statement

INTO = "%(into)s::jsonb"
OF_VERSIONS = ("vid", "tx_from", "tx_to", "row_hash")


def carried(statement: Statement, *, source: Source, into: Mapping[int, int]) -> Statement:
    """The statement of a figure, asked of versions whose places were carried to later ones.

    The versions are looked at through a view under their own name, so that whatever is counted
    (records, amounts, different places, lists of them) is counted once in each place of later.
    No receipt is made of its answer: the definition counts the places that records name.

    Args:
        statement: of `computing.statement_for`.
        source: whose versions it reads.
        into: place → the place that it went into, as keys.

    Raises:
        ValueError: the statement is not one of a figure.
    """
    if not statement.sql.startswith("WITH "):
        raise ValueError("only what a figure is computed with can be asked about other places")
    places = {column.name: column for column in source.columns if column.places}
    names = dict.fromkeys((source.key, *OF_VERSIONS, *(column.name for column in source.columns)))
    columns = ", ".join(
        _carried(places[name]) if name in places else quoted(name) for name in names
    )
    table = quoted(source.versions)
    known = {str(old): str(new) for old, new in sorted(into.items())}
    view = f"{table} AS (\n  SELECT {columns}\n  FROM {table}\n)"
    return Statement(
        sql=f"WITH {view},\n{statement.sql.removeprefix('WITH ')}",
        parameters={**statement.parameters, "into": json.dumps(known)},
    )


def _carried(column: Column) -> str:
    """A column of places as text; of a list each place once."""
    name = quoted(column.name)
    if column.type is ColumnType.KEYS:
        places = f'unnest({name}::text[]) AS "place"'
        each = f'coalesce({INTO} ->> "place", "place")'
        return f"ARRAY(SELECT DISTINCT {each} FROM {places} ORDER BY 1) AS {name}"
    return f"coalesce({INTO} ->> {name}::text, {name}::text) AS {name}"
