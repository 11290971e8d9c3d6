"""Python, SQL and COPY write an event the same way."""

import datetime as dt
import random
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.journal.making import as_role, entry, insert

from vijfluik.core.journal.encoding import EXPRESSIONS, KEY, Entry, month_bounds, month_of
from vijfluik.core.journal.hashing import leaf_hash, merkle_root

text = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40)


def drawn(
    actor_name: str, reason: str, rule: str, subjects: list[uuid.UUID], objects: list[uuid.UUID]
) -> Entry:
    plain = entry(chance=random.Random())
    return Entry(
        **{
            **{name: getattr(plain, name) for name in Entry.__slots__},
            "actor_name": actor_name,
            "reason": reason,
            "rule": rule,
            "subjects": tuple(sorted(set(subjects))),
            "objects": tuple(sorted(set(objects))),
        }
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    actor_name=text,
    reason=text,
    rule=text,
    subjects=st.lists(st.uuids(), max_size=3),
    objects=st.lists(st.uuids(), max_size=3),
)
def test_whatever_is_written_copy_sends_the_bytes_that_were_hashed(
    committed_once: str,
    actor_name: str,
    reason: str,
    rule: str,
    subjects: list[uuid.UUID],
    objects: list[uuid.UUID],
) -> None:
    event = drawn(actor_name, reason, rule, subjects, objects)
    with as_role("app") as app:
        # The trigger refuses it unless SQL gives the hash that Python gave.
        insert(app, event)
    with as_role("auditor") as auditor, auditor.cursor() as cursor:
        query = f"COPY (SELECT {EXPRESSIONS} FROM journal_event e WHERE id = %s) TO STDOUT"
        with cursor.copy(query, [event.id]) as copy:
            sent = b"".join(copy)
    assert sent == event.line() + b"\n"


def test_the_key_of_a_line_is_its_moment_and_id() -> None:
    event = entry(chance=random.Random(4))
    assert event.line()[KEY].decode().split("\t")[1] == str(event.id)


def test_a_month_is_one_of_utc() -> None:
    moment = dt.datetime(2026, 12, 31, 23, 59, tzinfo=dt.timezone(dt.timedelta(hours=-2)))
    assert month_of(moment) == dt.date(2027, 1, 1)
    assert month_bounds(dt.date(2026, 12, 1))[1] == dt.datetime(2027, 1, 1, tzinfo=dt.UTC)


def by_definition(data: list[bytes]) -> bytes:
    """The tree hash in the words of RFC 9162, section 2.1.1."""
    import hashlib

    if len(data) == 1:
        return hashlib.sha256(b"\x00" + data[0]).digest()
    split = 1
    while split * 2 < len(data):
        split *= 2
    left, right = by_definition(data[:split]), by_definition(data[split:])
    return hashlib.sha256(b"\x01" + left + right).digest()


@pytest.mark.parametrize("count", [*range(1, 20), 63, 64, 65, 100])
def test_the_root_is_that_of_rfc_9162(count: int) -> None:
    data = [b"%d" % number for number in range(count)]
    assert merkle_root([leaf_hash(each) for each in data]) == by_definition(data)


def test_a_tree_without_leaves_has_no_root() -> None:
    with pytest.raises(ValueError, match="leaf"):
        merkle_root([])
