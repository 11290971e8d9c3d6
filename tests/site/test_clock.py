"""The clock: what is over goes, once and with its event, as long as the time can be believed."""

import datetime as dt
import json
import time
from collections.abc import Iterator

import psycopg
import pytest
from django.test import override_settings
from tests.core.journal.making import as_administrator, as_role
from tests.site import people

from vijfluik.core.law.effects import TASK
from vijfluik.core.lifecycle.lapsing import lapsing
from vijfluik.core.lifecycle.working import last_rounds
from vijfluik.core.registers.importing.forgetting import HELD_DAYS, STAGED_DAYS
from vijfluik.site.clock import timepiece
from vijfluik.site.clock.going import LOCK, Gone, go_round
from vijfluik.site.clock.timepiece import Timepiece
from vijfluik.site.watching import metrics

DAY = 86400
HELD = [
    {"line": 2, "cells": [["titel", "Quibbelaar"]], "faults": [], "settled": "dropped"},
    {"line": 3, "cells": [["titel", "Quibbelaar"]], "faults": [], "settled": ""},
]


def put(database: str) -> None:
    """Of each sort one that is over and one that is not, by a minute or a day."""
    own = people.professional(people.PROVIDER).key
    with as_administrator(database) as admin:
        for number, (kind, days) in enumerate(((TASK, -1), (TASK, 0), ("plan", -400))):
            admin.execute(
                "INSERT INTO lifecycle_due (key, register, object_key, kind, due_on, provision,"
                " organisation_id) VALUES (md5(%s)::uuid, 'trainings', gen_random_uuid(), %s,"
                " partners.today() + %s::int, 'x', 'ror')",
                [f"due {number}", kind, days],
            )
        for name, days, minutes in (
            ("over", STAGED_DAYS, 1), ("kept", STAGED_DAYS, -1),
        ):  # fmt: skip
            admin.execute(
                "INSERT INTO registers_stagedfile (key, register, file_name, content, owner,"
                " staged_by_id, staged_at) VALUES (gen_random_uuid(), 'trainings', %s, 'x', '', %s,"
                " now() - make_interval(days => %s, mins => %s))",
                [name, own, days, minutes],
            )
        for name, days, minutes in (("over", HELD_DAYS, 1), ("kept", HELD_DAYS, -1)):
            admin.execute(
                "INSERT INTO registers_importbatch (key, register, file_name, sha256,"
                " imported_by_id, imported_at, added, known, corrected, skipped, held_back)"
                " VALUES (gen_random_uuid(), 'trainings', %s, md5(%s), %s,"
                " now() - make_interval(days => %s, mins => %s), 0, 0, 0, 0, %s)",
                [name, name, own, days, minutes, json.dumps(HELD)],
            )
        for name, minutes in (("over", -1), ("kept", 1)):
            admin.execute(
                "INSERT INTO django_session VALUES (%s, 'x', now() + make_interval(mins => %s))",
                [name, minutes],
            )


def test_what_is_over_goes_once_with_its_event_and_nothing_else(committed: str) -> None:
    assert lapsing() == {TASK}
    put(committed)
    with as_role("clock") as other:
        other.execute("SELECT pg_advisory_lock(%s, %s)", LOCK)
        assert go_round() is None
        other.execute("SELECT pg_advisory_unlock(%s, %s)", LOCK)
    assert go_round() == Gone(dues=1, files=1, imports=1, sessions=1)
    assert go_round() == Gone(dues=0, files=0, imports=0, sessions=0)
    with as_administrator(committed) as admin:
        still = admin.execute(
            "SELECT kind, due_on - partners.today() FROM lifecycle_due WHERE closed_at IS NULL"
            " AND provision = 'x' ORDER BY due_on"
        ).fetchall()
        files = admin.execute("SELECT file_name FROM registers_stagedfile").fetchall()
        rows = admin.execute("SELECT file_name, held_back FROM registers_importbatch").fetchall()
        sessions = admin.execute(
            "SELECT session_key FROM django_session WHERE session_data = 'x'"
        ).fetchall()
        told = admin.execute(
            "SELECT action, object_type, details, origin, actor FROM journal_event"
            " WHERE action = 'due.lapsed' OR action = 'import.forgotten' ORDER BY object_type"
        ).fetchall()
    # What is late and can still be done stays.
    assert still == [("plan", -400), (TASK, 0)]
    assert (files, sessions) == ([("kept",)], [("kept",)])
    assert {str(name): held for name, held in rows} == {
        "over": [{"line": 2, "cells": [], "faults": [], "settled": "dropped"}],
        "kept": HELD,
    }
    assert told == [
        ("due.lapsed", "lifecycle.due", "{}", "clock", None),
        ("import.forgotten", "registers.importbatch", '{"rows":2}', "clock", None),
        ("import.forgotten", "registers.stagedfile", '{"rows":1}', "clock", None),
    ]


def test_the_clock_reads_no_file_no_row_and_no_session(committed: str) -> None:
    put(committed)
    for statement in (
        "SELECT content FROM registers_stagedfile",
        "SELECT held_back FROM registers_importbatch",
        "SELECT session_data FROM django_session",
        "SELECT register FROM lifecycle_due",
        "DELETE FROM lifecycle_due",
        "UPDATE lifecycle_due SET due_on = due_on + 1",
        "INSERT INTO lifecycle_worked VALUES ('destroyer', now())",
    ):
        with as_role("clock") as clock, pytest.raises(psycopg.errors.InsufficientPrivilege):
            clock.execute(statement)


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, float]]:
    """What both machines' clocks say beside the real time; `drift` is between the two."""
    real, set_ = time.time, {"ahead": 0.0, "drift": 0.0}
    monkeypatch.setattr(time, "time", lambda: real() + set_["ahead"])
    monkeypatch.setattr(timepiece, "drift", lambda _using: set_["drift"])
    with override_settings(DEMONSTRATION=False):
        yield set_


def test_a_time_that_leapt_or_was_put_back_is_not_believed(
    committed: str, now: dict[str, float]
) -> None:
    piece = Timepiece(name="clock", using="clock")
    assert piece.doubt() == ""
    piece.went_round()
    assert b"vijfluik_clock_seconds 0." in metrics.text()
    now["ahead"] = 3000
    assert piece.doubt() == ""
    now["ahead"] += 400 * DAY
    assert "leapt 34560000 s ahead" in piece.doubt()
    # It stays in doubt until the clock is right again, or somebody who looked says so.
    assert "leapt" in piece.doubt()
    assert piece.doubt(once=True) == ""
    now["ahead"] = 0
    assert piece.doubt() == ""
    now["ahead"] = -DAY
    assert "stands 86" in piece.doubt()
    now.update(ahead=0, drift=60)
    assert "differ by 60.0 s" in piece.doubt()
    assert "differ by 60.0 s" in piece.doubt(once=True)
    # Who starts after a leap cannot tell it from having stood still.
    now.update(ahead=5 * DAY, drift=0)
    assert "./run clock --once" in Timepiece(name="clock", using="clock").doubt()
    assert Timepiece(name="destroyer", using="destroyer").doubt() == ""
    assert set(last_rounds()) == {"clock"}
    assert last_rounds()["clock"] <= dt.datetime.now(dt.UTC)
    with override_settings(DEMONSTRATION=True):
        assert Timepiece(name="clock", using="clock").doubt() == ""
