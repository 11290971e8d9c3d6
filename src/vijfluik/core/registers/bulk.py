"""Writing many rows of one table in few statements.

COPY is not allowed where row-level security holds, and Django's bulk_create() spends most of its
time on composing parameters: here the rows travel as one JSON document per statement. Policies,
constraints and version triggers see them as they see any INSERT or UPDATE.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.postgres.functions import TransactionNow
from django.db import connection, models

_AT_ONCE = 5000


def insert_many(rows: Sequence[models.Model]) -> None:
    """Insert unsaved objects of one model. A field that holds `TransactionNow()` becomes that.

    Raises:
        IntegrityError: a constraint refuses one of them; none is written.
    """
    for part in _parts(rows):
        names, values, record = _columns(part[0])
        table = connection.ops.quote_name(part[0]._meta.db_table)
        _run(f"INSERT INTO {table} ({names}) SELECT {values} FROM {record}", rows=part)


def update_many(rows: Sequence[models.Model], *, columns: Sequence[str]) -> None:
    """Write these columns of saved objects of one model, found by their primary key.

    Raises:
        IntegrityError: a constraint refuses one of them; none is written.
    """
    for part in _parts(rows):
        _names, _values, record = _columns(part[0])
        quote = connection.ops.quote_name
        table, key = quote(part[0]._meta.db_table), quote(str(part[0]._meta.pk.column))
        sets = ", ".join(f"{quote(name)} = given.{quote(name)}" for name in columns)
        _run(
            f"UPDATE {table} stored SET {sets} FROM {record} WHERE stored.{key} = given.{key}",
            rows=part,
        )


def _parts(rows: Sequence[models.Model]) -> Iterator[Sequence[models.Model]]:
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]


def _columns(example: models.Model) -> tuple[str, str, str]:
    """The columns, their values, and the JSON document as a set of records, all as SQL."""
    quote = connection.ops.quote_name
    names, values, kinds = [], [], []
    for field in example._meta.local_concrete_fields:
        name = quote(str(field.column))
        names.append(name)
        if isinstance(getattr(example, field.attname), TransactionNow):
            values.append("transaction_timestamp()")
        else:
            values.append(f"given.{name}")
        kinds.append(f"{name} {field.db_type(connection)}")
    record = f"jsonb_to_recordset(%s::jsonb) AS given ({', '.join(kinds)})"
    return ", ".join(names), ", ".join(values), record


def _run(statement: str, *, rows: Sequence[models.Model]) -> None:
    fields = rows[0]._meta.local_concrete_fields
    content = [
        {str(field.column): _plain(getattr(row, field.attname)) for field in fields} for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(content, default=str)])


def _plain(value: Any) -> Any:
    return None if isinstance(value, TransactionNow) else value
