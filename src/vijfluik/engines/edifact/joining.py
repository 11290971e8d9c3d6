"""Joining: the messages about a flight become the newest complete view of it.

A second function beside reading, pure as well, grouped by flight. `join_flight` joins what it is
given; `Joiner` holds what comes until a flight is over or too much is held.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from vijfluik.engines.edifact.batching import Batches, schema
from vijfluik.engines.edifact.kinds import SEVERITY, Finding
from vijfluik.engines.edifact.pushes import moment
from vijfluik.engines.edifact.tables import TABLES
from vijfluik.engines.edifact.views import Rows, View, view_of

# Travellers that may be held; about 2 kB each. Beyond it parts are given out unjoined.
LIMIT = 2_000_000
# A flight is over when something was prepared so long after its departure.
OVER_AFTER_DAYS = 2
FlightKey = tuple[bytes, bytes, int]


@dataclass(frozen=True, slots=True)
class Account:
    """Travellers of a flight over all its messages: in = out + filtered + duplicates + lost."""

    flight: str
    came: int
    out: int
    filtered: int
    duplicates: int

    @property
    def lost(self) -> int:
        """What nothing explains."""
        return self.came - self.out - self.filtered - self.duplicates


@dataclass(frozen=True, slots=True)
class Joined:
    """The view of a flight as batches, and its account."""

    batches: Batches
    account: Account


def key_of(flight: dict[str, Any] | None) -> FlightKey:
    """By what messages are about the same flight: carrier, number without zeros, local day."""
    if flight is None:
        return b"", b"", -1
    number = flight["number"] or b""
    carrier = flight["carrier"] or number[:2]
    number = number.removeprefix(carrier).lstrip(b"0")
    departure = flight["departure"]
    return carrier, number, -1 if departure is None else departure.toordinal()


def per_message(batches: Batches) -> Iterator[tuple[dict[str, Any], Batches]]:
    """Every message with its rows; slices that share the memory of the batches."""
    messages = batches["message"]
    numbers = messages.column("message").to_numpy(zero_copy_only=False)
    ranges = {}
    for table in TABLES:
        rows = batches[table.name]
        keys = rows.column("message")
        if table.name == "finding":
            keys = keys.fill_null(-1)
        values = keys.to_numpy(zero_copy_only=False)
        if table.name == "finding":
            order = np.argsort(values, kind="stable")
            rows = rows.take(pa.array(order))
            values = values[order]
        ranges[table.name] = (
            rows,
            np.searchsorted(values, numbers, "left"),
            np.searchsorted(values, numbers, "right"),
        )
    for place, row in enumerate(messages.to_pylist()):
        yield (
            row,
            {
                name: rows.slice(int(begins[place]), int(ends[place] - begins[place]))
                for name, (rows, begins, ends) in ranges.items()
            },
        )


def join_flight(parts: Iterable[Batches]) -> Joined:
    """The newest complete view out of all messages about one flight.

    The rows of bookings and travellers that others took the place of are left out and counted as
    duplicates; the message table keeps every message.
    """
    tables = _together(list(parts))
    messages = tables["message"].to_pylist()
    view = view_of(_rows(tables, messages))
    batches = {name: _selected(name, rows, view) for name, rows in tables.items()}
    batches["finding"] = _with_findings(batches["finding"], view)
    batches["traveller"] = _with_boarded(batches["traveller"], view)
    came = sum(row["traveller_in"] or 0 for row in messages)
    gone = sum((row["traveller_filtered"] or 0) for row in messages)
    inner = sum((row["traveller_duplicates"] or 0) for row in messages)
    out = batches["traveller"].num_rows
    replaced = tables["traveller"].num_rows - len(_places(tables["traveller"]) & view.travellers)
    first = next(iter(tables["flight"].slice(0, 1).to_pylist()), None)
    return Joined(
        {name: _one_batch(rows) for name, rows in batches.items()},
        Account(name_of(first), came, out, gone, inner + replaced),
    )


def _together(parts: list[Batches]) -> dict[str, Any]:
    """The rows of several messages as one table each."""
    return {
        table.name: pa.Table.from_batches(
            [batch for part in parts for batch in _batches(part[table.name])], schema(table.name)
        )
        for table in TABLES
    }


def _batches(rows: Any) -> list[Any]:
    return rows.to_batches() if isinstance(rows, pa.Table) else [rows]


def name_of(flight: dict[str, Any] | None) -> str:
    """A flight in words: carrier and number, day, route."""
    if flight is None:
        return "unknown flight"
    carrier, number, _ = key_of(flight)
    day = flight["departure"].date().isoformat() if flight["departure"] else "unknown day"
    route = f"{_word(flight['origin'])}-{_word(flight['destination'])}"
    return f"{_word(carrier)}{_word(number)} {day} {route}"


def _word(value: bytes | None) -> str:
    return (value or b"?").decode("iso8859-1")


def _rows(tables: dict[str, Any], messages: list[dict[str, Any]]) -> Rows:
    return Rows(
        messages=messages,
        bookings=_by_message(tables["booking"].select(["message", "booking", "locator"])),
        travellers=_by_message(
            tables["traveller"].select(
                ["message", "booking", "traveller", "surname", "given", "ref", "birth_text"]
            )
        ),
        documents=_by_message(tables["document"].select(["message", "traveller", "number"])),
        divisions=_divisions(tables["history"]),
    )


def _by_message(table: Any) -> dict[int, list[dict[str, Any]]]:
    made: dict[int, list[dict[str, Any]]] = {}
    for row in table.to_pylist():
        made.setdefault(row["message"], []).append(row)
    return made


def _divisions(history: Any) -> dict[int, list[dict[str, Any]]]:
    rows = history.select(["message", "booking", "kind", "locator"]).to_pylist()
    made: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        if row["kind"] == b"EQN":
            made.setdefault(row["message"], []).append(row)
    return made


def _places(table: Any) -> set[tuple[int, int]]:
    return set(zip(table["message"].to_pylist(), table["traveller"].to_pylist(), strict=True))


def _selected(name: str, rows: Any, view: View) -> Any:
    """The rows of a table that belong to what counts."""
    columns = rows.column_names
    if name in {"message", "flight", "finding"} or rows.num_rows == 0:
        return rows
    messages = rows["message"].to_pylist()
    bookings = rows["booking"].to_pylist()
    travellers = rows["traveller"].to_pylist() if "traveller" in columns else [None] * len(messages)
    mask = [
        ((message, traveller) in view.travellers)
        if traveller is not None
        else (booking is None or (message, booking) in view.bookings)
        for message, booking, traveller in zip(messages, bookings, travellers, strict=True)
    ]
    return rows.filter(pa.array(mask, pa.bool_()))


def _with_boarded(rows: Any, view: View) -> Any:
    if not view.boarded or rows.num_rows == 0:
        return rows
    places = zip(rows["message"].to_pylist(), rows["traveller"].to_pylist(), strict=True)
    values = pa.array([view.boarded.get(place) for place in places], pa.int32())
    return rows.set_column(
        rows.schema.get_field_index("boarded"), rows.schema.field("boarded"), values
    )


def _with_findings(rows: Any, view: View) -> Any:
    if not view.findings:
        return rows
    more = pa.Table.from_pylist(
        [
            {
                "message": row["message"],
                "position": row["position"],
                "kind": int(kind),
                "severity": int(SEVERITY[kind]),
            }
            for row, kind in view.findings
        ],
        schema=rows.schema,
    )
    return pa.concat_tables([rows, more])


def _one_batch(rows: Any) -> Any:
    batches = rows.combine_chunks().to_batches()
    if batches:
        return batches[0]
    return pa.RecordBatch.from_pylist([], schema=rows.schema)


@dataclass(slots=True)
class _Open:
    """The messages held of a flight that is not over."""

    parts: list[Batches] = field(default_factory=list)
    travellers: int = 0


class Joiner:
    """Holds messages by flight and gives out joined flights.

    Memory is proportional to the flights that are open: when more than `limit` travellers are held,
    the flight that waited longest is given out as it came, its parts unjoined, with a finding.
    """

    def __init__(self, *, limit: int = LIMIT) -> None:
        """Begin with nothing held."""
        self.limit = limit
        self.held = 0
        self._open: dict[FlightKey, _Open] = {}
        self._newest: tuple[bytes, bytes] = (b"", b"")

    def add(self, batches: Batches) -> Iterator[Joined]:
        """Take what was read; give out flights that are over by now, or that are too much."""
        for row, part in per_message(batches):
            flight = next(iter(part["flight"].slice(0, 1).to_pylist()), None)
            key = key_of(flight)
            held = self._open.setdefault(key, _Open())
            held.parts.append(part)
            held.travellers += part["traveller"].num_rows
            self.held += part["traveller"].num_rows
            self._newest = max(self._newest, moment(row))
            while self.held > self.limit and self._open:
                yield self._unjoined(next(iter(self._open)))
        yield from self._over()

    def finish(self) -> Iterator[Joined]:
        """Give out every flight that is still held."""
        for key in list(self._open):
            yield self._close(key)

    def _over(self) -> Iterator[Joined]:
        today = _ordinal(self._newest[0])
        if today is None:
            return
        for key in list(self._open):
            if 0 < key[2] < today - OVER_AFTER_DAYS:
                yield self._close(key)

    def _close(self, key: FlightKey) -> Joined:
        held = self._open.pop(key)
        self.held -= held.travellers
        return join_flight(held.parts)

    def _unjoined(self, key: FlightKey) -> Joined:
        held = self._open.pop(key)
        self.held -= held.travellers
        tables = _together(held.parts)
        messages = tables["message"].to_pylist()
        view = View(findings=[(row, Finding.PART_UNJOINED) for row in messages])
        tables["finding"] = _with_findings(tables["finding"], view)
        first = next(iter(tables["flight"].slice(0, 1).to_pylist()), None)
        account = Account(
            name_of(first),
            sum(row["traveller_in"] or 0 for row in messages),
            tables["traveller"].num_rows,
            sum(row["traveller_filtered"] or 0 for row in messages),
            sum(row["traveller_duplicates"] or 0 for row in messages),
        )
        return Joined({name: _one_batch(rows) for name, rows in tables.items()}, account)


def _ordinal(day: bytes) -> int | None:
    """The ordinal of a ccyymmdd day."""
    try:
        return dt.date(int(day[:4]), int(day[4:6]), int(day[6:8])).toordinal()
    except ValueError:
        return None


def join_stream(batches: Iterable[Batches], *, limit: int = LIMIT) -> Iterator[Joined]:
    """Joined flights out of a stream of batches, those of one flight together."""
    joiner = Joiner(limit=limit)
    for batch in batches:
        yield from joiner.add(batch)
    yield from joiner.finish()
