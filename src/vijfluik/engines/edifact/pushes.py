"""Pushes about one flight, out of their messages: which belong together, and in what order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from vijfluik.engines.edifact.kinds import Finding, Format

Row = dict[str, Any]
PASSENGERS, CREW, BOOKINGS, OTHER = "passengers", "crew", "bookings", "other"
CREW_LISTS = frozenset((b"250", b"336", b"655"))


@dataclass(slots=True)
class Push:
    """The messages of one push, by part."""

    function: bytes | None
    action: bytes | None
    prepared: tuple[bytes, bytes]
    parts: dict[int, Row] = field(default_factory=dict)
    last: int | None = None

    @property
    def complete(self) -> bool:
        """Whether every part is there, the last one included."""
        return self.last is not None and all(part in self.parts for part in range(1, self.last + 1))

    @property
    def messages(self) -> list[Row]:
        """Its messages in the order of their parts."""
        return [self.parts[part] for part in sorted(self.parts)]


def subject(message: Row) -> str:
    """What a message lists: bookings, passengers, crew, or none of these."""
    kind = message["format"]
    if kind == Format.PNRGOV:
        return BOOKINGS
    if kind in {Format.PAXLST, Format.PAXLST_US}:
        return CREW if message["function"] in CREW_LISTS else PASSENGERS
    return OTHER


def moment(message: Row) -> tuple[bytes, bytes]:
    """When a message was prepared, as something that can be compared: yymmdd or ccyymmdd, hhmm."""
    day = message["prepared_date"] or b""
    return day if len(day) == 8 else b"20" + day, message["prepared_time"] or b""


def pushes_of(messages: Iterable[Row]) -> tuple[list[Push], list[tuple[Row, Finding]], list[Row]]:
    """The pushes in order of preparation, what did not fit, and messages that came twice.

    Parts may come in any order. A part number that is there already begins another push when it was
    prepared at another moment, and is the same message again when it was not.
    """
    made: list[Push] = []
    latest: dict[Any, Push] = {}
    repeated: list[Row] = []
    findings: list[tuple[Row, Finding]] = []
    for row in sorted(messages, key=moment):
        key = (row["sender"], row["access"] or row["message"], row["function"], row["action"])
        part = row["part_number"] or 1
        push = latest.get(key)
        if push is not None and part in push.parts and _same(push.parts[part], row):
            repeated.append(row)
            findings.append((row, Finding.PART_REPEATED))
            continue
        single = row["part_number"] is None
        if push is None or part in push.parts or single:
            push = Push(row["function"], row["action"], moment(row))
            latest[key] = push
            made.append(push)
        push.parts[part] = row
        if single or row["last_part"]:
            push.last = part
    for push in made:
        findings += _faults(push)
    return made, findings, repeated


def _same(one: Row, other: Row) -> bool:
    """Whether two messages are one that was sent twice."""
    columns = ("reference", "interchange", "segments", "traveller_in", "bookings")
    return moment(one) == moment(other) and all(one[name] == other[name] for name in columns)


def _faults(push: Push) -> list[tuple[Row, Finding]]:
    """What is missing of a push, and whether it has as many records as it says."""
    first = push.messages[0]
    if not push.complete:
        return [(first, Finding.PART_MISSING)]
    if len(push.parts) == 1:
        # The reader compared that already.
        return []
    declared = max(row["declared_records"] or -1 for row in push.messages)
    column = "bookings" if first["format"] == Format.PNRGOV else "traveller_in"
    found = sum(row[column] or 0 for row in push.messages)
    return [] if declared in {-1, found} else [(first, Finding.RECORD_COUNT)]
