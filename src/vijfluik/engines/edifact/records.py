"""A row of each table as a typed value; the fields are the columns of `tables`, in their order.

`None` is what the message does not say. Texts are decoded and otherwise as they were sent.
"""

import datetime as dt
from typing import NamedTuple

from vijfluik.engines.edifact.kinds import Finding as FindingKind
from vijfluik.engines.edifact.kinds import Format, Kind, Severity


class Message(NamedTuple):
    """One message: where it stands, what it declares, and the account of what was read."""

    message: int
    position: int
    end: int
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
    departure: dt.datetime | None = None
    arrival: dt.datetime | None = None
    carrier: str | None = None
    number: str | None = None
    origin: str | None = None
    destination: str | None = None
    departure_date: str | None = None
    departure_time: str | None = None
    arrival_date: str | None = None
    arrival_time: str | None = None


class Booking(NamedTuple):
    """A booking (PNR); its moments are in UTC."""

    message: int
    position: int
    booking: int | None
    cancelled: int | None = None
    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    issued: dt.datetime | None = None
    carrier: str | None = None
    locator: str | None = None
    created_date: str | None = None
    created_time: str | None = None
    changed_date: str | None = None
    changed_time: str | None = None
    issued_date: str | None = None
    issued_time: str | None = None
    system: str | None = None
    system_office: str | None = None
    agency_number: str | None = None
    agency_code: str | None = None
    agency_place: str | None = None
    agency_carrier: str | None = None
    agency_city: str | None = None
    agency_kind: str | None = None
    agency_country: str | None = None
    agency_currency: str | None = None
    agent: str | None = None


class Traveller(NamedTuple):
    """Somebody who travels, or crew."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    kind: Kind
    birth: dt.date | None = None
    boarded: int | None = None
    surname: str | None = None
    given: str | None = None
    middle: str | None = None
    code: str | None = None
    ref: str | None = None
    name_kind: str | None = None
    accompanied: str | None = None
    unique_ref: str | None = None
    sex: str | None = None
    nationality: str | None = None
    birth_text: str | None = None
    residence: str | None = None
    birthplace: str | None = None
    embark: str | None = None
    debark: str | None = None
    clearance: str | None = None
    locator: str | None = None
    seat: str | None = None
    fare_type: str | None = None
    fare_age: str | None = None
    fare_basis: str | None = None
    verified: str | None = None
    bag_count: str | None = None
    bag_weight: str | None = None
    bag_unit: str | None = None
    ticket: str | None = None
    reply: str | None = None


class Document(NamedTuple):
    """A travel document or visa."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    infant: int | None = None
    birth: dt.date | None = None
    expiry: dt.date | None = None
    source: str | None = None
    kind: str | None = None
    issuer: str | None = None
    number: str | None = None
    nationality: str | None = None
    birth_text: str | None = None
    sex: str | None = None
    expiry_text: str | None = None
    surname: str | None = None
    given: str | None = None
    second: str | None = None
    place: str | None = None
    applies_to: str | None = None
    status: str | None = None
    carrier: str | None = None
    ref: str | None = None


class Contact(NamedTuple):
    """An address, telephone number or e-mail address."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    source: str | None = None
    kind: str | None = None
    value: str | None = None
    street: str | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None
    postcode: str | None = None
    name: str | None = None
    ref: str | None = None


class Payment(NamedTuple):
    """How the ticket was paid, with the billing address."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    source: str | None = None
    method: str | None = None
    amount: str | None = None
    issuer: str | None = None
    account: str | None = None
    expiry: str | None = None
    payer: str | None = None
    address: str | None = None
    phone: str | None = None


class Leg(NamedTuple):
    """A leg of the itinerary; local times."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    leg: int | None
    departure: dt.datetime | None = None
    arrival: dt.datetime | None = None
    carrier: str | None = None
    operating: str | None = None
    number: str | None = None
    class_: str | None = None
    origin: str | None = None
    destination: str | None = None
    departure_date: str | None = None
    departure_time: str | None = None
    arrival_date: str | None = None
    arrival_time: str | None = None
    status: str | None = None
    seats: str | None = None
    aircraft: str | None = None
    locator_carrier: str | None = None
    locator: str | None = None
    shared_carrier: str | None = None
    shared_number: str | None = None
    shared_class: str | None = None


class Seat(NamedTuple):
    """A seat, asked for or given."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    leg: int | None
    source: str | None = None
    seat: str | None = None
    class_: str | None = None
    ref: str | None = None
    status: str | None = None
    carrier: str | None = None
    origin: str | None = None
    destination: str | None = None


class Bag(NamedTuple):
    """A piece of baggage, or a number of pieces."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    leg: int | None
    source: str | None = None
    pieces: str | None = None
    weight: str | None = None
    unit: str | None = None
    pool: str | None = None
    pool_ref: str | None = None
    issuer: str | None = None
    tag: str | None = None
    count_: str | None = None
    destination: str | None = None
    charge: str | None = None


class Ticket(NamedTuple):
    """A ticket number with its fare."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    leg: int | None
    issued: dt.date | None = None
    source: str | None = None
    number: str | None = None
    kind: str | None = None
    coupons: str | None = None
    base: str | None = None
    base_currency: str | None = None
    total: str | None = None
    total_currency: str | None = None
    issued_date: str | None = None
    restriction: str | None = None
    ref: str | None = None


class Loyalty(NamedTuple):
    """A frequent-flyer number."""

    message: int
    position: int
    booking: int | None
    traveller: int | None
    leg: int | None
    source: str | None = None
    carrier: str | None = None
    number: str | None = None
    level: str | None = None
    ref: str | None = None


class History(NamedTuple):
    """A change of the booking, another locator, or a division."""

    message: int
    position: int
    booking: int | None
    at: dt.datetime | None = None
    kind: str | None = None
    action: str | None = None
    agent_kind: str | None = None
    agent: str | None = None
    place: str | None = None
    carrier: str | None = None
    date: str | None = None
    time: str | None = None
    surname: str | None = None
    given: str | None = None
    ref: str | None = None
    service: str | None = None
    flight_carrier: str | None = None
    flight_number: str | None = None
    departure_date: str | None = None
    departure_time: str | None = None
    origin: str | None = None
    destination: str | None = None
    locator_carrier: str | None = None
    locator: str | None = None
    count_: str | None = None


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
