"""Whether this database is a demonstration: a mark that the demonstration's loader sets once."""

from collections.abc import Collection

from django.db import connections

from vijfluik.core.versions.shipped import shipped
from vijfluik.core.versions.tables import versioned_names


class NotADemonstration(Exception):
    """What was asked may be done in a demonstration database only."""


def is_demonstration(*, using: str = "default") -> bool:
    """Whether the database bears the mark; every role may ask."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM versions.demonstration)")
        return bool(cursor.fetchone()[0])


def mark_demonstration(*, using: str = "owner", invented: Collection[str] = ()) -> None:
    """Set the mark, before anything is in the database. Harmless when it is there already.

    Args:
        invented: versioned tables whose rows the caller has seen to be the demonstration's.

    Raises:
        NotADemonstration: a versioned table has had rows that came with no migration; nobody
            knows whose.
    """
    if is_demonstration(using=using):
        return
    with connections[using].cursor() as cursor:
        for name in set(versioned_names(cursor)) - set(invented) - shipped():
            # Row-level security hides rows from the owner; the numbers of versions it can see.
            cursor.execute(
                "SELECT last_value FROM pg_sequences"
                " WHERE schemaname = 'public' AND sequencename = %s",
                [f"{name}_version_vid"],
            )
            if cursor.fetchone()[0] is not None:
                raise NotADemonstration(f"{name} has had rows; this is not a new database.")
        cursor.execute("INSERT INTO versions.demonstration DEFAULT VALUES")
