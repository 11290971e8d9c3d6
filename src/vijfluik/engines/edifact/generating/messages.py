"""Invented flights as messages: PNRGOV in parts, PAXLST, and the reply to it."""

import datetime as dt
from random import Random

from vijfluik.engines.edifact.generating.flights import InventedBooking, InventedFlight
from vijfluik.engines.edifact.generating.rows import add_booking, dmy, hm
from vijfluik.engines.edifact.kinds import Format, Kind
from vijfluik.engines.edifact.objects import Contents
from vijfluik.engines.edifact.records import (
    Bag,
    Contact,
    Document,
    Flight,
    Message,
    Traveller,
)
from vijfluik.engines.edifact.replies import Reply, Verdict

BOOKINGS_IN_PART = 100


def ymd(day: dt.date) -> str:
    """yymmdd."""
    return f"{day:%y%m%d}"


def _message(
    flight: InventedFlight, kind: Format, *, prepared: dt.datetime, **more: object
) -> Message:
    day = flight.departure
    access = f"{flight.carrier}{flight.number}/{ymd(day)}/{hm(day)}"
    return Message(
        **{  # type: ignore[arg-type]
            "message": 0,
            "position": 0,
            "end": 0,
            "format": kind,
            "access": access,
            "sender": flight.carrier,
            "recipient": "NLPIU",
            "prepared_date": ymd(prepared),
            "prepared_time": hm(prepared),
            "interchange": f"{flight.seed:010d}",
            **more,
        }
    )


def pnrgov_of(
    flight: InventedFlight,
    *,
    version: str = "18.1",
    function: str = "22",
    bookings: tuple[InventedBooking, ...] | None = None,
    hours_before: float = 24,
    part_size: int = BOOKINGS_IN_PART,
) -> list[Contents]:
    """The push of a flight, in parts when it has many bookings; EQN is that of the whole push."""
    rng = Random(flight.seed)  # noqa: S311 - invented data, not secrets
    chosen = flight.bookings if bookings is None else bookings
    prepared = flight.departure - dt.timedelta(hours=hours_before)
    slices = [chosen[at : at + part_size] for at in range(0, len(chosen), part_size)] or [()]
    major, _, minor = version.partition(".")
    made = []
    for place, part in enumerate(slices, start=1):
        contents = Contents(
            _message(
                flight,
                Format.PNRGOV,
                prepared=prepared,
                type="PNRGOV",
                version=major,
                release=minor or "1",
                agency="IA",
                reference=str(place),
                part=f"{place:02d}" if len(slices) > 1 else None,
                last_part=int(place == len(slices)),
                function=function,
                system=flight.carrier,
                syntax="IATA",
                declared_records=len(chosen),
            )
        )
        contents.flights.append(_flight_row(flight))
        for number, booking in enumerate(part):
            add_booking(contents, flight, booking, number=number, rng=rng)
        made.append(contents)
    return made


def _flight_row(flight: InventedFlight) -> Flight:
    return Flight(
        message=0,
        position=0,
        carrier=flight.carrier,
        number=flight.number,
        origin=flight.origin,
        destination=flight.destination,
        departure_date=dmy(flight.departure),
        departure_time=hm(flight.departure),
        arrival_date=dmy(flight.arrival),
        arrival_time=hm(flight.arrival),
    )


def paxlst_of(flight: InventedFlight, *, directory: str = "15B", function: str = "745") -> Contents:
    """The passenger list of a flight at closure."""
    rng = Random(flight.seed)  # noqa: S311 - invented data, not secrets
    contents = Contents(
        _message(
            flight,
            Format.PAXLST,
            prepared=flight.departure,
            type="PAXLST",
            version="D",
            release=directory,
            agency="UN",
            association="IATA",
            reference="PAX001",
            function=function,
            transaction=f"{flight.seed:010d}",
            application="APIS",
            syntax="UNOA",
            declared_records=flight.travellers,
        )
    )
    contents.flights.append(
        Flight(
            message=0,
            position=0,
            carrier=flight.carrier,
            number=f"{flight.carrier}{flight.number}",
            origin=flight.origin,
            destination=flight.destination,
            departure_date=ymd(flight.departure) + hm(flight.departure),
            arrival_date=ymd(flight.arrival) + hm(flight.arrival),
        )
    )
    keys = {"message": 0, "position": 0, "booking": None}
    contents.contacts.append(
        Contact(**keys, traveller=None, source="MS", name="OPERATIONS DESK")  # type: ignore[arg-type]
    )
    contents.contacts.append(
        Contact(**keys, traveller=None, source="COM", kind="TE", value="31206000000")  # type: ignore[arg-type]
    )
    for booking in flight.bookings:
        for person in booking.people:
            place = len(contents.travellers)
            mine = {**keys, "traveller": place}
            count = rng.choice((0, 0, 1, 1, 2))
            contents.travellers.append(
                Traveller(
                    **mine,  # type: ignore[arg-type]
                    kind=Kind.PASSENGER,
                    birth=person.birth,
                    surname=person.surname,
                    given=person.given,
                    code="FL",
                    ref=f"{flight.carrier}{place + 1:05d}",
                    sex=person.sex,
                    nationality=person.nationality,
                    birth_text=ymd(person.birth),
                    embark=flight.origin,
                    debark=flight.destination,
                    locator=booking.locator,
                    seat=f"{rng.randint(1, 40):03d}{rng.choice('ABCDEF')}",
                    bag_count=str(count) if count else None,
                )
            )
            for _ in range(count):
                contents.bags.append(
                    Bag(
                        **mine,  # type: ignore[arg-type]
                        leg=None,
                        source="BAG",
                        tag=f"{flight.carrier}{rng.randrange(10**6):06d}",
                    )
                )
            contents.documents.append(
                Document(
                    **mine,  # type: ignore[arg-type]
                    expiry=person.expiry,
                    source="DOC",
                    kind="P",
                    issuer=person.nationality,
                    number=person.passport,
                    expiry_text=ymd(person.expiry),
                )
            )
    return contents


def reply_to(flight: InventedFlight, *, directory: str = "05B") -> Reply:
    """A CUSRES that lets everybody board: what is decided is not ours to invent."""
    listed = paxlst_of(flight)
    return Reply(
        sender="NLPIU",
        recipient=flight.carrier,
        prepared=ymd(flight.departure) + hm(flight.departure),
        interchange=f"{flight.seed:010d}",
        directory=directory,
        access=listed.message.access or "",
        transaction=listed.message.transaction or "",
        flight=f"{flight.carrier}{flight.number}",
        origin=flight.origin,
        destination=flight.destination,
        departure=ymd(flight.departure) + hm(flight.departure),
        arrival=ymd(flight.arrival) + hm(flight.arrival),
        verdicts=tuple(
            Verdict(locator=row.locator or "", reference=row.ref or "", code="0Z")
            for row in listed.travellers
        ),
    )
