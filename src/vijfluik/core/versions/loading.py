"""Loading a past that never was: version history of the demonstration, written by its loader."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connections, models, transaction

from vijfluik.core.versions.ddl import opened
from vijfluik.core.versions.demonstration import NotADemonstration, is_demonstration
from vijfluik.core.versions.staging import CHECKS, create_staging, fill_parts, fill_table
from vijfluik.core.versions.tables import VersionedTable, described, listed, quoted
from vijfluik.core.versions.triggers import NAMES

# Values that go to PostgreSQL as they are, whatever the field; asking each field takes longer.
PLAIN = frozenset({str, int, bool, uuid.UUID, dt.date, Decimal})


class ImpossibleHistory(Exception):
    """The versions given contradict each other or the clock; the message names a key."""


@dataclass(frozen=True, kw_only=True)
class PastVersion:
    """A version as it would have been left by a transaction that began at `tx_from`.

    values: by the attribute of the model (`provider_id`, not `provider`), the key included; what is
    missing gets the field's default. tx_to: None for the version that holds now. deletion: this is
    the moment at which the row went; its values are those of the version before, its end is its
    beginning.
    """

    values: Mapping[str, object]
    tx_from: dt.datetime
    tx_to: dt.datetime | None = None
    deletion: bool = False
    actor: uuid.UUID | None = None
    mandate: uuid.UUID | None = None
    purpose: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class _Columns:
    """The model's fields in the order of the table's columns."""

    fields: "tuple[models.Field[Any, Any], ...]"

    def record(self, row: PastVersion, *, connection: Any) -> tuple[object, ...]:
        values = [self._value(one, row.values, connection) for one in self.fields]
        said = (row.actor, row.mandate, row.purpose, row.reason)
        return (*values, row.tx_from, row.tx_to, row.deletion, *said)

    def _value(
        self, one: "models.Field[Any, Any]", values: Mapping[str, object], connection: Any
    ) -> object:
        value = values[one.attname] if one.attname in values else one.get_default()
        if value is None or type(value) in PLAIN:
            return value
        return one.get_db_prep_save(value, connection)


def load_history(
    model: type[models.Model], rows: Iterable[PastVersion], *, using: str = "owner"
) -> int:
    """Write rows and all their versions at once, as if they had been entered in the past.

    Args:
        model: a versioned model.
        rows: in any order; of each key the versions follow each other without a gap or an overlap,
            and the last one holds now or is a deletion.
        using: the connection, of the owner.

    Returns:
        The number of versions written, deletions included.

    Raises:
        NotADemonstration: the database does not bear the mark (`demonstration`).
        ImpossibleHistory: versions overlap, leave a gap, lie in the future or have no end.
        IntegrityError: a key is there already, or a constraint of the table is broken.
    """
    if not is_demonstration(using=using):
        raise NotADemonstration("History is loaded in a marked demonstration database only.")
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        table = described(cursor, name=model._meta.db_table)
        cursor.execute(create_staging(table))
        count = _copy(cursor, model=model, rows=rows, table=table, connection=connection)
        for words, query in CHECKS.items():
            cursor.execute(query.format(key=quoted(table.key)))
            found = cursor.fetchone()
            if found is not None:
                raise ImpossibleHistory(f"{table.name} {found[0]}: {words}")
        with opened(cursor, table=table):
            _write(cursor, table=table)
        cursor.execute("DROP TABLE pg_temp.vijfluik_history")
        for name in (table.name, table.versions):
            cursor.execute(f"ANALYZE public.{quoted(name)}")
    return count


def _copy(
    cursor: Any,
    *,
    model: type[models.Model],
    rows: Iterable[PastVersion],
    table: VersionedTable,
    connection: Any,
) -> int:
    by_column = {one.column: one for one in model._meta.local_concrete_fields}
    columns = _Columns(fields=tuple(by_column[name] for name in table.names))
    count = 0
    with cursor.copy(
        f"COPY pg_temp.vijfluik_history ({listed(table.names)}, tx_from, tx_to, deletion,"
        " actor, mandate, purpose, reason) FROM STDIN"
    ) as copy:
        for row in rows:
            copy.write_row(columns.record(row, connection=connection))
            count += 1
    return count


def _write(cursor: Any, *, table: VersionedTable) -> None:
    place = f"public.{quoted(table.name)}"
    cursor.execute("ANALYZE pg_temp.vijfluik_history")
    for statement in fill_parts(table):
        cursor.execute(statement)
    # The rows themselves come in with their versions already written; other triggers do fire.
    for name in NAMES:
        cursor.execute(f"ALTER TABLE {place} DISABLE TRIGGER versions_{name}")
    cursor.execute(fill_table(table))
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for name in NAMES:
        cursor.execute(f"ALTER TABLE {place} ENABLE TRIGGER versions_{name}")
