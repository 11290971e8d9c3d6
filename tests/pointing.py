"""Which database this process's connections go to, and what becomes of those that it leaves.

A new session of PostgreSQL reads the catalogs and plans every trigger and policy once more, which
takes longer than most tests. So a connection is kept for when its database is pointed at again; it
goes on as a new one would, without what was set or locked in it.
"""

import psycopg
from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.pq import TransactionStatus

AS_NEW = (
    "RESET ALL; RESET SESSION AUTHORIZATION; UNLISTEN *; SELECT pg_advisory_unlock_all();"
    " DISCARD TEMP"
)
# Otherwise it tells within a second, and `tests.pristine` looks before.
TELL_WHAT_WAS_WRITTEN = "SELECT pg_stat_force_next_flush()"

Kept = psycopg.Connection[tuple[object, ...]]
# Connection name and database → the connection of Django that was left.
_kept: dict[tuple[str, str], Kept] = {}


def point_at(name: str) -> None:
    """Let every connection of this process go to the database `name`."""
    for alias in settings.DATABASES:
        wrapper = connections[alias]
        _leave(wrapper)
        wrapper.settings_dict["NAME"] = name
        _enter(wrapper)


def sessions_kept(name: str) -> list[int]:
    """The server's processes behind connections to a database that are kept for later."""
    return [
        held.info.backend_pid
        for (_alias, database), held in _kept.items()
        if database == name and not held.closed
    ]


def _leave(wrapper: BaseDatabaseWrapper) -> None:
    held: Kept | None = wrapper.connection
    within = wrapper.in_atomic_block
    _forget(wrapper)
    if held is None:
        return
    if within or held.info.transaction_status != TransactionStatus.IDLE:
        held.close()
        return
    try:
        held.execute(TELL_WHAT_WAS_WRITTEN)
    except psycopg.Error:
        held.close()
        return
    _kept[wrapper.alias, str(wrapper.settings_dict["NAME"])] = held


def _forget(wrapper: BaseDatabaseWrapper) -> None:
    """No connection, and none of the blocks of one, as before the first connection was made."""
    wrapper.connection = None
    wrapper.in_atomic_block = False
    wrapper.savepoint_ids = []
    wrapper.atomic_blocks = []
    wrapper.needs_rollback = False
    wrapper.closed_in_transaction = False
    wrapper.run_on_commit = []


def _enter(wrapper: BaseDatabaseWrapper) -> None:
    held = _kept.pop((wrapper.alias, str(wrapper.settings_dict["NAME"])), None)
    if held is None:
        return
    try:
        held.execute(AS_NEW)
    except psycopg.Error:
        # Its database was made anew meanwhile.
        held.close()
        return
    wrapper.connection = held
    wrapper.close_at = None
    # The connection that was left within a transaction was another one.
    wrapper.autocommit = held.autocommit
    wrapper.init_connection_state()
