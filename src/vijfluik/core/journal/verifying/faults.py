"""What may be wrong with a journal, and where."""

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from vijfluik.core.journal.heads import Head


class What(StrEnum):
    """The kinds of fault."""

    EVENT_ALTERED = "event_altered"
    EVENT_MISSING = "event_missing"
    EVENT_INSERTED = "event_inserted"
    EVENTS_SWAPPED = "events_swapped"
    EVENT_IN_WRONG_MONTH = "event_in_wrong_month"
    MANIFEST_ALTERED = "manifest_altered"
    BLOCK_CONTENT = "block_content"
    BLOCK_ALTERED = "block_altered"
    BLOCK_MISSING = "block_missing"
    BLOCK_LINK = "block_link"
    DROP_ALTERED = "drop_altered"
    HEAD_CONTRADICTED = "head_contradicted"
    TAIL_MISSING = "tail_missing"
    HEADS_UNSOUND = "heads_unsound"
    HEAD_ABSENT = "head_absent"
    QUEUE_ALTERED = "queue_altered"
    EVENT_OUTSIDE = "event_outside"
    MANIFEST_OUTSIDE = "manifest_outside"
    MEMBER_OUTSIDE = "member_outside"


SENTENCES = {
    What.EVENT_ALTERED: "the event is not the one that was sealed here",
    What.EVENT_MISSING: "a sealed event is gone",
    What.EVENT_INSERTED: "an event stands here that the block did not seal",
    What.EVENTS_SWAPPED: "the events of the block are not in their order from here",
    What.EVENT_IN_WRONG_MONTH: "the event is of another month than its block",
    What.MANIFEST_ALTERED: "the subjects of the event are not those that its hash holds",
    What.BLOCK_CONTENT: "the events of the block do not give its root",
    What.BLOCK_ALTERED: "the fields of the block do not give its hash",
    What.BLOCK_MISSING: "the block is gone",
    What.BLOCK_LINK: "the block does not follow the one before it",
    What.DROP_ALTERED: "the statement of a dropped month is not the one that was sealed",
    What.HEAD_CONTRADICTED: "the chain differs from a signed head, from this block at the earliest",
    What.TAIL_MISSING: "the chain ends before the last signed head",
    What.HEADS_UNSOUND: "the heads outside the database cannot be believed",
    What.HEAD_ABSENT: "events are sealed and no signed head stands outside the database",
    What.QUEUE_ALTERED: "an event that waits to be sealed was changed or is gone",
    What.EVENT_OUTSIDE: "the event is neither sealed nor waiting to be",
    What.MANIFEST_OUTSIDE: "a subject is noted of an event that does not name it",
    What.MEMBER_OUTSIDE: "an event is said to be in a block that is not in the chain",
}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A fault and its place, as precise as the data allow.

    Attributes:
        block: the block; None for what stands outside the chain.
        position: the place in the block, from 1; None when the block as a whole is at fault.
        event: the id of the event, when there is one.
    """

    what: What
    block: int | None = None
    position: int | None = None
    event: str | None = None
    more: str = ""

    def place(self) -> tuple[float, float]:
        """Sorts by block and position; a whole block after its positions, no block last."""
        block = math.inf if self.block is None else self.block
        return block, math.inf if self.position is None else self.position

    def __str__(self) -> str:
        where = [
            f"{name} {value}"
            for name, value in (
                ("block", self.block),
                ("position", self.position),
                ("event", self.event),
            )
            if value is not None
        ]
        more = f" ({self.more})" if self.more else ""
        return f"{', '.join(where) or 'journal'}: {SENTENCES[self.what]}{more}"

    def as_json(self) -> dict[str, object]:
        """For the command's standard output."""
        return {
            "what": self.what.value,
            "block": self.block,
            "position": self.position,
            "event": self.event,
            "text": str(self),
        }


def first(faults: Iterable[Fault | None]) -> Fault | None:
    """The fault with the earliest place."""
    found = [fault for fault in faults if fault is not None]
    return min(found, key=Fault.place) if found else None


@dataclass(frozen=True, kw_only=True)
class DroppedMonth:
    """A month whose events went after their term; its blocks are still in the chain."""

    month: dt.date
    block: int
    dropped_at: dt.datetime
    actor_name: str
    reason: str
    events: int


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a verification found. Counts reach as far as it came when there is a fault."""

    fault: Fault | None
    blocks: int
    events: int
    waiting: int
    dropped: tuple[DroppedMonth, ...]
    heads: int
    head: Head | None
    seconds: float

    def as_json(self) -> dict[str, object]:
        """The summary on the command's standard output."""
        return {
            "ok": self.fault is None,
            "fault": None if self.fault is None else self.fault.as_json(),
            "blocks": self.blocks,
            "events": self.events,
            "waiting": self.waiting,
            "heads": self.heads,
            "head": None if self.head is None else self.head.statement(),
            "dropped_months": [
                {
                    "month": f"{each.month:%Y-%m}",
                    "block": each.block,
                    "dropped_at": each.dropped_at.isoformat(),
                    "by": each.actor_name,
                    "reason": each.reason,
                    "events": each.events,
                }
                for each in self.dropped
            ],
            "seconds": round(self.seconds, 3),
            "events_per_second": round(self.events / self.seconds) if self.seconds else 0,
        }
