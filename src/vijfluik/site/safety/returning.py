"""Whether the database is a copy from before, in which records stand that were destroyed since."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from vijfluik.core.retention.book import FILE
from vijfluik.core.retention.returning import came_back
from vijfluik.site.safety.findings import Finding

CHECK = "destroyed"


def destroyed(using: str) -> Iterator[Finding]:  # noqa: ARG001 (as every check of a database)
    """Nothing is there that the book outside the database says was destroyed."""
    folder = Path(settings.STATE)
    try:
        found = came_back(folder)
    except (OSError, ValueError) as error:
        yield Finding(
            check=CHECK,
            what=f"The book of what was destroyed cannot be read: {error}.",
            why="Whether records are back that were destroyed cannot be told.",
            remedy=f"Let the group of this user read {folder / FILE} (chmod 640), or bring it back"
            " from the copy of the folder (docs/operations.md).",
        )
        return
    if found:
        yield Finding(
            check=CHECK,
            what=f"{found} records stand in the database that were destroyed.",
            why="A copy from before was put in its place: whoever withdrew would be read again.",
            remedy="./run destroyer --once destroys them again. Next time ./run backup restore does"
            " so by itself.",
        )
