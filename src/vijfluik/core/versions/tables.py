"""A business table as the database itself describes it, and the names of what belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from vijfluik.core.versions.encoding import FORMS

# What a version tells beside the columns of its table. `tx_from`, `tx_to` and `vid` come first in
# the version table, where a question as of a moment finds them without walking over the rest.
FIRST = ("tx_from", "tx_to", "vid")
LAST = ("op", "actor", "mandate", "purpose", "reason", "salt", "row_hash")
LONGEST_NAME = 63
# The version triggers look keys up under row-level security; for these types PostgreSQL may use an
# index there (their equality cannot leak).
KEY_TYPES = {"uuid", "bigint", "integer", "text", "character varying"}


class Cursor(Protocol):
    """What is used of a cursor, Django's or psycopg's."""

    def execute(self, query: Any, params: Any = None, /) -> Any: ...
    def fetchall(self) -> Any: ...


class NotVersionable(Exception):
    """The table cannot have versions; the message says what to change."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column and its type without length or precision."""

    name: str
    type: str


@dataclass(frozen=True, kw_only=True)
class VersionedTable:
    """A table of the schema public, its key column and its stored columns in their order."""

    name: str
    key: str
    columns: tuple[Column, ...]

    @property
    def versions(self) -> str:
        """The version table that everybody reads."""
        return f"{self.name}_version"

    @property
    def now(self) -> str:
        """The part that holds the current versions."""
        return f"{self.name}_version_now"

    @property
    def past(self) -> str:
        """The part that holds the closed versions."""
        return f"{self.name}_version_past"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns in their order."""
        return tuple(column.name for column in self.columns)


def described(cursor: Cursor, *, name: str) -> VersionedTable:
    """The table `name` of the schema public as it stands in the database.

    Raises:
        NotVersionable: it has no key of one column, a column of a type whose text form depends on
            the session, or a name that a version table needs for itself.
    """
    cursor.execute(
        "SELECT a.attname, format_type(a.atttypid, NULL), a.attgenerated::text,"
        " EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisprimary"
        "  AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum)"
        " FROM pg_attribute a WHERE a.attrelid = to_regclass(%s)"
        " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
        [f"public.{quoted(name)}"],
    )
    rows: list[tuple[str, str, str, bool]] = cursor.fetchall()
    keys = [row[0] for row in rows if row[3]]
    if len(keys) != 1:
        raise NotVersionable(f"{name} is missing or has no primary key of one column.")
    if any(row[2] == "v" for row in rows):
        raise NotVersionable(f"{name} has a generated column that is not stored.")
    columns = tuple(Column(name=row[0], type=row[1]) for row in rows)
    table = VersionedTable(name=name, key=keys[0], columns=columns)
    _check(table)
    return table


def _check(table: VersionedTable) -> None:
    for column in table.columns:
        if column.type not in FORMS:
            raise NotVersionable(
                f"{table.name}.{column.name} is of type {column.type}; versions know"
                f" {', '.join(sorted(FORMS))}."
            )
        if column.name in (*FIRST, *LAST):
            raise NotVersionable(
                f"{table.name}.{column.name} has the name of a column of version tables."
                " Give the column another name (db_column of the field)."
            )
    key = next(column for column in table.columns if column.name == table.key)
    if key.type not in KEY_TYPES:
        raise NotVersionable(f"the key of {table.name} is of type {key.type}.")
    if len(f"{table.past}_vid") > LONGEST_NAME:
        raise NotVersionable(f"{table.name} is too long a name for a versioned table.")


def versioned_names(cursor: Cursor) -> list[str]:
    """The names of all versioned tables, in alphabetical order."""
    cursor.execute(
        "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " WHERE t.tgname = 'versions_insert' AND c.relnamespace = 'public'::regnamespace"
        " ORDER BY c.relname"
    )
    return [row[0] for row in cursor.fetchall()]


def quoted(name: str) -> str:
    """An identifier between quotation marks."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def listed(names: Sequence[str], *, of: str = "") -> str:
    """Quoted columns with commas between them, each with the alias `of` before it if given."""
    before = f"{of}." if of else ""
    return ", ".join(before + quoted(name) for name in names)
