"""An event stands or falls with its act; an attempt stands by itself."""

import contextlib
import uuid
from dataclasses import replace
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from tests.core.journal.making import as_role, somebody

from vijfluik.core.journal.kinds import Detail, Kind, UnknownKindError, WrongDetailsError
from vijfluik.core.journal.queries import Filter, page_of_events
from vijfluik.core.journal.recording import (
    NotInTransactionError,
    Recorded,
    Stranger,
    failure_recorded,
    record,
    record_apart,
    record_many,
    recorded_together,
)
from vijfluik.core.journal.results import Result
from vijfluik.core.journal.sentences import sentence
from vijfluik.core.journal.vocabulary import (
    ACCESS_DECIDED,
    RECORD_CHANGED,
    RECORD_VIEWED,
    RECORDS_LISTED,
    SIGNED_IN,
)
from vijfluik.core.partners.acting import acting


def results(of: Recorded | None = None) -> list[tuple[object, ...]]:
    with as_role("auditor") as auditor:
        return auditor.execute(
            "SELECT action, result FROM journal_event WHERE %s::uuid IS NULL OR id = %s"
            " ORDER BY moment",
            [of and of.id, of and of.id],
        ).fetchall()


def test_an_event_holds_who_what_why_and_whence(committed: str) -> None:
    who = somebody()
    subject = uuid.uuid4()
    with acting(who):
        made = record(
            action=RECORDS_LISTED,
            object_type="trainings.training",
            details={"rows": 2, "filters": ["state"]},
            subjects=[subject, subject],
        )
    with as_role("auditor") as auditor:
        row = auditor.execute(
            "SELECT actor, actor_name, organisation, mandate, purpose, action, object_type,"
            " object_key, result, reason, origin, trace, details, subjects FROM journal_event"
        ).fetchone()
        manifest = auditor.execute("SELECT event, subject FROM journal_subject").fetchall()
    assert row == (
        who.actor.key,
        "Alice de Vries",
        "nctv",
        who.mandate,
        "programme",
        "record.listed",
        "trainings.training",
        "",
        "done",
        "kwartaalcontrole",
        "web",
        who.trace,
        '{"filters":["state"],"rows":2}',
        [subject],
    )
    assert manifest == [(made.id, subject)]


def test_a_rolled_back_act_leaves_no_done_event_but_its_failure(committed: str) -> None:
    who = somebody()

    def fail() -> None:
        with failure_recorded(action=RECORD_CHANGED, who=who), acting(who):
            record(action=RECORD_CHANGED, object_type="trainings.training", object_key="k1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert results() == [("record.changed", "failed")]


def test_a_refusal_outlives_the_rollback_of_its_request(committed: str) -> None:
    def refuse() -> None:
        with acting(somebody()):
            record_apart(
                action=ACCESS_DECIDED,
                result=Result.DENIED,
                rule="training.view",
                policy_version="1",
            )
            raise PermissionError

    with pytest.raises(PermissionError):
        refuse()
    assert results() == [("access.decided", "denied")]


def test_an_attempt_is_recorded_while_the_transaction_is_broken(committed: str) -> None:
    def fail() -> None:
        with acting(somebody()):
            try:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT 1 / 0")
            except DatabaseError:
                record_apart(action=RECORD_CHANGED, result=Result.FAILED)
                raise

    with pytest.raises(DatabaseError):
        fail()
    assert results() == [("record.changed", "failed")]


def test_many_events_are_those_that_would_be_recorded_one_by_one(committed: str) -> None:
    keys = [uuid.uuid4() for _ in range(3)]
    who = replace(somebody(), reason="c:\\pad\tén\n“meer”")
    with acting(who):
        record_many(
            action=RECORD_CHANGED,
            object_type="trainings.training",
            details={key: {"fields": ["title", f"n{place}"]} for place, key in enumerate(keys)},
        )
        record(
            action=RECORD_CHANGED,
            object_type="trainings.training",
            object_key=keys[0],
            details={"fields": ["title", "n0"]},
        )
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT actor, actor_name, organisation, mandate, purpose, action, object_type,"
            " object_key, result, rule, policy_version, reason, origin, trace, details, subjects,"
            " encoding FROM journal_event ORDER BY moment"
        ).fetchall()
    assert [row[7] for row in rows] == [str(key) for key in [*keys, keys[0]]]
    assert rows[0] == rows[3]
    assert rows[2][14] == '{"fields":["title","n2"]}'


def test_what_was_done_alike_to_many_is_one_event_that_names_them(committed: str) -> None:
    keys = sorted(uuid.uuid4() for _ in range(3))
    told: list[dict[str, object]] = [{"fields": ["title"]}, {"fields": []}, {"fields": ["title"]}]
    with acting(somebody()):
        record_many(
            action=RECORD_CHANGED,
            object_type="trainings.training",
            details=dict(zip(keys, told, strict=True)),
        )
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT object_key, objects, details FROM journal_event ORDER BY moment"
        ).fetchall()
    assert rows == [
        ("", [keys[0], keys[2]], '{"fields":["title"],"rows":2}'),
        (str(keys[1]), [], '{"fields":[]}'),
    ]
    first, _ = reversed(page_of_events(wanted=Filter()).events)
    assert sentence(first).endswith("wijzigde 2 registraties (training)")
    for key in keys:
        assert len(page_of_events(wanted=Filter(object_key=str(key))).events) == 1


def test_what_waits_is_written_in_one_statement_and_goes_with_its_act(committed: str) -> None:
    def seen(kind: str) -> None:
        record(action=RECORD_VIEWED, object_type=kind)

    who = somebody()
    with acting(who), CaptureQueriesContext(connection) as asked:
        with recorded_together():
            seen("a.one")
            seen("a.two")
            # What stands behind another savepoint may yet be undone, and does not wait.
            with contextlib.suppress(ZeroDivisionError), transaction.atomic():
                seen("a.undone")
                raise ZeroDivisionError
        seen("a.three")
    written = [query["sql"] for query in asked if "INSERT INTO journal_event" in query["sql"]]
    assert len(written) == 3

    def fail() -> None:
        with acting(who), recorded_together():
            seen("a.lost")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT object_type, actor FROM journal_event ORDER BY moment"
        ).fetchall()
    assert rows == [(kind, who.actor.key) for kind in ("a.one", "a.two", "a.three")]
    with pytest.raises(NotInTransactionError), recorded_together():
        pass


def test_many_events_belong_in_a_transaction_too(committed: str) -> None:
    with pytest.raises(NotInTransactionError):
        record_many(action=RECORD_VIEWED, object_type="a.b", details={uuid.uuid4(): {}})


def test_an_error_that_is_told_otherwise_leaves_no_failure(committed: str) -> None:
    def fail() -> None:
        with failure_recorded(
            action=RECORD_CHANGED,
            who=somebody(),
            unless=lambda error: isinstance(error, ZeroDivisionError),
        ):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert results() == []


def test_outside_a_transaction_an_act_cannot_be_recorded(committed: str) -> None:
    with pytest.raises(NotInTransactionError):
        record(action=RECORD_VIEWED, who=somebody())


def test_nobody_acts_and_nobody_is_named(platform: str) -> None:
    with pytest.raises(LookupError, match="nobody acts"):
        record(action=RECORD_VIEWED)


def test_a_stranger_who_tries_to_sign_in_is_recorded(committed: str) -> None:
    made = record_apart(action=SIGNED_IN, result=Result.FAILED, who=Stranger())
    with as_role("auditor") as auditor:
        row = auditor.execute(
            "SELECT actor, actor_name, result FROM journal_event WHERE id = %s", [made.id]
        ).fetchone()
    assert row == (None, "", "failed")


def test_a_stranger_leaves_nothing_but_tries(committed: str) -> None:
    for action, result in ((SIGNED_IN, Result.DONE), (RECORD_VIEWED, Result.FAILED)):
        with pytest.raises(DatabaseError, match="nobody acts"):
            record_apart(action=action, result=result, who=Stranger())
    assert results() == []


def test_apart_the_database_is_told_who_acts_for_one_statement(committed: str) -> None:
    who = somebody()
    made = record_apart(action=RECORD_VIEWED, result=Result.FAILED, who=who)
    with connections["attempts"].cursor() as attempts:
        attempts.execute("SELECT partners.actor()")
        assert attempts.fetchone() == (None,)
        attempts.execute("SELECT set_config('vijfluik.actor', %s, false)", [str(uuid.uuid4())])
        # Whoever acts there already gives way for the statement, and comes back.
        again = record_apart(action=RECORD_VIEWED, result=Result.FAILED, who=who)
        attempts.execute("SELECT partners.actor() IS NOT NULL")
        assert attempts.fetchone() == (True,)
        attempts.execute("SELECT set_config('vijfluik.actor', '', false)")
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT actor FROM journal_event WHERE id IN (%s, %s)", [made.id, again.id]
        ).fetchall()
    assert rows == [(who.actor.key,)] * 2


def test_an_act_is_not_recorded_in_the_name_of_another(committed: str) -> None:
    with pytest.raises(DatabaseError, match="another actor"), acting(somebody()):
        record(action=RECORD_VIEWED, who=somebody())
    with pytest.raises(DatabaseError, match="nobody acts"), transaction.atomic():
        record(action=RECORD_VIEWED, who=somebody())
    assert results() == []


def test_a_list_holds_the_keys_of_what_it_showed(committed: str) -> None:
    shown = [uuid.UUID(int=3), uuid.UUID(int=1), uuid.UUID(int=3)]
    with acting(somebody()):
        record(action=RECORDS_LISTED, details={"rows": 3}, objects=shown)
    record_apart(action=RECORDS_LISTED, result=Result.FAILED, who=somebody(), objects=shown[:1])
    with as_role("auditor") as auditor:
        rows = auditor.execute("SELECT objects FROM journal_event ORDER BY moment").fetchall()
    assert rows == [([uuid.UUID(int=1), uuid.UUID(int=3)],), ([uuid.UUID(int=3)],)]


def test_an_unregistered_kind_is_refused(platform: str) -> None:
    stray = Kind(name="stray.event", done="", tried="")
    with pytest.raises(UnknownKindError), acting(somebody()):
        record(action=stray)


@pytest.mark.parametrize(
    "details",
    [{}, {"rows": -1}, {"rows": True}, {"rows": 1, "name": "x"}, {"rows": 1, "filters": ["Jan P"]}],
)
def test_details_that_do_not_fit_their_schema_are_refused(
    platform: str, details: dict[str, object]
) -> None:
    with pytest.raises(WrongDetailsError), acting(somebody()):
        record(action=RECORDS_LISTED, details=details)


def test_a_decision_names_its_rule(platform: str) -> None:
    with pytest.raises(WrongDetailsError, match="rule"), acting(somebody()):
        record(action=ACCESS_DECIDED, result=Result.ALLOWED, policy_version="1")


def test_an_object_key_has_no_room_for_a_name(platform: str) -> None:
    with pytest.raises(WrongDetailsError), acting(somebody()):
        record(action=RECORD_VIEWED, object_type="cases.case", object_key="Jan Pietersen")


def test_a_code_detail_takes_no_free_text() -> None:
    with pytest.raises(WrongDetailsError):
        Detail.CODE.plain("Jan Pietersen")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("hash", b"\x00" * 32),
        ("moment", "2020-01-01 00:00+00"),
        ("actor", str(uuid.UUID(int=3))),
        ("encoding", 1),
        ("encoding", 3),
        ("objects", [uuid.UUID(int=3)]),
        ("result", "perhaps"),
        ("trace", "unknown"),
    ],
)
def test_a_forged_column_is_refused_by_the_table(
    platform: str, column: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vijfluik.core.journal import recording

    names = recording._INSERT.split("(", 1)[1].split(")", 1)[0].split(", ")
    place = names.index(column)
    write = connection.cursor

    class Forging:
        def __init__(self) -> None:
            self.cursor = write()

        def __enter__(self) -> "Forging":
            return self

        def __exit__(self, *error: object) -> None:
            self.cursor.close()

        def execute(self, statement: str, parameters: list[Any]) -> None:
            parameters[place] = value
            self.cursor.execute(statement, parameters)

    with acting(somebody()):
        monkeypatch.setattr(recording, "connections", {"default": _Double(Forging)})
        with pytest.raises(DatabaseError), transaction.atomic():
            record(action=RECORD_VIEWED)


class _Double:
    in_atomic_block = True

    def __init__(self, cursor: object) -> None:
        self.cursor = cursor
