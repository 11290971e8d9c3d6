"""A fault is told with its place, and the first of several is the one that is told."""

import datetime as dt

from vijfluik.core.journal.heads import Head
from vijfluik.core.journal.verifying.faults import (
    SENTENCES,
    DroppedMonth,
    Fault,
    Outcome,
    What,
    first,
)

MOMENT = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def test_a_fault_says_where_and_what() -> None:
    assert set(SENTENCES) == set(What)
    placed = Fault(what=What.EVENT_ALTERED, block=2, position=3, event="e")
    assert str(placed) == f"block 2, position 3, event e: {SENTENCES[What.EVENT_ALTERED]}"
    whole = Fault(what=What.HEADS_UNSOUND, more="line 1")
    assert str(whole) == f"journal: {SENTENCES[What.HEADS_UNSOUND]} (line 1)"
    assert placed.as_json() == {
        "what": "event_altered", "block": 2, "position": 3, "event": "e", "text": str(placed),
    }  # fmt: skip


def test_the_first_fault_is_that_of_the_earliest_place() -> None:
    at = [
        Fault(what=What.EVENT_ALTERED, block=1, position=9),
        Fault(what=What.BLOCK_CONTENT, block=1),
        Fault(what=What.EVENT_ALTERED, block=2, position=1),
        Fault(what=What.QUEUE_ALTERED),
    ]
    for number, fault in enumerate(at):
        assert first([None, *reversed(at[number:])]) is fault
    assert first([None]) is None


def test_an_outcome_in_json_tells_all_that_was_found() -> None:
    dropped = DroppedMonth(
        month=dt.date(2026, 1, 1), block=4, dropped_at=MOMENT, actor_name="A", reason="r", events=5
    )
    head = Head(block=6, hash=b"h", events=7, time=MOMENT, previous=b"p")
    fault = Fault(what=What.EVENT_MISSING, block=1)
    found = Outcome(
        fault=fault, blocks=6, events=100, waiting=2, dropped=(dropped,), heads=3, head=head,
        seconds=0.25,
    )  # fmt: skip
    assert found.as_json() == {
        "ok": False, "fault": fault.as_json(), "blocks": 6, "events": 100, "waiting": 2,
        "heads": 3, "head": head.statement(),
        "dropped_months": [{
            "month": "2026-01", "block": 4, "dropped_at": "2026-03-01T12:00:00+00:00", "by": "A",
            "reason": "r", "events": 5,
        }],
        "seconds": 0.25, "events_per_second": 400,
    }  # fmt: skip
    nothing = Outcome(
        fault=None, blocks=0, events=0, waiting=0, dropped=(), heads=0, head=None, seconds=0.0
    )
    assert nothing.as_json() == {
        "ok": True, "fault": None, "blocks": 0, "events": 0, "waiting": 0, "heads": 0,
        "head": None, "dropped_months": [], "seconds": 0.0, "events_per_second": 0,
    }  # fmt: skip
