"""Typed objects over the record batches, for people who read a message with code.

Bulk work stays with the batches. A text is decoded with the character set that its interchange
names (`charsets`); nothing else is done to it.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import Any

import numpy as np

from vijfluik.engines.edifact.batching import Batches
from vijfluik.engines.edifact.charsets import codec_of, decoded
from vijfluik.engines.edifact.kinds import Finding as FindingKind
from vijfluik.engines.edifact.kinds import Format, Kind, Severity
from vijfluik.engines.edifact.policy import DEFAULT, Policy
from vijfluik.engines.edifact.reading import CHUNK, Reader, Source
from vijfluik.engines.edifact.records import (
    RECORDS,
    Bag,
    Booking,
    Contact,
    Document,
    Finding,
    Flight,
    History,
    Leg,
    Loyalty,
    Message,
    Payment,
    Seat,
    Ticket,
    Traveller,
)
from vijfluik.engines.edifact.tables import BY_NAME, DAY, TABLES

ENUMERATIONS: dict[tuple[str, str], list[Any]] = {
    ("message", "format"): list(Format),
    ("traveller", "kind"): list(Kind),
    ("finding", "kind"): list(FindingKind),
    ("finding", "severity"): list(Severity),
}


@dataclass(slots=True)
class Contents:
    """One message with everything that was read from it, in the order of the message."""

    message: Message
    flights: list[Flight] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    travellers: list[Traveller] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    legs: list[Leg] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    bags: list[Bag] = field(default_factory=list)
    tickets: list[Ticket] = field(default_factory=list)
    loyalty: list[Loyalty] = field(default_factory=list)
    history: list[History] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def booking_of(self, traveller: Traveller) -> Booking | None:
        """The booking that a traveller is in; None in an API message."""
        number = traveller.booking
        if number is None:
            return None
        if number < len(self.bookings) and self.bookings[number].booking == number:
            return self.bookings[number]
        # In a joined view bookings that others took the place of are gone.
        return next((row for row in self.bookings if row.booking == number), None)

    def documents_of(self, traveller: Traveller) -> list[Document]:
        """The documents of a traveller."""
        return [row for row in self.documents if row.traveller == traveller.traveller]

    def legs_of(self, traveller: Traveller) -> list[Leg]:
        """The legs of the traveller's booking."""
        if traveller.booking is None:
            return []
        return [row for row in self.legs if row.booking == traveller.booking]


PLURALS = {
    "message": "message",
    "loyalty": "loyalty",
    "history": "history",
    **{
        table.name: f"{table.name}s"
        for table in TABLES
        if table.name not in {"message", "loyalty", "history"}
    },
}


def read_messages(
    source: Source, *, policy: Policy = DEFAULT, plain: bool = False, chunk: int = CHUNK
) -> Iterator[Contents]:
    """The messages of a stream, whatever kind they are, one after the other.

    source: bytes, an open file, or anything that gives bytes.
    """
    for batches in Reader(policy=policy, plain=plain, chunk=chunk).batches(source):
        yield from contents_of(batches)


def read_pnrgov(
    source: Source, *, policy: Policy = DEFAULT, plain: bool = False
) -> Iterator[Contents]:
    """The PNRGOV messages of a stream, 10.1 to 21.1; others in it are passed over."""
    wanted = (Format.PNRGOV,)
    for contents in read_messages(source, policy=policy, plain=plain):
        if contents.message.format in wanted:
            yield contents


def read_paxlst(
    source: Source, *, policy: Policy = DEFAULT, plain: bool = False
) -> Iterator[Contents]:
    """The PAXLST messages of a stream, of every directory and the old US one."""
    wanted = (Format.PAXLST, Format.PAXLST_US)
    for contents in read_messages(source, policy=policy, plain=plain):
        if contents.message.format in wanted:
            yield contents


@contextmanager
def _without_collector() -> Iterator[None]:
    """No search for cycles while many objects are made that have none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def contents_of(batches: Batches) -> list[Contents]:
    """The messages of one set of batches as objects."""
    with _without_collector():
        rows = {name: records(batches[name], name, batches["message"]) for name in RECORDS}
        made = [Contents(message) for message in rows["message"]]
        numbers = batches["message"]["message"].to_numpy()
        for name, values in rows.items():
            if name == "message" or not values:
                continue
            keys = batches[name]["message"].to_numpy(zero_copy_only=False)
            if name == "finding":
                # A finding about the envelope goes with no message; it stays in the batches.
                keys = np.nan_to_num(keys.astype(float), nan=-1)
                _by_message(made, numbers, keys, values)
                continue
            begins = np.searchsorted(keys, numbers, "left").tolist()
            ends = np.searchsorted(keys, numbers, "right").tolist()
            plural = PLURALS[name]
            for contents, begin, end in zip(made, begins, ends, strict=True):
                if begin != end:
                    setattr(contents, plural, values[begin:end])
    return made


def _by_message(made: list[Contents], numbers: Any, keys: Any, values: list[Any]) -> None:
    places = {int(number): place for place, number in enumerate(numbers)}
    for key, value in zip(keys, values, strict=True):
        if int(key) in places:
            made[places[int(key)]].findings.append(value)


def records(batch: Any, name: str, messages: Any) -> list[Any]:
    """The rows of a batch as records of that table."""
    if batch.num_rows == 0:
        return []
    table = BY_NAME[name]
    codecs = _codecs(batch, messages)
    columns = [_whole(batch.column(key)) for key in table.keys]
    for column, kind, _ in table.numbers:
        values = _numbers(batch.column(column), kind)
        members = ENUMERATIONS.get((name, column))
        if members is not None:
            values = [members[value or 0] for value in values]
        columns.append(values)
    columns += [_texts(batch.column(column), codecs) for column, _ in table.texts]
    return list(map(RECORDS[name], *columns))


def _codecs(batch: Any, messages: Any) -> str | list[str]:
    """The codec of every row; one for all when the messages agree."""
    named = messages.column("syntax").to_pylist()
    found = {codec_of(syntax) for syntax in named}
    if len(found) <= 1:
        return next(iter(found), "utf-8")
    first = int(messages.column("message")[0].as_py())
    by_message = [codec_of(syntax) for syntax in named]
    return [
        "utf-8" if key is None else by_message[key - first]
        for key in batch.column("message").to_pylist()
    ]


def _whole(column: Any) -> Any:
    if column.null_count == len(column):
        return repeat(None, len(column))
    if column.null_count:
        return column.to_pylist()
    return column.to_numpy(zero_copy_only=False).tolist()


def _numbers(column: Any, kind: str) -> Any:
    if column.null_count == len(column):
        return repeat(None, len(column))
    if kind == DAY or kind == "minute":
        return column.to_numpy(zero_copy_only=False).tolist()
    return _whole(column)


def _texts(column: Any, codecs: str | list[str]) -> Any:
    """A column of bytes as texts; decoded at once when all of it is ASCII, as nearly always."""
    if hasattr(column, "combine_chunks"):
        column = column.combine_chunks()
    count = len(column)
    if column.null_count == count:
        return repeat(None, count)
    _, offsets, data = column.buffers()
    places = np.frombuffer(offsets, np.int32, count + 1, 4 * column.offset)
    begin, end = int(places[0]), int(places[-1])
    whole = memoryview(data)[begin:end].tobytes()
    if whole.isascii():
        text = whole.decode("ascii")
        marks = (places - begin).tolist()
        return [text[a:b] or None for a, b in pairwise(marks)]
    each: Iterable[str] = repeat(codecs, count) if isinstance(codecs, str) else codecs
    return [
        None if value is None else decoded(value, codec)
        for value, codec in zip(column.to_pylist(), each, strict=False)
    ]
