"""Events keep the encoding that they were written with, and both are verified."""

import random
import uuid
from pathlib import Path

import psycopg
import pytest
from tests.core.journal.making import (
    COLUMNS,
    as_administrator,
    as_role,
    copy_rows,
    entry,
    insert,
    many,
    of_version_1,
    stranger,
)
from tests.sizes import part

from vijfluik.core.journal.addresses import parameters
from vijfluik.core.journal.encoding import hashed
from vijfluik.core.journal.sealer import seal_now
from vijfluik.core.journal.verifying import verify_at


def write_both() -> tuple[uuid.UUID, uuid.UUID]:
    """Sealed events of both versions; the ids of one of each."""
    old = [entry(chance=random.Random(n), subjects=n % 3) for n in range(30)]
    new = many(30, seed=7)
    with as_role("app") as app:
        for each in old:
            copy_rows(app, [of_version_1(each)], actor=each.actor)
        insert(app, *new)
    return old[4].id, next(each.id for each in new if len(each.objects) > 1)


def test_both_versions_are_sealed_and_verified(committed: str, tmp_path: Path) -> None:
    write_both()
    waiting = verify_at(parameters(), folder=None)
    assert (waiting.fault, waiting.waiting) == (None, 60)
    assert seal_now(folder=tmp_path) == 60
    outcome = verify_at(parameters(), folder=tmp_path)
    assert (outcome.fault, outcome.events) == (None, 60)


@pytest.mark.parametrize(
    ("which", "change"),
    part(
        [
            (0, "objects = ARRAY[gen_random_uuid()]"),
            (0, "encoding = 2"),
            (0, "reason = 'x'"),
            (1, "objects = '{}'"),
            (1, "objects = objects || gen_random_uuid()"),
            (1, "objects = objects[2:] || objects[1]"),
            (1, "encoding = 1, objects = '{}'"),
        ],
        quick=3,
    ),
)
def test_a_manifest_or_a_version_that_was_changed_is_found(
    committed: str, tmp_path: Path, which: int, change: str
) -> None:
    target = write_both()[which]
    seal_now(folder=tmp_path)
    with as_administrator(committed) as admin:
        admin.execute("ALTER TABLE journal_event DROP CONSTRAINT journal_event_encoding_check")
        admin.execute(f"UPDATE journal_event SET {change} WHERE id = %s", [target])
    fault = verify_at(parameters(), folder=tmp_path).fault
    assert fault is not None
    assert fault.event == str(target)


def test_the_first_version_has_no_room_for_a_manifest(committed: str) -> None:
    row = of_version_1(entry(chance=random.Random(1)))
    place = COLUMNS.split(", ").index("objects")
    row[place] = [uuid.uuid4()]
    with as_role("app") as app, pytest.raises(psycopg.errors.CheckViolation):
        copy_rows(app, [row], actor=row[2])  # type: ignore[arg-type]


def test_a_version_that_nobody_knows_is_refused(committed: str) -> None:
    row = of_version_1(entry(chance=random.Random(1)))
    row[-2] = 3
    with as_role("app") as app, pytest.raises(psycopg.errors.CheckViolation):
        copy_rows(app, [row], actor=row[2])  # type: ignore[arg-type]


def test_only_a_line_of_the_first_version_is_shortened() -> None:
    assert hashed(b"2\tx\t{}\t{}") == b"2\tx\t{}\t{}"
    assert hashed(b"1\tx\t{}\t{a}") == b"1\tx\t{a}"
    assert hashed(b"1\tx\t{b}\t{a}") == b"1\tx\t{b}\t{a}"
    assert hashed(b"\\N\t\\N\t\\N") == b"\\N\t\\N\t\\N"


# Whose name an event bears


def test_an_event_in_the_name_of_another_is_refused_on_every_connection(committed: str) -> None:
    event = entry(chance=random.Random(2))
    rows = [*of_version_1(event)]
    for acting in (None, uuid.uuid4()):
        with as_role("app") as app, pytest.raises(psycopg.errors.CheckViolation, match="act"):
            copy_rows(app, [rows], actor=acting)
    with as_role("app") as app:
        copy_rows(app, [rows], actor=event.actor)


def test_nobody_leaves_a_try_to_sign_in_and_nothing_else(committed: str) -> None:
    with as_role("app") as app:
        insert(app, stranger())
    for column, value in {
        "action": "record.viewed",
        "result": "done",
        "actor_name": "Alice",
        "mandate": uuid.uuid4(),
    }.items():
        forged = stranger()
        object.__setattr__(forged, column, value)
        with as_role("app") as app, pytest.raises(psycopg.errors.CheckViolation, match="nobody"):
            insert(app, forged)


def test_who_acts_may_not_leave_an_event_of_nobody(committed: str) -> None:
    row = of_version_1(stranger())
    with as_role("app") as app, pytest.raises(psycopg.errors.CheckViolation, match="another"):
        copy_rows(app, [row], actor=uuid.uuid4())
