"""Noting when a process that works by the clock went round, and asking it."""

import datetime as dt

from django.db import connections

from vijfluik.core.lifecycle.models import Worked

# By the clock of the server, by which what is over is counted.
NOTE = """
    INSERT INTO lifecycle_worked (name, ended_at) VALUES (%s, clock_timestamp())
    ON CONFLICT (name) DO UPDATE SET ended_at = clock_timestamp()
"""


def note_round(name: str, *, using: str) -> None:
    """Note that a process went round just now, as the role that it works as."""
    with connections[using].cursor() as cursor:
        cursor.execute(NOTE, [name])


def last_rounds(*, using: str = "default") -> dict[str, dt.datetime]:
    """When each process last went round."""
    return dict(Worked.objects.using(using).values_list("name", "ended_at"))
