"""One round of the clock: what ended with its day is closed, what is over is forgotten.

As role clock, which sees due dates and nothing else of anybody; the rest it asks of functions that
answer with keys and numbers.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connections

from vijfluik.core.lifecycle.lapsing import CLOCK, close_lapsed
from vijfluik.core.registers.importing.forgetting import forget_files, forget_rows

# Of the advisory locks of the database; the journal has 7451.
LOCK = (7452, 1)


@dataclass(frozen=True, kw_only=True)
class Gone:
    """What came of a round."""

    dues: int
    files: int
    imports: int
    sessions: int

    @property
    def any(self) -> bool:
        """Whether anything was done."""
        return any((self.dues, self.files, self.imports, self.sessions))


def go_round() -> Gone | None:
    """One round; None while another clock is at it.

    Raises:
        django.db.Error: the database is away; what was done until then stands, with its events.
    """
    with _alone() as alone:
        if not alone:
            return None
        return Gone(
            dues=close_lapsed(),
            files=forget_files(),
            imports=forget_rows(),
            sessions=forget_sessions(),
        )


def forget_sessions() -> int:
    """Take away sessions that nobody can come back to, with what was kept in them.

    Returns:
        How many.
    """
    with connections[CLOCK].cursor() as cursor:
        cursor.execute("SELECT site.forget_sessions()")
        return int(cursor.fetchone()[0])


@contextlib.contextmanager
def _alone() -> Iterator[bool]:
    """Whether no other clock goes round; the lock goes with the connection of who is killed."""
    with connections[CLOCK].cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", LOCK)
        taken = bool(cursor.fetchone()[0])
    try:
        yield taken
    finally:
        if taken and connections[CLOCK].is_usable():
            with connections[CLOCK].cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", LOCK)
