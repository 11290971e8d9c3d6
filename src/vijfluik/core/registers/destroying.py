"""Withdrawing a record of a person: it goes, and a tombstone stays."""

from typing import Any

from vijfluik.core.registers.declaration import WITHDRAWN, Register
from vijfluik.core.retention.destroying import withdraw


def destroy(register: Register, *, record: Any, ground: str) -> Any:
    """Destroy a record inside `acting(who)`; answers it as it was, for telling what was done.

    Its steps, versions, words to search and due dates go with it, in the same transaction.
    """
    withdraw(
        base=register.model._meta.db_table,
        object_type=register.object_type,
        key=record.key,
        ground=ground,
    )
    record.state = WITHDRAWN
    return record
