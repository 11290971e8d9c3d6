"""The acts of destruction: one by somebody who may, and what is over by its time."""

import uuid
from collections.abc import Iterable

from django.db import connections, transaction

from vijfluik.core.journal.recording import Stranger, record
from vijfluik.core.journal.results import Origin
from vijfluik.core.retention.events import RECORD_DESTROYED
from vijfluik.core.retention.models import Destroyable, Tombstone

DESTROYER = "destroyer"
_OF_NOBODY = Stranger(origin=Origin.CLOCK)


def withdraw(
    *, base: str, object_type: str, key: uuid.UUID, ground: str, of_person: bool = True
) -> Tombstone:
    """Destroy one record inside `acting(who)`, whose access was decided.

    Args:
        base: its table.
        object_type: what the journal calls it.
        ground: one of the closed reasons of its register.
        of_person: the record is about somebody, whom the journal names by its key.

    Raises:
        django.db.DatabaseError: it is not there, or the actor may not withdraw it: the database
            decides once more.
    """
    (stone,) = Tombstone.objects.raw(
        "SELECT * FROM retention.withdraw(%s, %s, %s)", [base, key, ground]
    )
    _journal(stone, object_type=object_type, of_person=of_person)
    return stone


def destroy_lapsed() -> list[Tombstone]:
    """Destroy what is over by its time, as role destroyer; nobody acts and nobody decides."""
    with transaction.atomic(using=DESTROYER):
        stones = list(
            Tombstone.objects.using(DESTROYER).raw("SELECT * FROM retention.destroy_lapsed()")
        )
        _told(stones)
    return stones


def destroy_again(gone: Iterable[tuple[str, uuid.UUID]]) -> list[Tombstone]:
    """Destroy what came back with a backup, as role destroyer.

    Args:
        gone: table and key of each record that has a tombstone.
    """
    stones: list[Tombstone] = []
    with transaction.atomic(using=DESTROYER):
        for base, key in gone:
            stones += Tombstone.objects.using(DESTROYER).raw(
                "SELECT * FROM retention.destroy_again(%s, %s)", [base, key]
            )
        _told(stones)
    return stones


def _told(stones: Iterable[Tombstone]) -> None:
    with connections[DESTROYER].cursor() as cursor:
        cursor.execute("SELECT base, object_type FROM retention_destroyable")
        types = dict(cursor.fetchall())
    for stone in stones:
        _journal(stone, object_type=types[stone.base], using=DESTROYER)


def _journal(
    stone: Tombstone, *, object_type: str, using: str = "default", of_person: bool = True
) -> None:
    record(
        action=RECORD_DESTROYED,
        object_type=object_type,
        object_key=stone.object_key,
        details={
            "tombstone": stone.key,
            "versions": stone.versions,
            "steps": stone.steps,
            "digest": bytes(stone.digest).hex(),
        },
        subjects=[stone.object_key] if of_person else [],
        who=_OF_NOBODY if using == DESTROYER else None,
        using=using,
    )


__all__ = ["DESTROYER", "Destroyable", "destroy_again", "destroy_lapsed", "withdraw"]
