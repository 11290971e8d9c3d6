"""Whether the database is that of an installation, and not one of invented data."""

from collections.abc import Iterator

from django.conf import settings
from django.db import connections

from vijfluik.core.versions.demonstration import is_demonstration
from vijfluik.site.safety.findings import Finding


def demonstration(using: str) -> Iterator[Finding]:
    """No demonstration was loaded, and none is announced."""
    if settings.DEMONSTRATION:
        yield Finding(
            check="demonstration",
            what="VIJFLUIK_DEMONSTRATION says that this is a demonstration, as it does by default.",
            why="Every page and every file would say that its data are invented.",
            remedy="Set VIJFLUIK_DEMONSTRATION=no.",
        )
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT to_regclass('versions.demonstration') IS NOT NULL")
        (there,) = cursor.fetchone()
    # Without the table the migrations are not applied, which is told by itself.
    if there and is_demonstration(using=using):
        yield Finding(
            check="demonstration",
            what="A demonstration was loaded in this database.",
            why="Invented people, mandates and confirmations would count as real ones.",
            remedy="Begin with an empty database; a demonstration cannot be taken out.",
        )
