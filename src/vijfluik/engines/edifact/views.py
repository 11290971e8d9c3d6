"""The newest complete view of a flight: which bookings and travellers still count."""

from dataclasses import dataclass, field
from typing import Any

from vijfluik.engines.edifact.kinds import Finding
from vijfluik.engines.edifact.pushes import (
    BOOKINGS,
    CREW,
    PASSENGERS,
    Push,
    Row,
    pushes_of,
    subject,
)

CHANGE = b"141"
CLOSE_OUT = b"266"
ON_BOARD, NOT_ON_BOARD = b"CLOB", b"CLNB"
CANCEL, REDUCE = b"XR", b"RP"
Place = tuple[int, int]


@dataclass(slots=True)
class View:
    """What counts: bookings by message and number, travellers likewise, and who boarded."""

    bookings: set[Place] = field(default_factory=set)
    travellers: set[Place] = field(default_factory=set)
    boarded: dict[Place, int] = field(default_factory=dict)
    findings: list[tuple[Row, Finding]] = field(default_factory=list)


@dataclass(slots=True)
class Rows:
    """The rows that a view is decided by, per message."""

    messages: list[Row]
    bookings: dict[int, list[Row]]
    travellers: dict[int, list[Row]]
    documents: dict[int, list[Row]]
    divisions: dict[int, list[Row]]


def view_of(rows: Rows) -> View:
    """Apply every push about a flight, oldest first."""
    view = View()
    for what in (BOOKINGS, PASSENGERS, CREW):
        messages = [row for row in rows.messages if subject(row) == what]
        pushes, findings, _ = pushes_of(messages)
        view.findings += findings
        if what == BOOKINGS:
            _bookings(view, pushes, rows)
        else:
            _lists(view, pushes, rows)
    return view


def _bookings(view: View, pushes: list[Push], rows: Rows) -> None:
    held: dict[Any, Place] = {}
    for push in pushes:
        if push.function != CHANGE and push.complete:
            held.clear()
        for message in push.messages:
            number = message["message"]
            for booking in rows.bookings.get(number, []):
                place = (number, booking["booking"])
                held[booking["locator"] or place] = place
    places = set(held.values())
    kept = {
        (message, row["traveller"]): row
        for message in {place[0] for place in places}
        for row in rows.travellers.get(message, [])
        if (message, row["booking"]) in places
    }
    _divide(kept, held, rows)
    view.bookings |= places
    view.travellers |= set(kept)


def _divide(kept: dict[Place, Row], held: dict[Any, Place], rows: Rows) -> None:
    """Who went to a new booking is no longer in the one it was divided from, when that is older."""
    by_booking: dict[Place, list[Place]] = {}
    for place, row in kept.items():
        by_booking.setdefault((place[0], row["booking"]), []).append(place)
    for message, divisions in rows.divisions.items():
        for division in divisions:
            place = (message, division["booking"])
            other = held.get(division["locator"])
            if place not in by_booking or other is None or other[0] >= message:
                continue
            moved = {(kept[one]["surname"], kept[one]["given"]) for one in by_booking[place]}
            for one in by_booking.get(other, []):
                if one in kept and (kept[one]["surname"], kept[one]["given"]) in moved:
                    del kept[one]


def _identity(row: Row, documents: dict[int, bytes]) -> Any:
    """By what a traveller is known in the next list: reference, document, or name and birth."""
    if row["ref"]:
        return ("ref", row["ref"])
    if row["traveller"] in documents:
        return ("document", documents[row["traveller"]])
    return ("name", row["surname"], row["given"], row["birth_text"])


def _lists(view: View, pushes: list[Push], rows: Rows) -> None:
    held: dict[Any, Place] = {}
    for push in pushes:
        listed: dict[Any, Place] = {}
        for message in push.messages:
            number = message["message"]
            documents = {
                row["traveller"]: row["number"]
                for row in reversed(rows.documents.get(number, []))
                if row["number"]
            }
            for row in rows.travellers.get(number, []):
                key = _identity(row, documents)
                # Two people may bear the same name and birth; only a reference makes them one.
                while key in listed and key[0] == "name":
                    key = (*key, "again")
                listed[key] = (number, row["traveller"])
        _apply(view, push, held, listed)
    view.travellers |= set(held.values())


def _apply(view: View, push: Push, held: dict[Any, Place], listed: dict[Any, Place]) -> None:
    """One list upon those before it."""
    if push.function == CLOSE_OUT:
        _close_out(view, push, held, listed)
        return
    if push.action in {CANCEL, REDUCE}:
        gone = list(listed) if listed else (list(held) if push.action == CANCEL else [])
        for key in gone:
            held.pop(key, None)
        return
    if push.action is None and push.complete:
        held.clear()
    held.update(listed)


def _close_out(view: View, push: Push, held: dict[Any, Place], listed: dict[Any, Place]) -> None:
    """Who boarded, by reference: those listed are on board, or those listed are not."""
    if push.action not in {ON_BOARD, NOT_ON_BOARD}:
        held.update({key: place for key, place in listed.items() if key not in held})
        return
    on_board = push.action == ON_BOARD
    for key, place in held.items():
        view.boarded[place] = int((key in listed) == on_board)
    for key, place in listed.items():
        if key not in held:
            # Named in no list: a row of its own, so that nobody is lost.
            view.travellers.add(place)
            view.boarded[place] = int(on_board)
            message = next(row for row in push.messages if row["message"] == place[0])
            view.findings.append((message, Finding.UNKNOWN_REFERENCE))
