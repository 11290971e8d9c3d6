"""Recomputing the hashes of versions from what they say, in Python.

The database does the same faster (`VersionRows.with_faults`); this way trusts its values only.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connections, models, transaction

from vijfluik.core.versions.ddl import stored_columns
from vijfluik.core.versions.encoding import canonical_row, row_hash
from vijfluik.core.versions.tables import Cursor, described, quoted

AT_ONCE = 2000
SAID = ("tx_from", "op", "actor", "mandate", "purpose", "reason")


@dataclass(frozen=True, kw_only=True)
class Recomputed:
    """A version's number, the hash that stands in it and the hash that it should be."""

    vid: int
    stored: bytes
    computed: bytes

    @property
    def sound(self) -> bool:
        """Whether the version says what it said when it was written."""
        return self.stored == self.computed


def recomputed(
    model: type[models.Model], *, vids: list[int] | None = None, using: str = "default"
) -> Iterator[Recomputed]:
    """The versions that the connection may see with their hashes recomputed, by their number.

    Args:
        model: the versioned model.
        vids: only these versions; None for all.
        using: the connection.
    """
    yield from recomputed_table(name=model._meta.db_table, vids=vids, using=using)


@dataclass(frozen=True, kw_only=True)
class Form:
    """A version as its hash is taken over it: the salt and the canonical form."""

    salt: uuid.UUID
    form: bytes


def form_of(*, name: str, vid: int, using: str = "default") -> Form | None:
    """The form of one version of a table, by its number; None when the connection may not see it.

    Args:
        name: of the business table.
        vid: the number of the version.
        using: the connection.
    """
    with connections[using].cursor() as cursor:
        names, query = _said(cursor, name=name)
        cursor.execute(f"{query} WHERE vid = %s", [vid])
        row = cursor.fetchone()
    if row is None:
        return None
    _, _, salt, *values = row
    said = dict(zip(names, values, strict=True))
    return Form(salt=salt, form=canonical_row(table=name, values=said))


def _said(cursor: Cursor, *, name: str) -> tuple[list[str], str]:
    """The names of what a version says, and the question for number, hash, salt and all of it."""
    table = described(cursor, name=name)
    columns = stored_columns(cursor, table=table)
    # Python's JSON keeps neither digits nor the difference between null and null.
    wanted = [
        f"{quoted(column.name)}::text" if column.type == "jsonb" else quoted(column.name)
        for column in columns
    ]
    names = [*(column.name for column in columns), *SAID]
    asked = f"SELECT vid, row_hash, salt, {', '.join((*wanted, *SAID))}"
    return names, f"{asked} FROM public.{quoted(table.versions)}"


def recomputed_table(
    *, name: str, vids: list[int] | None = None, using: str = "default"
) -> Iterator[Recomputed]:
    """As `recomputed`, by the name of the business table."""
    connection = connections[using]
    with connection.cursor() as cursor:
        names, asked = _said(cursor, name=name)
    where = "" if vids is None else " WHERE vid = ANY (%s)"
    query = f"{asked}{where} ORDER BY vid"
    with transaction.atomic(using=using), connection.chunked_cursor() as rows:
        rows.execute(query, None if vids is None else [vids])
        while several := rows.fetchmany(AT_ONCE):
            for vid, stored, salt, *values in several:
                said = dict(zip(names, values, strict=True))
                yield Recomputed(
                    vid=vid,
                    stored=bytes(stored),
                    computed=row_hash(table=name, values=said, salt=salt),
                )
