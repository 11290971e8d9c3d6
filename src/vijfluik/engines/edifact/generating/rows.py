"""The rows of one invented booking, as a reader would have made them."""

import datetime as dt
from random import Random
from typing import Any

from vijfluik.engines.edifact.generating.flights import CARRIERS, InventedBooking, InventedFlight
from vijfluik.engines.edifact.generating.people import INFANT, TITLES, Person
from vijfluik.engines.edifact.kinds import Kind
from vijfluik.engines.edifact.objects import Contents
from vijfluik.engines.edifact.records import (
    Bag,
    Booking,
    Contact,
    Document,
    History,
    Leg,
    Loyalty,
    Payment,
    Seat,
    Ticket,
    Traveller,
)
from vijfluik.engines.edifact.writing.pnrgov import MONTHS

KINDS = {"A": Kind.ADULT, "C": Kind.CHILD, "IN": Kind.INFANT}


def dmy(day: dt.date) -> str:
    """ddmmyy."""
    return f"{day:%d%m%y}"


def worded(day: dt.date) -> str:
    """ddMMMyy, English months whatever the machine's language."""
    return f"{day.day:02d}{MONTHS[day.month - 1]}{day:%y}"


def hm(moment: dt.datetime) -> str:
    """hhmm."""
    return f"{moment:%H%M}"


def add_booking(
    contents: Contents,
    flight: InventedFlight,
    booking: InventedBooking,
    *,
    number: int,
    rng: Random,
) -> None:
    """Add the rows of a booking to a message."""
    changed = flight.departure - dt.timedelta(hours=rng.randint(26, 600))
    contents.bookings.append(
        Booking(
            message=0,
            position=0,
            booking=number,
            cancelled=0,
            carrier=flight.carrier,
            locator=booking.locator,
            created_date=dmy(booking.made),
            created_time=hm(booking.made),
            changed_date=dmy(changed),
            changed_time=hm(changed),
            issued_date=dmy(booking.made),
            issued_time=hm(booking.made),
            system="1A",
            system_office="MUC",
            agency_number=f"{rng.randrange(10**8):08d}",
            agency_code="AMSKL0001",
            agency_place="AMS",
            agency_carrier=flight.carrier,
            agency_city="AMS",
            agency_kind="A",
            agency_country="NL",
            agency_currency="EUR",
            agent="A1234BC",
        )
    )
    contents.contacts.append(
        Contact(
            message=0,
            position=0,
            booking=number,
            traveller=None,
            source="ADD",
            kind="700",
            street=f"{rng.randrange(1, 200)} LAAN",
            city="OOSTERLO",
            region="GE",
            country="NL",
            postcode=f"{rng.randrange(1000, 9999)}XX",
            value=f"31600{rng.randrange(10**6):06d}",
        )
    )
    first = len(contents.travellers)
    for person in booking.people:
        _add_traveller(contents, flight, person, number=number, rng=rng)
    _add_legs(contents, flight, booking, number=number, first=first, rng=rng)
    if rng.random() < 0.2:
        _add_history(contents, flight, number=number, rng=rng)


def _add_traveller(
    contents: Contents, flight: InventedFlight, person: Person, *, number: int, rng: Random
) -> None:
    place = len(contents.travellers)
    keys: dict[str, Any] = {"message": 0, "position": 0, "booking": number, "traveller": place}
    infant = person.type == INFANT
    contents.travellers.append(
        Traveller(
            **keys,
            kind=KINDS[person.type],
            surname=person.surname,
            given=person.given + ("" if infant else f" {TITLES[person.sex]}"),
            code=person.type,
            ref=str(place + 1),
            unique_ref=f"{rng.randrange(16**12):012X}",
            fare_type=person.type,
            fare_age=str((flight.departure.date() - person.birth).days // 365),
            fare_basis="YFLEX",
        )
    )
    contents.documents.append(
        Document(
            **keys,
            infant=int(infant),
            birth=person.birth,
            expiry=person.expiry,
            source="DOCS",
            kind="P",
            issuer=person.nationality,
            number=person.passport,
            nationality=person.nationality,
            birth_text=worded(person.birth),
            sex=person.sex + ("I" if infant else ""),
            expiry_text=worded(person.expiry),
            surname=person.surname,
            given=person.given,
            second="RO" if rng.random() < 0.3 else None,
            status="HK",
            carrier=flight.carrier,
        )
    )
    if rng.random() < 0.25:
        contents.loyalty.append(
            Loyalty(
                **keys,
                leg=None,
                source="FTI",
                carrier=flight.carrier,
                number=f"{rng.randrange(10**9):09d}",
                level=rng.choice((None, "ELITE")),
            )
        )
    if rng.random() < 0.4:
        contents.contacts.append(
            Contact(
                **keys,
                source="CTCE",
                value=f"{person.given}.{person.surname}//POST.EXAMPLE".replace(" ", ".."),
            )
        )
    _add_ticket(contents, keys, person, rng=rng, flight=flight)


def _add_ticket(
    contents: Contents,
    keys: dict[str, Any],
    person: Person,
    *,
    rng: Random,
    flight: InventedFlight,
) -> None:
    fare = f"{rng.randrange(40, 2000)}.{rng.randrange(100):02d}"
    issued = flight.departure.date() - dt.timedelta(days=rng.randint(2, 200))
    contents.tickets.append(
        Ticket(
            **keys,
            leg=None,
            source="TKT",
            number=f"074{rng.randrange(10**10):010d}",
            kind="T",
            coupons="1",
            base=fare,
            base_currency="EUR",
            total=fare,
            total_currency="EUR",
            issued=issued,
            issued_date=dmy(issued),
        )
    )
    contents.payments.append(
        Payment(
            **keys,
            source="FOP",
            method="CC",
            amount=fare,
            issuer=rng.choice(("VI", "CA", "AX")),
            account=f"XXXXXXXXXXXX{rng.randrange(10**4):04d}",
            expiry=f"{rng.randint(1, 12):02d}{rng.randint(26, 31)}",
            payer=f"{person.given} {person.surname}",
            address=f"{rng.randrange(1, 200)} LAAN OOSTERLO",
            phone=f"31600{rng.randrange(10**6):06d}",
        )
    )


def _add_legs(
    contents: Contents,
    flight: InventedFlight,
    booking: InventedBooking,
    *,
    number: int,
    first: int,
    rng: Random,
) -> None:
    people = range(first, len(contents.travellers))
    stops = [(flight.origin, flight.destination, flight.departure, flight.arrival, flight.number)]
    if booking.onward is not None:
        leaves = flight.arrival + dt.timedelta(minutes=95)
        lands = leaves + dt.timedelta(minutes=200)
        stops.append((flight.destination, booking.onward, leaves, lands, "1700"))
    for place, (origin, destination, leaves, lands, flown) in enumerate(stops):
        shared = rng.random() < 0.15
        contents.legs.append(
            Leg(
                message=0,
                position=0,
                booking=number,
                traveller=None,
                leg=place,
                carrier=flight.carrier,
                number=flown,
                class_=rng.choice("YMBJ"),
                origin=origin,
                destination=destination,
                departure_date=dmy(leaves),
                departure_time=hm(leaves),
                arrival_date=dmy(lands),
                arrival_time=hm(lands),
                status="HK",
                seats=str(len(people)),
                aircraft="73H",
                locator_carrier=flight.carrier,
                locator=booking.locator,
                shared_carrier=rng.choice(CARRIERS) if shared else None,
                shared_number=str(rng.randrange(1000, 9999)) if shared else None,
            )
        )
        for traveller in people:
            _add_checked(contents, number=number, traveller=traveller, leg=place, rng=rng)


def _add_checked(contents: Contents, *, number: int, traveller: int, leg: int, rng: Random) -> None:
    keys: dict[str, Any] = {"message": 0, "position": 0, "booking": number}
    keys |= {"traveller": traveller, "leg": leg}
    if contents.travellers[traveller].kind is Kind.INFANT:
        return
    seat = f"{rng.randint(1, 40)}{rng.choice('ABCDEF')}"
    contents.seats.append(Seat(**keys, source="SSD", seat=seat, class_="Y"))
    if rng.random() < 0.5:
        contents.bags.append(
            Bag(
                **keys,
                source="TBD",
                pieces="1",
                weight=str(rng.randint(5, 30)),
                unit="700",
                pool="MP",
                issuer="074",
                tag=f"{rng.randrange(10**10):010d}",
                count_="1",
                destination=contents.legs[-1].destination,
            )
        )


def _add_history(contents: Contents, flight: InventedFlight, *, number: int, rng: Random) -> None:
    keys: dict[str, Any] = {"message": 0, "position": 0, "booking": number}
    changed = flight.departure - dt.timedelta(hours=rng.randint(27, 900))
    contents.history.append(
        History(
            **keys,
            kind="ABI",
            agent_kind="4",
            agent="AMS0001",
            place="AMS",
            carrier=flight.carrier,
            date=dmy(changed),
            time=hm(changed),
        )
    )
    contents.history.append(History(**keys, kind="SAC", action=rng.choice("AX")))
    contents.history.append(
        History(
            **keys,
            kind="TVL",
            departure_date=dmy(flight.departure),
            departure_time=hm(flight.departure),
            origin=flight.origin,
            destination=flight.destination,
            flight_carrier=flight.carrier,
            flight_number=flight.number,
        )
    )
