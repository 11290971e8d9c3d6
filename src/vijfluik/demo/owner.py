"""The owner's hands on tables that row-level security closes, also to the owner."""

import contextlib
from collections.abc import Iterator
from typing import Any

from django.db import connections, models
from psycopg import sql

OWNER = "owner"


@contextlib.contextmanager
def opened(*tables: type[models.Model]) -> Iterator[None]:
    """Let the owner read and write these tables until the end of the block, in one transaction."""
    closed = [table for table in tables if _forced(table)]
    with connections[OWNER].cursor() as cursor:
        for table in closed:
            cursor.execute(_alter(table, "NO FORCE"))
        yield
        for table in closed:
            # Deferred checks would otherwise stand in the way of altering the table.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(_alter(table, "FORCE"))


def copied(table: type[models.Model], rows: list[tuple[Any, ...]], *, fields: list[str]) -> None:
    """Write rows by COPY, the values in the order of `fields` (names of columns)."""
    words = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table._meta.db_table),
        sql.SQL(", ").join(sql.Identifier(field) for field in fields),
    )
    with connections[OWNER].cursor() as cursor, cursor.copy(words) as copy:
        for row in rows:
            copy.write_row(row)


def _forced(table: type[models.Model]) -> bool:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT relforcerowsecurity FROM pg_class WHERE oid = to_regclass(%s)",
            [f"public.{table._meta.db_table}"],
        )
        return bool(cursor.fetchone()[0])


def _alter(table: type[models.Model], what: str) -> sql.Composed:
    return sql.SQL("ALTER TABLE {} {} ROW LEVEL SECURITY").format(
        sql.Identifier(table._meta.db_table), sql.SQL(what)
    )
