"""Whether records are back that were destroyed: a copy from before was put in place.

`./run backup restore` destroys them again by itself. A copy that came in another way (pg_restore, a
snapshot of the disk) knows nothing of what was destroyed since; the book outside it does.
"""

from pathlib import Path

from django.conf import settings
from django.db import connections

from vijfluik.core.retention.book import FILE, read

# Roles that may ask, in the order in which a process has their address.
ASKS = ("auditor", "destroyer", "clock")
# What was asked last: of which book and which database, and the answer.
_asked: dict[str, tuple[object, int]] = {}


def came_back(folder: Path) -> int:
    """How many records stand in the database that by the book were destroyed.

    Asked anew when the book grew, the server was started again or the database is another.

    Returns:
        0 also where there is no book, or this process has the address of no role that may ask.

    Raises:
        ValueError: the book has a line that is none.
        OSError: it cannot be read.
    """
    role = next((name for name in ASKS if name in settings.DATABASES), None)
    file = folder / FILE
    if role is None or not file.exists():
        return 0
    known = file.stat()
    with connections[role].cursor() as cursor:
        cursor.execute(
            "SELECT pg_postmaster_start_time(), oid FROM pg_database"
            " WHERE datname = current_database()"
        )
        place = (str(file), known.st_mtime_ns, known.st_size, *cursor.fetchone())
        before = _asked.get(role)
        # Only what was well is remembered: a remedy is seen at once.
        if before == (place, 0):
            return 0
        lines = list(read(folder).values())
        cursor.execute(
            "SELECT retention.came_back(%s::text[], %s::uuid[])",
            [[base for base, _ in lines], [key for _, key in lines]],
        )
        found = int(cursor.fetchone()[0])
    _asked[role] = (place, found)
    return found
