"""A row of each table as a typed value. What a table's columns are is told here and nowhere else.

`None` is what the message does not say. Texts are decoded and otherwise as they were sent. A column
about a traveller bears the number of the heading of Annex I to Directive (EU) 2016/681 that permits
it, such as `Text4`; one that only describes the message bears none. `tables` makes the columns of
the kernel and of Arrow from this; so numbers stand before texts.
"""

import datetime as dt
from typing import Annotated, NamedTuple

from vijfluik.engines.edifact.kinds import Finding as FindingKind
from vijfluik.engines.edifact.kinds import Format, Kind, Severity

# A byte of the stream, which may lie beyond what a count can hold.
PLACE = "place"
Place = Annotated[int, PLACE]
Count10 = Annotated[int | None, 10]
Count18 = Annotated[int | None, 18]
Day13 = Annotated[dt.date | None, 13]
Day18 = Annotated[dt.date | None, 18]
Moment2 = Annotated[dt.datetime | None, 2]
Moment3 = Annotated[dt.datetime | None, 3]
Kind4 = Annotated[Kind, 4]
Moment19 = Annotated[dt.datetime | None, 19]
Text1 = Annotated[str | None, 1]
Text2 = Annotated[str | None, 2]
Text3 = Annotated[str | None, 3]
Text4 = Annotated[str | None, 4]
Text5 = Annotated[str | None, 5]
Text6 = Annotated[str | None, 6]
Text7 = Annotated[str | None, 7]
Text8 = Annotated[str | None, 8]
Text9 = Annotated[str | None, 9]
Text10 = Annotated[str | None, 10]
Text11 = Annotated[str | None, 11]
Text13 = Annotated[str | None, 13]
Text14 = Annotated[str | None, 14]
Text15 = Annotated[str | None, 15]
Text16 = Annotated[str | None, 16]
Text18 = Annotated[str | None, 18]
Text19 = Annotated[str | None, 19]


class Message(NamedTuple):
    """One message: where it stands, what it declares, and the account of what was read."""

    message: int
    position: int
    end: Place
    format: Format
    part_number: int | None = None
    last_part: int | None = None
    segments: int | None = None
    declared_segments: int | None = None
    declared_records: int | None = None
    bookings: int | None = None
    traveller_in: int | None = None
    traveller_out: int | None = None
    traveller_filtered: int | None = None
    traveller_duplicates: int | None = None
    document_in: int | None = None
    document_out: int | None = None
    document_filtered: int | None = None
    document_duplicates: int | None = None
    leg_in: int | None = None
    leg_out: int | None = None
    leg_filtered: int | None = None
    leg_duplicates: int | None = None
    filtered_meal: int | None = None
    filtered_medical: int | None = None
    filtered_service: int | None = None
    filtered_text: int | None = None
    filtered_product: int | None = None
    filtered_amount: int | None = None
    filtered_other: int | None = None
    type: str | None = None
    version: str | None = None
    release: str | None = None
    agency: str | None = None
    association: str | None = None
    reference: str | None = None
    access: str | None = None
    part: str | None = None
    sender: str | None = None
    recipient: str | None = None
    interchange: str | None = None
    prepared_date: str | None = None
    prepared_time: str | None = None
    syntax: str | None = None
    function: str | None = None
    action: str | None = None
    system: str | None = None
    reply: str | None = None
    transaction: str | None = None
    application: str | None = None


class Flight(NamedTuple):
    """A flight that the message is about; local times."""

    message: int
    position: int
    departure: Moment3 = None
    arrival: Moment3 = None
    carrier: Text7 = None
    number: Text7 = None
    origin: Text7 = None
    destination: Text7 = None
    departure_date: Text3 = None
    departure_time: Text3 = None
    arrival_date: Text3 = None
    arrival_time: Text3 = None


class Booking(NamedTuple):
    """A booking (PNR); its moments are in UTC."""

    message: int
    position: int
    booking: int | None
    cancelled: Count10 = None
    created: Moment2 = None
    changed: Moment2 = None
    issued: Moment2 = None
    carrier: Text1 = None
    locator: Text1 = None
    created_date: Text2 = None
    created_time: Text2 = None
    changed_date: Text2 = None
    changed_time: Text2 = None
    issued_date: Text2 = None
    issued_time: Text2 = None
    system: Text9 = None
    system_office: Text9 = None
    agency_number: Text9 = None
    agency_code: Text9 = None
    agency_place: Text9 = None
    agency_carrier: Text9 = None
    agency_city: Text9 = None
    agency_kind: Text9 = None
    agency_country: Text9 = None
    agency_currency: Text9 = None
    agent: Text9 = None


class Traveller(NamedTuple):
    """Somebody who travels, or crew."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    kind: Kind4
    birth: Day18 = None
    boarded: Count10 = None
    surname: Text4 = None
    given: Text4 = None
    middle: Text4 = None
    code: Text4 = None
    ref: Text4 = None
    name_kind: Text4 = None
    accompanied: Text4 = None
    unique_ref: Text4 = None
    sex: Text18 = None
    nationality: Text18 = None
    birth_text: Text18 = None
    residence: Text18 = None
    birthplace: Text18 = None
    embark: Text7 = None
    debark: Text7 = None
    clearance: Text18 = None
    locator: Text1 = None
    seat: Text14 = None
    fare_type: Text13 = None
    fare_age: Text13 = None
    fare_basis: Text13 = None
    verified: Text18 = None
    bag_count: Text16 = None
    bag_weight: Text16 = None
    bag_unit: Text16 = None
    ticket: Text13 = None
    reply: Text10 = None


class Document(NamedTuple):
    """A travel document or visa."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    infant: Count18 = None
    birth: Day18 = None
    expiry: Day18 = None
    source: Text18 = None
    kind: Text18 = None
    issuer: Text18 = None
    number: Text18 = None
    nationality: Text18 = None
    birth_text: Text18 = None
    sex: Text18 = None
    expiry_text: Text18 = None
    surname: Text18 = None
    given: Text18 = None
    second: Text18 = None
    place: Text18 = None
    applies_to: Text18 = None
    status: Text18 = None
    carrier: Text18 = None
    ref: Text4 = None


class Contact(NamedTuple):
    """An address, telephone number or e-mail address."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    source: Text5 = None
    kind: Text5 = None
    value: Text5 = None
    street: Text5 = None
    city: Text5 = None
    region: Text5 = None
    country: Text5 = None
    postcode: Text5 = None
    name: Text5 = None
    ref: Text4 = None


class Payment(NamedTuple):
    """How the ticket was paid, with the billing address."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    source: Text6 = None
    method: Text6 = None
    amount: Text6 = None
    issuer: Text6 = None
    account: Text6 = None
    expiry: Text6 = None
    payer: Text6 = None
    address: Text6 = None
    phone: Text6 = None


class Leg(NamedTuple):
    """A leg of the itinerary; local times."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    leg: int | None
    departure: Moment3 = None
    arrival: Moment3 = None
    carrier: Text7 = None
    operating: Text15 = None
    number: Text7 = None
    class_: Text7 = None
    origin: Text7 = None
    destination: Text7 = None
    departure_date: Text3 = None
    departure_time: Text3 = None
    arrival_date: Text3 = None
    arrival_time: Text3 = None
    status: Text10 = None
    seats: Text7 = None
    aircraft: Text7 = None
    locator_carrier: Text1 = None
    locator: Text1 = None
    shared_carrier: Text15 = None
    shared_number: Text15 = None
    shared_class: Text15 = None


class Seat(NamedTuple):
    """A seat, asked for or given."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    leg: int | None
    source: Text14 = None
    seat: Text14 = None
    class_: Text14 = None
    ref: Text14 = None
    status: Text14 = None
    carrier: Text14 = None
    origin: Text14 = None
    destination: Text14 = None


class Bag(NamedTuple):
    """A piece of baggage, or a number of pieces."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    leg: int | None
    source: Text16 = None
    pieces: Text16 = None
    weight: Text16 = None
    unit: Text16 = None
    pool: Text16 = None
    pool_ref: Text16 = None
    issuer: Text16 = None
    tag: Text16 = None
    count_: Text16 = None
    destination: Text16 = None
    charge: Text16 = None


class Ticket(NamedTuple):
    """A ticket number with its fare."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    leg: int | None
    issued: Day13 = None
    source: Text13 = None
    number: Text13 = None
    kind: Text13 = None
    coupons: Text13 = None
    base: Text13 = None
    base_currency: Text13 = None
    total: Text13 = None
    total_currency: Text13 = None
    issued_date: Text13 = None
    restriction: Text13 = None
    ref: Text13 = None


class Loyalty(NamedTuple):
    """A frequent-flyer number."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    leg: int | None
    source: Text8 = None
    carrier: Text8 = None
    number: Text8 = None
    level: Text8 = None
    ref: Text8 = None


class History(NamedTuple):
    """A change of the booking, another locator, or a division."""

    message: int
    position: int
    booking: int | None
    at: Moment19 = None
    kind: Text19 = None
    action: Text19 = None
    agent_kind: Text19 = None
    agent: Text19 = None
    place: Text19 = None
    carrier: Text19 = None
    date: Text19 = None
    time: Text19 = None
    surname: Text19 = None
    given: Text19 = None
    ref: Text19 = None
    service: Text19 = None
    flight_carrier: Text19 = None
    flight_number: Text19 = None
    departure_date: Text19 = None
    departure_time: Text19 = None
    origin: Text19 = None
    destination: Text19 = None
    locator_carrier: Text11 = None
    locator: Text11 = None
    count_: Text11 = None


class Finding(NamedTuple):
    """Something that did not fit: kind and place, never content."""

    message: int | None
    position: int
    kind: FindingKind
    severity: Severity


RECORDS = {
    "message": Message,
    "flight": Flight,
    "booking": Booking,
    "traveller": Traveller,
    "document": Document,
    "contact": Contact,
    "payment": Payment,
    "leg": Leg,
    "seat": Seat,
    "bag": Bag,
    "ticket": Ticket,
    "loyalty": Loyalty,
    "history": History,
    "finding": Finding,
}
