"""The sealer's loop, the processes of a verification and the collector's answers, called directly:
what they do as processes of their own is tested beside it."""

import contextlib
import datetime as dt
import errno
import random
import ssl
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import psycopg
import pytest
from django.db import transaction
from tests.core.journal.making import as_administrator, as_role, entry, insert, many

from vijfluik.core.journal import queries, sealer, sealing
from vijfluik.core.journal.addresses import parameters
from vijfluik.core.journal.connecting import connect
from vijfluik.core.journal.delivering.collector import (
    Collector,
    Fault,
    NotTaken,
    _seconds,
    rejected_in,
)
from vijfluik.core.journal.delivering.otlp import request_of, value
from vijfluik.core.journal.encoding import Entry
from vijfluik.core.journal.hashing import Block, leaf_hash, merkle_root
from vijfluik.core.journal.heads import Head
from vijfluik.core.journal.queries import Filter, page_of_events
from vijfluik.core.journal.recording import (
    NotInTransactionError,
    Stranger,
    record_apart,
    record_many,
)
from vijfluik.core.journal.results import Result
from vijfluik.core.journal.sealer import Sealer, Sealing, open_months, seal_now
from vijfluik.core.journal.verifying import outside, run, verify, verify_at
from vijfluik.core.journal.verifying.chain import Chain
from vijfluik.core.journal.verifying.events import _subjects, check_block
from vijfluik.core.journal.views.shape import milliseconds
from vijfluik.core.journal.vocabulary import RECORD_CHANGED, SIGNED_IN


class Inline:
    """Processes that are this one."""

    def submit(self, work: Callable[..., Any], *words: Any) -> "Future[Any]":
        done: Future[Any] = Future()
        done.set_result(work(*words))
        return done


def test_what_a_process_of_a_verification_does(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with as_role("app") as app:
        for seed in range(10):
            insert(app, *many(3, seed=seed))
            seal_now()
    monkeypatch.setattr(run, "_joined", [])
    with as_role("auditor") as auditor:
        walked = Chain(heads=[], dropped=[], size=6).walk(auditor)
        assert [[each.number for each in chunk.blocks] for chunk in walked] == [
            [1, 2], [3, 4], [5, 6], [7, 8], [9, 10],
        ]  # fmt: skip
    with connect(parameters(), autocommit=False) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None
        run._join(parameters(), str(row[0]))
        with run._joined[0] as joined:
            found = verify(connection, pool=cast(Any, Inline()), size=1)
            assert joined.execute("SHOW transaction_read_only").fetchone() == ("on",)
            isolation = joined.execute("SHOW transaction_isolation").fetchone()
    assert isolation == ("repeatable read",)
    assert (found.fault, found.events, found.blocks) == (None, 30, 10)


@pytest.fixture
def loop(
    committed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> "Callable[[Callable[[Sealer], None]], Sealer]":
    """A sealer that is run here and does something, then stops, when it first waits."""
    monkeypatch.setattr(sealer, "LONGEST_BACKOFF", 0.3)
    monkeypatch.setattr(sealer, "FULL_WAIT", 0.0)
    monkeypatch.setattr(sealer, "END_OVERLONG_EVERY", 0.0)

    def run_with(at_first_pause: Callable[[Sealer], None]) -> Sealer:
        made = Sealer(where=parameters(), folder=tmp_path)
        real = made._stop.wait

        def wait(seconds: float) -> bool:
            made._stop.wait = real  # type: ignore[method-assign]
            at_first_pause(made)
            made.stop()
            return True

        made._stop.wait = wait  # type: ignore[method-assign, assignment]
        made.run()
        return made

    return run_with


def test_the_loop_seals_what_came_while_it_stopped_and_signs_it(
    loop: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sealer, "LIMITS_ITSELF", 10**9)
    with as_role("app") as app:
        insert(app, *many(2, seed=1))
        loop(lambda _made: insert(app, *many(3, seed=2)))
    outcome = verify_at(parameters(), folder=tmp_path)
    assert (outcome.fault, outcome.events, outcome.blocks) == (None, 5, 2)
    assert outcome.head is not None
    assert (outcome.head.block, outcome.head.events) == (2, 5)
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "sealer: Sealing."
    assert told[-1] == "sealer: Stopped."


def test_the_loop_outlives_a_database_that_is_away(
    loop: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tried: list[float] = []

    def away(_where: object) -> contextlib.AbstractContextManager[None]:
        raise psycopg.OperationalError("no server\nno more")

    monkeypatch.setattr(sealer, "connect", away)
    made = Sealer(where=parameters(), folder=Path("/nowhere"))

    def wait(seconds: float) -> bool:
        tried.append(seconds)
        if len(tried) == 3:
            made.stop()
        return False

    monkeypatch.setattr(made._stop, "wait", wait)
    made.run()
    assert tried == [0.2, 0.3, 0.3]
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "sealer: The database cannot be used (no server); trying again in 0.2 s."
    assert len(told) == 4


def test_a_fault_of_the_disk_that_is_no_full_disk_ends_the_loop(
    loop: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(sealer, "HeadBook", broken)
    with pytest.raises(OSError, match="Input/output"):
        loop(lambda _made: None)


class Opening:
    """A connection over which months are opened, or cannot be."""

    def __init__(self, *rows: tuple[str]) -> None:
        self.rows = rows

    def execute(self, query: str) -> "Opening":
        assert query == "SELECT journal.open_months(3)"
        if not self.rows:
            raise psycopg.errors.LockNotAvailable("a writer holds it")
        return self

    def fetchall(self) -> tuple[tuple[str], ...]:
        return self.rows


def test_while_the_disk_is_full_it_waits(
    committed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    waited: list[float] = []
    made = Sealer(where=parameters(), folder=Path("/full"))

    def full(_folder: Path) -> None:
        if len(waited) == 2:
            made.stop()
        raise OSError([errno.ENOSPC, errno.EDQUOT][len(waited) % 2], "No space left on device")

    monkeypatch.setattr(sealer, "HeadBook", full)
    monkeypatch.setattr(made._stop, "wait", waited.append)
    made.run()
    assert waited == [sealer.FULL_WAIT] * 3
    told = capsys.readouterr().err
    assert told.count("sealer: No room to write the head in /full; trying again in 5.0 s.") == 3


def test_months_that_cannot_be_opened_now_are_opened_later(
    capsys: pytest.CaptureFixture[str],
) -> None:
    open_months(cast(Any, Opening()))
    open_months(cast(Any, Opening(("2026-12-01",), ("2027-01-01",))))
    assert capsys.readouterr().err.splitlines() == [
        "sealer: The months ahead could not be opened now; trying again in an hour.",
        "sealer: Opened month 2026-12-01.",
        "sealer: Opened month 2027-01-01.",
    ]


def test_a_head_is_signed_again_when_a_minute_passed(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Book:
        """Notes what is signed."""

        last = None

        def __init__(self) -> None:
            self.noted: list[tuple[int, int, bool]] = []

        def note(self, *, block: int, own: bytes, events: int, line: bool) -> None:
            assert len(own) == 32
            self.noted.append((block, events, line))

    now = [1.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    book = Book()
    with as_role("auditor") as connection, as_role("app") as app:
        work = Sealing(connection, book=cast(Any, book))
        work.sign_when_due()
        work.sign_when_due()
        insert(app, *many(2, seed=1))
        assert [block.number for block in work.round()] == [1]
        now[0] += 44.9
        work.sign_when_due()
        now[0] += 0.1
        work.sign_when_due()
        work.finish()
        insert(app, *many(1, seed=2))
        work.round()
        work.finish()
        idle = Book()
        Sealing(connection, book=cast(Any, idle)).finish()
        assert idle.noted == [(2, 3, True)]
    assert book.noted == [
        (0, 0, True), (1, 2, False), (1, 2, True), (2, 3, False), (2, 3, True),
    ]  # fmt: skip


def test_a_round_that_came_second_is_run_again(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def second(_connection: object) -> list[object]:
        raise psycopg.errors.SerializationFailure("the chain grew")

    with as_role("auditor") as connection, as_role("app") as app:
        work = Sealing(connection, book=None)
        insert(app, *many(2, seed=1))
        seal_now_elsewhere = sealing.seal_round(connection)
        monkeypatch.setattr(sealer, "seal_round", second)
        assert work.round() == []
        assert work._last == seal_now_elsewhere[-1]


def test_a_block_whose_hash_is_not_the_own_one_is_not_believed(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "_SEAL", sealing._SEAL.replace(" root,", " sha256(root) AS root,"))
    with as_role("app") as app:
        insert(app, *many(1, seed=1))
    with pytest.raises(psycopg.DataError, match="disagree"):
        seal_now()


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("INSERT INTO journal_membership SELECT moment, gen_random_uuid(), 99, 1, leaf FROM"
         " journal_membership LIMIT 1", "member_outside"),
        ("INSERT INTO journal_event SELECT (jsonb_populate_record(e, '{\"id\":"
         " \"00000000-0000-4000-8000-000000000001\"}')).* FROM journal_event e LIMIT 1",
         "event_outside"),
    ],
)  # fmt: skip
def test_what_stands_outside_the_chain_is_found(committed: str, statement: str, what: str) -> None:
    with as_role("app") as app:
        insert(app, *(entry(chance=random.Random(seed), subjects=1) for seed in range(2)))
    seal_now()
    with as_administrator(committed) as admin:
        admin.execute(statement)
        found = verify(admin)
        admin.rollback()
    assert found.fault is not None
    assert found.fault.what == what


def test_a_subject_that_no_count_explains_is_told_without_a_place(committed: str) -> None:
    counted = outside.Totals(events=0, members=0, subjects=1)
    waiting = outside.Queue(fault=None, events=0, subjects=0)
    with as_role("auditor") as connection:
        fault = outside.check_totals(
            connection, counted=counted, sealed=0, waiting=waiting, subjects=0
        )
        assert fault is not None
        assert (fault.what, fault.block, fault.event) == ("manifest_outside", None, None)
        counted = outside.Totals(events=0, members=1, subjects=0)
        assert (
            outside.check_totals(connection, counted=counted, sealed=0, waiting=waiting, subjects=0)
            is None
        )


def test_a_record_is_found_by_any_key_and_a_page_has_its_bounds(platform: str) -> None:
    for offset, limit in ((-1, 50), (0, 0), (0, 501)):
        with pytest.raises(ValueError, match="1 to 500"):
            page_of_events(wanted=Filter(), offset=offset, limit=limit)
    assert page_of_events(wanted=Filter(object_key="2026-03"), limit=500).events == []
    assert page_of_events(wanted=Filter(object_key=str(uuid.uuid4())), limit=1).events == []
    assert queries.seal_of(uuid.uuid4()) is None
    with pytest.raises(NotInTransactionError, match="record_many"):
        raise_outside()


def test_an_attempt_stands_in_no_transaction_of_others(platform: str) -> None:
    with transaction.atomic(using="attempts"), pytest.raises(NotInTransactionError, match="itself"):
        record_apart(action=SIGNED_IN, result=Result.FAILED, who=Stranger())


MARCH = dt.datetime(2026, 3, 31, 23, 59, 59, 999_999, tzinfo=dt.UTC)


def block_of(sealed: list[Entry], **other: object) -> Block:
    """A block of March that seals these events, or says otherwise."""
    leaves = [leaf_hash(event.line()) for event in sealed]
    made = Block(
        number=4, kind="events", previous=b"", root=merkle_root(leaves), events=len(sealed),
        month=dt.date(2026, 3, 1), sealed_at=MARCH, hash=b"",
    )  # fmt: skip
    return replace(made, **other)  # type: ignore[arg-type]


def rows_of(events: list[Entry]) -> list[list[bytes]]:
    """What the server sends of them."""
    return [
        [event.line(), b"\\\\x" + leaf_hash(event.line()).hex().encode(), b"t", b"t",
         str(event.id).encode(), b"%d" % place]
        for place, event in enumerate(events, start=1)
    ]  # fmt: skip


def test_a_block_is_held_against_its_rows_one_by_one() -> None:
    chance = random.Random(4)
    back = dt.timedelta(microseconds=1)
    events = [entry(chance=chance, moment=MARCH - number * back) for number in (2, 1, 0)]
    rows = rows_of(events)
    assert check_block(block_of(events), rows) is None

    def told(rows: list[list[bytes]], **other: object) -> tuple[object, ...]:
        fault = check_block(block_of(events, **other), rows)
        assert fault is not None
        assert fault.block == 4
        number = {str(event.id): place for place, event in enumerate(events, start=1)}
        return fault.what.value, fault.position, number.get(str(fault.event))

    def changed(row: int, field: int, value: bytes) -> list[list[bytes]]:
        made = [list(each) for each in rows]
        made[row][field] = value
        return made

    april, february = dt.date(2026, 4, 1), dt.date(2026, 2, 1)
    assert told(rows, month=april) == ("event_in_wrong_month", 1, 1)
    assert told(rows, month=february) == ("event_in_wrong_month", 1, 1)
    assert told(rows, root=b"x") == ("block_content", None, None)
    assert told(rows[:2]) == ("event_missing", 3, None)
    assert told(rows[1:]) == ("event_missing", 1, None)
    assert told([rows[0], rows[2]]) == ("event_missing", 2, None)
    assert told([]) == ("event_missing", 1, None)
    assert told(rows, events=2) == ("event_inserted", 3, 3)
    assert told([*rows, rows[2]]) == ("event_inserted", 3, 3)
    assert told(changed(1, 2, b"f")) == ("event_altered", 2, 2)
    assert told(changed(1, 2, b"\\N")) == ("event_missing", 2, 2)
    assert told(changed(1, 1, rows[0][1])) == ("event_altered", 2, 2)
    assert told(changed(2, 3, b"f")) == ("manifest_altered", 3, 3)
    swapped = [events[1], events[0], events[2]]
    places = rows_of(swapped)
    root = block_of(swapped).root
    assert told(places, root=root) == ("events_swapped", 1, 2)
    twice = [events[0], events[0], events[2]]
    assert told(rows_of(twice), root=block_of(twice).root) == ("events_swapped", 1, 1)


def test_a_tail_that_is_gone_is_told_with_how_much_of_it(committed: str) -> None:
    with as_role("app") as app:
        insert(app, *many(2, seed=1))
    seal_now()
    heads = [
        Head(block=block, hash=b"h", events=events, time=time, previous=b"")
        for block, events, time in (
            (3, 40, MARCH - dt.timedelta(hours=2)),
            (4, 50, MARCH - dt.timedelta(hours=1)),
            (5, 70, MARCH),
        )
    ]
    with as_role("auditor") as connection:
        fault = verify(connection, heads=heads).fault
    assert fault is not None
    assert (fault.what, fault.block) == ("tail_missing", 2)
    assert fault.more == (
        "the head of 2026-03-31 23:59:59 UTC holds 5 blocks and 70 events;"
        " 4 blocks and 68 events are gone"
    )


def test_the_subjects_of_an_event_are_counted_from_its_encoding() -> None:
    found = [_subjects(line) for line in (b"a,\t{k}", b"a\t{k,l,m}", b"\\N\t\\N")]
    assert found == [1, 3, 0]


def test_a_moment_in_whole_milliseconds() -> None:
    assert milliseconds(MARCH) == 1_775_001_599_999
    assert milliseconds(MARCH.replace(microsecond=1_999)) == 1_775_001_599_001


@pytest.mark.parametrize(
    ("word", "seconds"), [(None, 0.0), ("7", 7.0), ("99999", 99999.0), ("100000", 0.0), ("-1", 0.0)]
)
def test_after_how_long_a_collector_asks_to_try_again(word: str | None, seconds: float) -> None:
    assert _seconds(word) == seconds


def raise_outside() -> None:
    record_many(action=RECORD_CHANGED, object_type="x", details={}, using="attempts")


def test_a_collector_that_cannot_be_trusted_is_told_as_such(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, float]] = []

    class Secure:
        """A connection whose certificate nobody signed."""

        def __init__(self, place: str, *, timeout: float, context: ssl.SSLContext) -> None:
            assert context.verify_mode == ssl.CERT_REQUIRED
            asked.append((place, timeout))

        def request(self, *_words: object, **_more: object) -> None:
            raise ssl.SSLCertVerificationError("self-signed")

        def close(self) -> None:
            asked.append(("closed", 0.0))

    monkeypatch.setattr("http.client.HTTPSConnection", Secure)
    with pytest.raises(NotTaken) as refused:
        Collector(url="https://collector.test:4318/base/").take("/v1/logs", {})
    assert (refused.value.fault, refused.value.again) == (Fault.INSECURE, 0.0)
    assert asked == [("collector.test:4318", 10.0), ("closed", 0.0)]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        (b"", 0),
        (b"[]", 0),
        (b'{"partialSuccess": 3}', 0),
        (b'{"partialSuccess": {}}', 0),
        (b'{"partialSuccess": {"rejectedSpans": 2, "rejectedLogRecords": "3"}}', 5),
        (b'{"partialSuccess": {"rejectedSpans": "many"}}', 0),
    ],
)
def test_what_an_answer_says_was_rejected(said: bytes, number: int) -> None:
    assert rejected_in(said) == number


def test_values_of_a_view_in_the_encoding_of_the_protocol() -> None:
    assert value(True) == {"boolValue": True}
    assert value(12) == {"intValue": "12"}
    assert value({"a": "b"}) == {
        "kvlistValue": {"values": [{"key": "a", "value": {"stringValue": "b"}}]}
    }
    with pytest.raises(TypeError, match="no float"):
        value(1.5)
    line = {
        "trace_id": "t", "span_id": "s", "name": "n", "start_time": 1, "end_time": 2,
        "attributes": {}, "status_code": "Ok",
    }  # fmt: skip
    (resource,) = request_of("ldv", [line])["resourceSpans"]
    (span,) = resource["scopeSpans"][0]["spans"]
    assert "parentSpanId" not in span
    (resource,) = request_of("ldv", [{**line, "parent_span_id": "p"}])["resourceSpans"]
    assert resource["scopeSpans"][0]["spans"] == [{**span, "parentSpanId": "p"}]
    assert (span["startTimeUnixNano"], span["endTimeUnixNano"]) == ("1000000", "2000000")
    assert (span["status"], span["kind"]) == ({"code": 1}, 1)
