"""Whether this process can do its work now, in answers of yes and no."""

import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connections

from vijfluik.core.journal.queries import AUDITOR
from vijfluik.core.retention.returning import came_back
from vijfluik.site.safety.database import migrations

# Seconds: the sealer is a second behind when all is well.
MOST_LAG = 60.0
# Room for what is read in, and for the heads of the journal.
LEAST_FREE = 200_000_000


def database() -> bool:
    """Whether the database answers."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone())


def migrated() -> bool:
    """Whether the database is that of this version; once seen it is not asked again."""
    if not _migrated():
        _migrated.cache_clear()
        return False
    return True


@cache
def _migrated() -> bool:
    return not list(migrations("default"))


def sealed() -> bool:
    """Whether the sealer keeps up; yes for a process that may not look."""
    return sealer_lag() <= MOST_LAG


def sealer_lag() -> float:
    """How long the oldest event has been waiting to be sealed, in seconds."""
    if AUDITOR not in settings.DATABASES:
        return 0.0
    with connections[AUDITOR].cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(extract(epoch FROM clock_timestamp() - min(moment)), 0)::float8"
            " FROM journal_queue"
        )
        return max(0.0, float(cursor.fetchone()[0]))


def roomy() -> bool:
    """Whether there is room for what is read in, and outside the database."""
    return all(shutil.disk_usage(folder).free >= LEAST_FREE for folder in folders())


def folders() -> list[Path]:
    """The folders that this process, or the ones beside it, write to."""
    state = Path(settings.STATE)
    return [Path(tempfile.gettempdir()), *([state] if state.is_dir() else [])]


def forgotten() -> bool:
    """Whether nothing is back that was destroyed, as with a copy from before."""
    return not came_back(Path(settings.STATE))


CHECKS: dict[str, Callable[[], bool]] = {
    "database": database,
    "migrations": migrated,
    "sealer": sealed,
    "disk": roomy,
    "destroyed": forgotten,
}


def ready() -> dict[str, bool]:
    """The answer of each check; a database that is away answers no."""
    found = {}
    for name, check in CHECKS.items():
        try:
            found[name] = check()
        except (DatabaseError, OSError, ValueError):
            found[name] = False
    return found
