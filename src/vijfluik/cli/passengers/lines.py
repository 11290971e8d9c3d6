"""What `./run passengers parse` prints: one JSON object per traveller, finding or message."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from vijfluik.engines.edifact.kinds import Filtered, Finding, Severity, label
from vijfluik.engines.edifact.objects import Contents
from vijfluik.engines.edifact.records import Document, Flight, Leg, Traveller

Line = dict[str, Any]


def travellers(name: str, contents: Contents) -> Iterator[Line]:
    """A line per traveller, with documents and legs."""
    documents: dict[int | None, list[Line]] = {}
    for document in contents.documents:
        documents.setdefault(document.traveller, []).append(_document(document))
    legs: dict[int | None, list[Line]] = {}
    for leg in contents.legs:
        legs.setdefault(leg.booking, []).append(_leg(leg))
    flights = [_leg(flight) for flight in contents.flights]
    flight = flights[0]["flight"] if flights else None
    for traveller in contents.travellers:
        yield {
            "message": name,
            "flight": flight,
            "booking": _booking(contents, traveller),
            "surname": traveller.surname,
            "given": traveller.given,
            "kind": label(traveller.kind),
            "documents": documents.get(traveller.traveller, []),
            "legs": legs.get(traveller.booking, []) if contents.bookings else flights,
        }


def _booking(contents: Contents, traveller: Traveller) -> str | None:
    booking = contents.booking_of(traveller) if contents.bookings else None
    return traveller.locator if booking is None else booking.locator


def _document(document: Document) -> Line:
    return {
        "kind": document.kind,
        "number": document.number,
        "issuer": document.issuer,
        "nationality": document.nationality,
        "birth": _day(document.birth),
        "sex": document.sex,
        "expiry": _day(document.expiry),
        "surname": document.surname,
        "given": document.given,
    }


def flight_number(carrier: str | None, number: str | None) -> str | None:
    """Carrier and number as one word; API messages have the carrier in the number already."""
    if number is None:
        return None
    return number if carrier is None or number.startswith(carrier) else f"{carrier}{number}"


def _leg(leg: Leg | Flight) -> Line:
    return {
        "flight": flight_number(leg.carrier, leg.number),
        "from": leg.origin,
        "to": leg.destination,
        "departure": _moment(leg.departure),
        "arrival": _moment(leg.arrival),
    }


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: dt.datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="minutes")


def counts(name: str, message: Line, *, of: str) -> Line:
    """What came in, went out, was left out and repeated; what is missing then was lost."""
    came, out, filtered, repeated = (
        message[f"{of}_{column}"] or 0 for column in ("in", "out", "filtered", "duplicates")
    )
    return {
        "message": name,
        "in": came,
        "out": out,
        "filtered": filtered,
        "duplicates": repeated,
        "lost": came - out - filtered - repeated,
    }


def removed(name: str, message: Line) -> Line:
    """How much the filter took out of a message, by kind."""
    return {
        "message": name,
        **{label(kind): message[f"filtered_{label(kind)}"] or 0 for kind in Filtered},
    }


def finding(name: str | None, row: Line) -> Line:
    """A finding: in which message, at which byte of the file, what, how serious."""
    return {
        "message": name,
        "position": row["position"],
        "kind": label(Finding(row["kind"])),
        "severity": label(Severity(row["severity"])),
    }
