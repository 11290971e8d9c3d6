"""What each statement leaves in the version table."""

import uuid
from itertools import pairwise

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from tests.core.versions.scratch import Thing, administrator, connect, make, query

from vijfluik.core.partners.acting import Acting, Actor, acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.versions.history import versions
from vijfluik.core.versions.retrying import sqlstate
from vijfluik.core.versions.rows import VersionRow

COUNT = "SELECT count(*) FROM scratch_thing_version"


def steps() -> list[tuple[str, str, bool]]:
    """What happened, the title and whether it holds now, in order."""
    rows = versions(Thing).order_by("tx_from", "vid")
    return [(row.op, row.title, row.tx_to is None) for row in rows]


def follow_each_other(rows: list[VersionRow]) -> bool:
    return all(one.tx_to == next_.tx_from for one, next_ in pairwise(rows))


def test_a_row_leaves_a_version_per_transaction_without_gap_or_overlap(things: str) -> None:
    thing = Thing.objects.create(title="een")
    thing.title = "twee"
    thing.save()
    Thing.objects.filter(key=thing.key).update(title="drie")
    assert steps() == [("I", "een", False), ("U", "twee", False), ("U", "drie", True)]
    assert follow_each_other(list(versions(Thing).order_by("tx_from")))


def test_all_rows_of_a_transaction_begin_when_it_began(things: str) -> None:
    with transaction.atomic():
        ((began,),) = query("SELECT transaction_timestamp()")
        query("SELECT pg_sleep(0.02)")
        Thing.objects.create(title="een")
        Thing.objects.bulk_create([Thing(title="twee"), Thing(title="drie")])
    assert {row.tx_from for row in versions(Thing)} == {began}


def test_update_bulk_and_plain_sql_are_captured(things: str) -> None:
    made = Thing.objects.bulk_create([Thing(title="een"), Thing(title="een")])
    Thing.objects.update(title="twee")
    for thing in made:
        thing.title = "drie"
    Thing.objects.bulk_update(made, ["title"])
    query("UPDATE scratch_thing SET title = 'vier'")
    query(
        "INSERT INTO scratch_thing (key, title) VALUES (%s, 'vijf'), (gen_random_uuid(), 'zes')"
        " ON CONFLICT (key) DO UPDATE SET title = excluded.title",
        made[0].key,
    )
    counted = query("SELECT title, count(*)::int FROM scratch_thing_version GROUP BY 1 ORDER BY 1")
    assert counted == [
        *(("drie", 2), ("een", 2), ("twee", 2), ("vier", 2), ("vijf", 1), ("zes", 1))
    ]


def test_two_changes_in_one_transaction_leave_one_version(things: str) -> None:
    with transaction.atomic():
        thing = Thing.objects.create(title="een")
        with transaction.atomic():
            Thing.objects.update(title="twee")
        Thing.objects.update(title="drie")
    with transaction.atomic():
        Thing.objects.update(title="vier")
        with transaction.atomic():
            Thing.objects.update(title="vijf")
    assert steps() == [("I", "drie", False), ("U", "vijf", True)]
    assert versions(Thing).current().get().vid > 0
    assert thing.key == versions(Thing).current().get().key


def test_a_savepoint_that_is_undone_leaves_nothing(things: str) -> None:
    Thing.objects.create(title="een")
    with transaction.atomic():
        undone = transaction.savepoint()
        Thing.objects.update(title="twee")
        transaction.savepoint_rollback(undone)
        Thing.objects.update(title="drie")
    assert steps() == [("I", "een", False), ("U", "drie", True)]


def test_a_change_that_changes_nothing_leaves_no_version(things: str) -> None:
    thing = Thing.objects.create(title="een", extra={"a": 1}, tags=["x"])
    thing.save()
    Thing.objects.update(title="een")
    query("UPDATE scratch_thing SET title = 'niets' WHERE false")
    assert steps() == [("I", "een", True)]


def test_a_deletion_leaves_who_and_why_and_no_current_version(things: str) -> None:
    thing = Thing.objects.create(title="een")
    actor = Actor(key=uuid.uuid4(), name="A", organisation="o", grants=())
    with acting(Acting(actor=actor, purpose=Purpose.PROGRAMME, reason="dubbel ingevoerd")):
        thing.delete()
    assert steps() == [("I", "een", False), ("D", "een", False)]
    gone = versions(Thing).get(op="D")
    assert (gone.actor, gone.purpose, gone.reason) == (actor.key, "programme", "dubbel ingevoerd")
    assert gone.tx_from == gone.tx_to
    assert not versions(Thing).at(gone.tx_from).exists()


def test_made_and_deleted_in_one_transaction_leaves_nothing(things: str) -> None:
    with transaction.atomic():
        Thing.objects.create(title="een")
        Thing.objects.update(title="twee")
        Thing.objects.all().delete()
    assert steps() == []


def test_changed_and_deleted_in_one_transaction_is_a_deletion(things: str) -> None:
    Thing.objects.create(title="een")
    with transaction.atomic():
        Thing.objects.update(title="twee")
        Thing.objects.all().delete()
    assert steps() == [("I", "een", False), ("D", "twee", False)]


def test_deleted_and_brought_back_in_one_transaction_is_a_change(things: str) -> None:
    thing = Thing.objects.create(title="een")
    for last in ("twee", "drie"):
        with transaction.atomic():
            Thing.objects.all().delete()
            Thing.objects.create(key=thing.key, title="tussen")
            Thing.objects.all().delete()
            Thing.objects.create(key=thing.key, title=last)
    assert steps() == [("I", "een", False), ("U", "twee", False), ("U", "drie", True)]
    assert follow_each_other(list(versions(Thing).order_by("tx_from")))


def test_a_key_may_live_twice(things: str) -> None:
    thing = Thing.objects.create(title="een")
    Thing.objects.all().delete()
    Thing.objects.create(key=thing.key, title="twee")
    assert [(op, title) for op, title, _ in steps()] == [("I", "een"), ("D", "een"), ("I", "twee")]


@pytest.mark.parametrize(
    "late", ["UPDATE scratch_thing SET title = 'laat'", "DELETE FROM scratch_thing"]
)
def test_a_transaction_that_began_earlier_may_not_follow_a_later_one(
    things: str, late: str
) -> None:
    Thing.objects.create(title="een")
    with connect(database=things) as early:
        early.execute("SELECT 1")
        Thing.objects.update(title="twee")
        with pytest.raises(Exception, match="started later") as refused:
            early.execute(late)
        assert sqlstate(refused.value) == "40001"
        early.rollback()
        early.execute(late)
    assert steps()[1][1] == "twee"
    assert len(steps()) == 3


def test_a_key_that_a_later_transaction_deleted_is_not_brought_back_before(things: str) -> None:
    thing = Thing.objects.create(title="een")
    again = "INSERT INTO scratch_thing (key, title) VALUES (%s, 'terug')"
    with connect(database=things) as early:
        early.execute("SELECT 1")
        Thing.objects.all().delete()
        with pytest.raises(Exception, match="started later") as refused:
            early.execute(again, [thing.key])
        assert sqlstate(refused.value) == "40001"
        early.rollback()
        early.execute(again, [thing.key])
    assert [op for op, _, _ in steps()] == ["I", "D", "I"]


@pytest.mark.parametrize(
    "late", ["UPDATE scratch_thing SET title = 'x'", "DELETE FROM scratch_thing"]
)
def test_of_two_that_began_in_the_same_microsecond_one_is_refused(things: str, late: str) -> None:
    Thing.objects.create(title="een")
    with connect(database=things) as second, administrator(database=things) as admin:
        (same,) = second.execute("SELECT transaction_timestamp()").fetchone() or ()
        admin.execute("SET session_replication_role = replica")
        admin.execute("UPDATE scratch_thing_version_now SET tx_from = %s", [same])
        with pytest.raises(Exception, match="started later") as refused:
            second.execute(late)
        second.rollback()
    assert sqlstate(refused.value) == "40001"


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_a_writer_with_a_standing_snapshot_is_refused(things: str, level: str) -> None:
    with transaction.atomic():
        query(f"SET TRANSACTION ISOLATION LEVEL {level}")
        with pytest.raises(DatabaseError, match="READ COMMITTED only"), transaction.atomic():
            Thing.objects.create(title="een")


def test_truncate_is_refused(things: str) -> None:
    Thing.objects.create(title="een")
    for place in ("scratch_thing", "scratch_thing_version", "scratch_thing_version_past"):
        with pytest.raises(IntegrityError, match="TRUNCATE"):
            query(f"TRUNCATE {place}", using="owner")
    assert len(steps()) == 1


def test_a_key_does_not_change(things: str) -> None:
    Thing.objects.create(title="een")
    with pytest.raises(IntegrityError, match="does not change"):
        query("UPDATE scratch_thing SET key = gen_random_uuid()")


def test_a_row_that_was_changed_behind_the_triggers_back_is_refused(things: str) -> None:
    Thing.objects.create(title="een")
    with administrator(database=things) as admin:
        admin.execute("SET session_replication_role = replica")
        admin.execute("UPDATE scratch_thing SET title = 'stiekem'")
    with pytest.raises(DatabaseError, match="differs from its current version"):
        Thing.objects.update(title="twee")


def test_a_trigger_that_changes_its_own_row_again_is_refused(things: str) -> None:
    query(
        "CREATE FUNCTION public.once_more() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " UPDATE scratch_thing SET number = 2 WHERE key = NEW.key AND number = 1; RETURN NULL;"
        " END $$;"
        "CREATE TRIGGER once_more AFTER UPDATE ON scratch_thing FOR EACH ROW"
        " EXECUTE FUNCTION public.once_more()",
        using="owner",
    )
    Thing.objects.create(title="een")
    with pytest.raises(DatabaseError, match="differs from its current version"):
        Thing.objects.update(number=1)


def test_rows_that_were_there_before_get_their_first_version(lasting: str) -> None:
    make(
        statement="CREATE TABLE scratch_old (key bigint PRIMARY KEY, word text);"
        "ALTER TABLE scratch_old ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"
        "CREATE POLICY all_of_it ON scratch_old TO vijfluik_app USING (true);"
        "CREATE POLICY put_in ON scratch_old FOR INSERT TO vijfluik_owner WITH CHECK (true);"
        "GRANT SELECT, UPDATE ON scratch_old TO vijfluik_app;"
        "INSERT INTO scratch_old VALUES (1, 'een'), (2, NULL)",
        name="scratch_old",
    )
    query("UPDATE scratch_old SET word = 'twee' WHERE key = 2")
    found = query("SELECT key, op, word FROM scratch_old_version ORDER BY vid")
    assert sorted(found, key=str) == [(1, "I", "een"), (2, "I", None), (2, "U", "twee")]


def test_a_thousand_rows_at_once_leave_a_thousand_versions(things: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO scratch_thing (key, title) SELECT gen_random_uuid(), n::text"
            " FROM generate_series(1, 1000) n"
        )
        cursor.execute("UPDATE scratch_thing SET title = title || '!' WHERE title <> '7'")
        cursor.execute("DELETE FROM scratch_thing WHERE title = '7'")
    assert query(COUNT) == [(2000,)]
    assert versions(Thing).current().count() == 999
