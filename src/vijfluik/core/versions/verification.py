"""Recomputing the hashes of versions from what they say, in Python.

The database does the same faster (`VersionRows.with_faults`); this way trusts its values only.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connections, models, transaction

from vijfluik.core.versions.ddl import stored_columns
from vijfluik.core.versions.encoding import row_hash
from vijfluik.core.versions.tables import described, quoted

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


def recomputed_table(
    *, name: str, vids: list[int] | None = None, using: str = "default"
) -> Iterator[Recomputed]:
    """As `recomputed`, by the name of the business table."""
    connection = connections[using]
    with connection.cursor() as cursor:
        table = described(cursor, name=name)
        columns = stored_columns(cursor, table=table)
    # Python's JSON keeps neither digits nor the difference between null and null.
    wanted = [
        f"{quoted(column.name)}::text" if column.type == "jsonb" else quoted(column.name)
        for column in columns
    ]
    names = [*(column.name for column in columns), *SAID]
    where = "" if vids is None else " WHERE vid = ANY (%s)"
    query = (
        f"SELECT vid, row_hash, salt, {', '.join((*wanted, *SAID))}"
        f" FROM public.{quoted(table.versions)}{where} ORDER BY vid"
    )
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
