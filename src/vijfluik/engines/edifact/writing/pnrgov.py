"""PNRGOV from what was read, segments in the order of 13.1.

Only what the batches hold can be written: the filter's leavings, taxes and check-in times are gone.
"""

from vijfluik.engines.edifact.charsets import codec_of
from vijfluik.engines.edifact.objects import Contents
from vijfluik.engines.edifact.records import (
    Booking,
    Contact,
    Document,
    History,
    Leg,
    Traveller,
)
from vijfluik.engines.edifact.writing.grouping import Groups, grouped
from vijfluik.engines.edifact.writing.segments import IATA, Separators, Writer

MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


def write_pnrgov(
    messages: list[Contents], *, separators: Separators = IATA, una: bool = True
) -> bytes:
    """One interchange with these messages of one sender.

    Raises:
        ValueError: there is no message to write.
    """
    if not messages:
        raise ValueError("An interchange needs a message.")
    head = messages[0].message
    writer = Writer(separators=separators)
    if una:
        writer.parts.append(separators.una())
    writer.add(
        "UNB",
        [head.syntax, "1"],
        head.sender,
        head.recipient,
        [head.prepared_date, head.prepared_time],
        head.interchange,
    )
    for contents in messages:
        _message(writer, contents)
    writer.add("UNZ", str(len(messages)), head.interchange)
    return writer.text().encode(codec_of((head.syntax or "").encode()), errors="strict")


def _message(writer: Writer, contents: Contents) -> None:
    message = contents.message
    writer.count = 0
    writer.shares_as_leg = (message.version or "").isdigit() and int(message.version or 0) < 13
    writer.add(
        "UNH",
        message.reference,
        [message.type, message.version, message.release, message.agency],
        message.access,
        [message.part, "F" if message.last_part else "C"] if message.part else None,
    )
    writer.add("MSG", [None, message.function])
    writer.add("ORG", message.system)
    for flight in contents.flights:
        writer.add(
            "TVL",
            [
                flight.departure_date,
                flight.departure_time,
                flight.arrival_date,
                flight.arrival_time,
            ],
            flight.origin,
            flight.destination,
            flight.carrier,
            flight.number,
        )
    if message.declared_records is not None and message.declared_records >= 0:
        writer.add("EQN", str(message.declared_records))
    groups = grouped(contents)
    for booking in contents.bookings:
        _booking(writer, booking, groups)
    writer.add("UNT", str(writer.count + 1), message.reference)


def _booking(writer: Writer, booking: Booking, groups: Groups) -> None:
    history = groups.history.get(booking.booking, [])
    writer.add("SRC")
    writer.add(
        "RCI",
        [booking.carrier, booking.locator, None, booking.created_date, booking.created_time],
        *([row.locator_carrier, row.locator] for row in history if row.kind == "RCI"),
    )
    dates = [
        [code, day, time]
        for code, day, time in (
            ("700", booking.changed_date, booking.changed_time),
            ("710", booking.issued_date, booking.issued_time),
        )
        if day
    ]
    if dates:
        writer.add("DAT", *dates)
    writer.add(
        "ORG",
        [booking.system, booking.system_office],
        [booking.agency_number, booking.agency_code],
        booking.agency_place,
        [booking.agency_carrier, booking.agency_city],
        booking.agency_kind,
        [booking.agency_country, booking.agency_currency],
        booking.agent,
    )
    for contact in groups.contacts.get((booking.booking, None), []):
        _contact(writer, contact)
    for traveller in groups.travellers.get(booking.booking, []):
        _traveller(writer, traveller, groups)
    for leg in groups.legs.get(booking.booking, []):
        _leg(writer, leg, groups)
    _history(writer, history)


def _traveller(writer: Writer, traveller: Traveller, groups: Groups) -> None:
    key = (traveller.booking, traveller.traveller)
    name(writer, traveller)
    for card in groups.loyalty.get(key, []):
        writer.add("FTI", [card.carrier, card.number, None, None, card.level])
    contacts = groups.contacts.get(key, [])
    for contact in contacts:
        if contact.source is not None and contact.source.startswith("CTC"):
            writer.add("IFT", ["4", "28"], f"{contact.source} {contact.value or ''}")
    if traveller.unique_ref:
        writer.add("REF", [None, traveller.unique_ref])
    fare = (traveller.fare_type, traveller.fare_age, traveller.fare_basis)
    if any(fare):
        writer.add("FAR", fare[0], fare[1], None, None, None, fare[2])
    for document in groups.documents.get(key, []):
        _document(writer, document)
    for contact in contacts:
        if contact.source in {"DOCA", "ADD"}:
            _contact(writer, contact)
    payments = groups.payments.get(key, [])
    for ticket in groups.tickets.get(key, []):
        writer.add("TKT", [ticket.number, ticket.kind, ticket.coupons])
        if ticket.base or ticket.total:
            writer.add(
                "MON",
                ["B", ticket.base, ticket.base_currency],
                ["T", ticket.total, ticket.total_currency],
            )
        if ticket.restriction:
            writer.add("PTK", ticket.restriction)
        if ticket.issued_date:
            writer.add("DAT", ["710", ticket.issued_date])
    for payment in payments:
        writer.add(
            "FOP",
            [
                payment.method,
                None,
                payment.amount,
                payment.issuer,
                payment.account,
                payment.expiry,
            ],
        )
        if payment.payer:
            writer.add("IFT", ["4", "43"], payment.payer, payment.address, payment.phone)


def name(writer: Writer, traveller: Traveller) -> None:
    """TIF of a traveller."""
    writer.add(
        "TIF",
        [traveller.surname, traveller.name_kind],
        [traveller.given, traveller.code, traveller.ref, traveller.accompanied],
    )


def _document(writer: Writer, document: Document) -> None:
    if document.source == "DOCO":
        pieces = ["", document.kind, document.number, document.place, "", document.applies_to]
    else:
        pieces = [
            *("", document.kind, document.issuer, document.number, document.nationality),
            *(document.birth_text, document.sex, document.expiry_text),
            *(document.surname, document.given, document.second),
        ]
    text = "/".join(piece or "" for piece in pieces)
    request = [
        document.source,
        document.status,
        "1",
        document.carrier,
        None,
        None,
        None,
        None,
        text,
    ]
    writer.add("SSR", request)


def _contact(writer: Writer, contact: Contact) -> None:
    if contact.source == "DOCA":
        pieces = [
            *("", contact.kind, contact.country, contact.street, contact.city),
            *(contact.region, contact.postcode),
        ]
        text = "/".join(piece or "" for piece in pieces)
        writer.add("SSR", [contact.source, "HK", "1", None, None, None, None, None, text])
        return
    writer.add(
        "ADD",
        None,
        [
            *(contact.kind, contact.street, contact.city, contact.region, None),
            *(contact.country, contact.postcode, contact.value),
        ],
    )


def _leg(writer: Writer, leg: Leg, groups: Groups) -> None:
    writer.add(
        "TVL",
        [leg.departure_date, leg.departure_time, leg.arrival_date, leg.arrival_time],
        leg.origin,
        leg.destination,
        [leg.carrier, leg.operating],
        [leg.number, leg.class_],
    )
    if leg.shared_number and writer.shares_as_leg:
        shared = [leg.shared_number, leg.shared_class]
        writer.add("TVL", None, None, None, leg.shared_carrier, shared)
    elif leg.shared_number:
        writer.add("TRA", leg.shared_carrier, [leg.shared_number, leg.shared_class])
    if leg.seats or leg.status:
        writer.add("RPI", leg.seats, leg.status)
    if leg.aircraft:
        writer.add("APD", leg.aircraft)
    key = (leg.booking, leg.leg)
    seats = groups.seats.get(key, [])
    for seat in seats:
        if seat.source != "SSD":
            request = [seat.source, seat.status, "1", seat.carrier, None, None]
            writer.add(
                "SSR", [*request, seat.origin, seat.destination], [seat.seat, None, seat.ref]
            )
    if leg.locator:
        writer.add("RCI", [leg.locator_carrier, leg.locator])
    given = [seat for seat in seats if seat.source == "SSD"]
    bags = groups.bags.get(key, [])
    numbers = dict.fromkeys([row.traveller for row in given] + [row.traveller for row in bags])
    if numbers:
        writer.add("DAT", "2")
    for number in numbers:
        traveller = groups.by_number[number] if number is not None else None
        writer.add("TRI", None, [None, None, None, traveller.ref if traveller else None])
        if traveller is not None:
            name(writer, traveller)
        for seat in given:
            if seat.traveller == number:
                writer.add("SSD", seat.seat, None, None, None, seat.class_)
        own = [bag for bag in bags if bag.traveller == number]
        if own:
            first = own[0]
            writer.add(
                "TBD",
                None,
                [first.pieces, first.weight, first.unit],
                None,
                [first.pool, first.pool_ref],
                *([bag.issuer, bag.tag, bag.count_, bag.destination] for bag in own),
            )


def _history(writer: Writer, rows: list[History]) -> None:
    for row in rows:
        if row.kind == "EQN":
            writer.add("EQN", row.count_)
            writer.add("RCI", [row.locator_carrier, row.locator])
        elif row.kind == "ABI":
            writer.add("ABI", row.agent_kind, [None, row.agent], row.place, None, row.carrier)
            if row.date:
                writer.add("DAT", ["T", row.date, row.time])
        elif row.kind == "SAC":
            writer.add("SAC", None, None, row.action)
        elif row.kind == "TIF":
            writer.add("TIF", row.surname, [row.given, None, row.ref])
        elif row.kind == "SSR":
            places = [None, None, None, None, None, row.origin, row.destination]
            writer.add("SSR", [row.service, *places])
        elif row.kind == "TVL":
            writer.add(
                "TVL",
                [row.departure_date, row.departure_time],
                row.origin,
                row.destination,
                row.flight_carrier,
                row.flight_number,
            )
