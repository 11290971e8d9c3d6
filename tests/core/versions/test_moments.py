"""When a moment is closed, who keeps it open, and how one is written on the command line."""

import datetime as dt
import threading
import time

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from tests.core.versions.scratch import Thing, administrator, connect, query
from tests.sizes import part

from vijfluik.core.versions.history import as_of
from vijfluik.core.versions.moments import (
    NotClosed,
    blockers,
    close,
    closed_moment,
    parse_moment,
    reading,
)
from vijfluik.core.versions.retrying import sqlstate

SECOND = dt.timedelta(seconds=1)
STARTED = "SELECT transaction_timestamp()"


def clock() -> dt.datetime:
    moment: dt.datetime = query("SELECT clock_timestamp()")[0][0]  # type: ignore[assignment]
    return moment


def begun(
    other: psycopg.Connection[tuple[object, ...]], statement: str = "SELECT 1"
) -> dt.datetime:
    """Begin a transaction on the connection; its start by the server's clock."""
    other.execute(statement)
    row = other.execute(STARTED).fetchone()
    assert row is not None
    assert isinstance(row[0], dt.datetime)
    return row[0]


def test_with_nobody_writing_it_is_a_second_past(lasting: str) -> None:
    before, moment, after = clock(), closed_moment(), clock()
    assert before - SECOND <= moment <= after - SECOND


@pytest.mark.parametrize("role", part(["app", "owner", "clock", "destroyer", "auditor"], quick=2))
def test_a_transaction_that_has_only_read_keeps_later_moments_open(lasting: str, role: str) -> None:
    with connect(role, database=lasting) as other:
        start = begun(other)
        time.sleep(1.1)
        assert closed_moment() == start - dt.timedelta(microseconds=1)
        other.rollback()
        assert closed_moment() > start


def test_a_superuser_counts_too(lasting: str) -> None:
    with administrator(database=lasting) as admin, admin.transaction():
        start = begun(admin)
        time.sleep(1.1)
        assert closed_moment() < start


def test_role_report_and_other_databases_do_not_count(lasting: str, database: str) -> None:
    with connect("report", database=lasting) as report, connect(database=database) as elsewhere:
        start = max(begun(report), begun(elsewhere))
        time.sleep(1.1)
        assert closed_moment() > start


def test_the_question_itself_counts_when_it_stands_in_a_transaction(lasting: str) -> None:
    with transaction.atomic():
        ((start,),) = query(STARTED)
        time.sleep(1.1)
        assert closed_moment() < start  # type: ignore[operator]
        with pytest.raises(NotClosed, match="this very transaction") as refused:
            close(clock() - SECOND)
    assert refused.value.blockers[0].mine


def test_it_looks_anew_within_one_transaction(lasting: str) -> None:
    with connect(database=lasting) as other:
        start = begun(other)
        with transaction.atomic():
            assert [one.pid for one in blockers(start)] == [other.info.backend_pid]
            other.rollback()
            assert blockers(start) == ()


@pytest.mark.parametrize("role", ["app", "clock", "destroyer", "auditor", "report"])
def test_every_role_may_ask(lasting: str, role: str) -> None:
    with connect(role, database=lasting) as other:
        found = other.execute("SELECT versions.closed_moment() < clock_timestamp()").fetchone()
    assert found == (True,)


def test_a_standing_snapshot_gets_no_moment(lasting: str) -> None:
    with transaction.atomic():
        query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        with pytest.raises(DatabaseError, match="READ COMMITTED only"):
            closed_moment()


def test_a_connection_that_hides_its_transactions_is_refused(lasting: str) -> None:
    with administrator(database=lasting) as hidden:
        hidden.execute("SET track_activities = off")
        hidden.execute("SELECT 1")
        with pytest.raises(DatabaseError, match="does not tell when"):
            closed_moment()


def test_close_waits_for_a_short_transaction(lasting: str) -> None:
    with connect(database=lasting) as other:
        begun(other)
        moment = clock()
        threading.Timer(1.5, other.rollback).start()
        began = time.monotonic()
        assert close(moment) == moment
        assert 1.0 < time.monotonic() - began < 5
        assert closed_moment() >= moment


def test_close_gives_up_and_names_who_keeps_it_open(lasting: str) -> None:
    with connect(database=lasting) as other:
        other.execute("SET application_name = 'trage import'")
        other.commit()
        start = begun(other, "SELECT 'geheim'")
        began = time.monotonic()
        with pytest.raises(NotClosed, match="trage import") as refused:
            close(clock(), longest_wait=1.2)
        assert time.monotonic() - began < 4
        (blocker,) = refused.value.blockers
        assert (blocker.pid, blocker.role) == (other.info.backend_pid, "vijfluik_app")
        assert (blocker.started, blocker.mine) == (start, False)
        assert "geheim" not in str(refused.value)


def test_a_moment_that_lies_ahead_is_refused_at_once(lasting: str) -> None:
    began = time.monotonic()
    with pytest.raises(NotClosed, match="future"):
        close(clock() + dt.timedelta(minutes=1))
    assert time.monotonic() - began < 1
    with pytest.raises(ValueError, match="offset"):
        close(dt.datetime(2019, 1, 1))  # noqa: DTZ001


def test_a_transaction_that_promised_to_read_only_is_not_waited_for(lasting: str) -> None:
    with reading():
        ((start,),) = query(STARTED)
        time.sleep(1.1)
        with connect(database=lasting) as other:
            found = other.execute("SELECT versions.closed_moment() > %s", [start]).fetchone()
        assert found == (True,)
        with pytest.raises(DatabaseError, match="read-only"), transaction.atomic():
            query("CREATE TEMP TABLE x (y integer)")
        for way in ("SET TRANSACTION READ WRITE", "SET transaction_read_only = off"):
            with pytest.raises(DatabaseError, match="read-write"), transaction.atomic():
                query(way)


def test_read_only_alone_is_waited_for(lasting: str) -> None:
    with connect(database=lasting) as other:
        other.read_only = True
        start = begun(other)
        time.sleep(1.1)
        assert closed_moment() < start


def test_a_promise_to_read_only_must_be_kept_to_the_end(lasting: str) -> None:
    with connect(database=lasting) as other:
        with pytest.raises(psycopg.Error, match="may write"):
            other.execute("SELECT versions.reading()")
        other.rollback()
        other.execute("SAVEPOINT deeper")
        other.execute("SET TRANSACTION READ ONLY")
        with pytest.raises(psycopg.Error, match="subtransaction"):
            other.execute("SELECT versions.reading()")


@pytest.mark.parametrize(
    "way",
    [
        "LOCK TABLE versions_owner.reading IN ACCESS SHARE MODE",
        "PREPARE p AS SELECT * FROM versions_owner.reading",
    ],
)
def test_the_mark_of_reading_cannot_be_forged(lasting: str, way: str) -> None:
    with connect(database=lasting) as other, pytest.raises(psycopg.errors.InsufficientPrivilege):
        other.execute(way)


def test_what_is_shown_as_of_a_closed_moment_stays(things: str) -> None:
    """The crafted order: begun before the moment, committed after it was asked for."""
    with connect(database=things) as slow:
        slow.execute("SELECT 1")
        slow.execute("INSERT INTO scratch_thing (key) VALUES (gen_random_uuid())")
        time.sleep(1.2)
        unclosed, closed = clock() - SECOND, closed_moment()
        before = (as_of(Thing, moment=unclosed).count(), as_of(Thing, moment=closed).count())
        slow.commit()
    after = (as_of(Thing, moment=unclosed).count(), as_of(Thing, moment=closed).count())
    assert before == (0, 0)
    assert after == (1, 0), "the moment that was not closed changed, the closed one did not"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2019-03-01", "2019-03-01T22:59:59.999999+00:00"),
        ("2019-04-15", "2019-04-15T21:59:59.999999+00:00"),
        ("2019-03-31", "2019-03-31T21:59:59.999999+00:00"),
        ("2019-10-27", "2019-10-27T22:59:59.999999+00:00"),
        ("9999-12-31", "9999-12-31T22:59:59.999999+00:00"),
        ("2019-03-01T12:00:00+01:00", "2019-03-01T11:00:00+00:00"),
        ("2019-03-01T12:00:00Z", "2019-03-01T12:00:00+00:00"),
        ("2019-03-01 12:00:00.123456+00:00", "2019-03-01T12:00:00.123456+00:00"),
    ],
)
def test_a_date_is_the_end_of_that_day_in_amsterdam(text: str, moment: str) -> None:
    assert parse_moment(text).isoformat() == moment


@pytest.mark.parametrize(
    ("text", "words"),
    [("2019-03-01T12:00:00", "no offset"), ("gisteren", "no moment"), ("2019-13-01", "no moment")],
)
def test_another_text_is_refused_with_an_example(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_moment(text)


def test_the_error_of_a_standing_snapshot_is_not_one_to_try_again(lasting: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")
        with pytest.raises(DatabaseError) as refused:
            cursor.execute("SELECT versions.closed_moment()")
    assert sqlstate(refused.value) == "0A000"
