"""Writing many rows of one table in few statements.

COPY is not allowed where row-level security holds, and Django's bulk_create() spends most of its
time on composing parameters: here the rows travel as one JSON document per statement. Policies,
constraints and version triggers see them as they see any INSERT or UPDATE.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.contrib.postgres.functions import TransactionNow
from django.db import connection, models

# So many rows travel in one statement; also how often an import can tell how far it is.
AT_ONCE = 1000

# Column → value, for every column of a table.
Row = Mapping[str, Any]


def insert_many(objects: Sequence[models.Model]) -> None:
    """Insert unsaved objects of one model. A field that holds `TransactionNow()` becomes that.

    Raises:
        IntegrityError: a constraint refuses one of them; none is written.
    """
    if objects:
        insert_rows(type(objects[0]), rows=[row_of(each) for each in objects])


def insert_rows(model: type[models.Model], *, rows: Sequence[Row]) -> None:
    """As `insert_many`, of rows that are no objects: making one costs more than writing its row."""
    for start in range(0, len(rows), AT_ONCE):
        part = rows[start : start + AT_ONCE]
        names, values, record = _columns(model, example=part[0])
        table = connection.ops.quote_name(model._meta.db_table)
        _run(f"INSERT INTO {table} ({names}) SELECT {values} FROM {record}", rows=part)


def row_of(one: models.Model) -> dict[str, Any]:
    """An object as a row."""
    return {
        str(field.column): getattr(one, field.attname) for field in one._meta.local_concrete_fields
    }


def update_many(objects: Sequence[models.Model], *, columns: Sequence[str]) -> None:
    """Write these columns of saved objects of one model, found by their primary key.

    Raises:
        IntegrityError: a constraint refuses one of them; none is written.
    """
    for part in _parts(objects):
        model, rows = type(part[0]), [row_of(each) for each in part]
        _names, _values, record = _columns(model, example=rows[0])
        quote = connection.ops.quote_name
        table, key = quote(model._meta.db_table), quote(str(model._meta.pk.column))
        sets = ", ".join(f"{quote(name)} = given.{quote(name)}" for name in columns)
        _run(
            f"UPDATE {table} stored SET {sets} FROM {record} WHERE stored.{key} = given.{key}",
            rows=rows,
        )


def _parts(objects: Sequence[models.Model]) -> Iterator[Sequence[models.Model]]:
    for start in range(0, len(objects), AT_ONCE):
        yield objects[start : start + AT_ONCE]


def _columns(model: type[models.Model], *, example: Row) -> tuple[str, str, str]:
    """The columns, their values, and the JSON document as a set of records, all as SQL."""
    quote = connection.ops.quote_name
    names, values, kinds = [], [], []
    for field in model._meta.local_concrete_fields:
        name = quote(str(field.column))
        names.append(name)
        if isinstance(example[str(field.column)], TransactionNow):
            values.append("transaction_timestamp()")
        else:
            values.append(f"given.{name}")
        kinds.append(f"{name} {field.db_type(connection)}")
    record = f"jsonb_to_recordset(%s::jsonb) AS given ({', '.join(kinds)})"
    return ", ".join(names), ", ".join(values), record


def _run(statement: str, *, rows: Sequence[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(rows, default=_plain)])


def _plain(value: Any) -> Any:
    return None if isinstance(value, TransactionNow) else str(value)
