"""Running an action again when another transaction came first."""

import random
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import TypeVar

from django.db import DatabaseError, connections, transaction

T = TypeVar("T")

# serialization_failure, which the version triggers raise, and deadlock_detected.
AGAIN = {"40001", "40P01"}
LONGEST_PAUSE = 0.02
# Whether the attempt that is running may be followed by another.
_attempts_left: ContextVar[bool] = ContextVar("vijfluik_attempts_left", default=False)


def retrying(function: Callable[[], T], *, attempts: int = 3, using: str = "default") -> T:
    """What `function` answers, run in a transaction that is begun anew when another came first.

    The function is run again from its beginning, so it reads again what it decides on. Within a
    transaction that is already open it is run once: its start would stay what it is.

    Args:
        function: the action; what it does outside the database it must bear to do twice.
        attempts: how often at most.
        using: the connection of its transaction.

    Raises:
        DatabaseError: the last attempt failed too, or it failed in another way.
    """
    connection = connections[using]
    if connection.in_atomic_block:
        return function()
    for attempt in range(1, attempts + 1):
        token = _attempts_left.set(attempt < attempts)
        try:
            with transaction.atomic(using=using):
                return function()
        except DatabaseError as error:
            if attempt == attempts or sqlstate(error) not in AGAIN:
                raise
        finally:
            _attempts_left.reset(token)
        # Two that met once should not meet again in step.
        time.sleep(random.uniform(0, LONGEST_PAUSE * attempt))  # noqa: S311
    raise ValueError("attempts must be at least 1")


def begins_anew(error: BaseException) -> bool:
    """Whether `retrying` runs the action again after this error, so that it is no outcome yet."""
    return _attempts_left.get() and isinstance(error, DatabaseError) and sqlstate(error) in AGAIN


def sqlstate(error: BaseException) -> str | None:
    """PostgreSQL's code of an error of Django's or psycopg's; None when it has none."""
    cause = error.__cause__ or error
    code: str | None = getattr(cause, "sqlstate", None)
    return code
