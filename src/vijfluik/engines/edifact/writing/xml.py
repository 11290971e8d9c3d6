"""PNRGOV XML from what was read: the elements that `xml_meaning` reads, and no others."""

import datetime as dt
from xml.sax.saxutils import quoteattr

from vijfluik.engines.edifact.objects import Contents
from vijfluik.engines.edifact.records import Document, Leg, Traveller
from vijfluik.engines.edifact.writing.grouping import Groups, grouped

SPACE = "http://www.iata.org/IATA/2007/00"


def _tag(name: str, content: str | None = None, **attributes: str | None) -> str:
    """An element; attributes without a value are left out."""
    written = "".join(
        f" {key}={quoteattr(value)}" for key, value in attributes.items() if value is not None
    )
    return f"<{name}{written}/>" if content is None else f"<{name}{written}>{content}</{name}>"


def _text(value: str | None) -> str:
    return (value or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _moment(date: str | None, time: str | None) -> str | None:
    """ddmmyy and hhmm as an ISO moment."""
    if not date:
        return None
    day = f"20{date[4:6]}-{date[2:4]}-{date[0:2]}"
    return f"{day}T{time[:2]}:{time[2:4]}:00" if time else day


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def write_xml(contents: Contents) -> bytes:
    """One notification, UTF-8. Parts of a push have to be joined before."""
    message, groups = contents.message, grouped(contents)
    flight = contents.flights[0]
    ports = _tag("DepartureAirport", LocationCode=flight.origin) + _tag(
        "ArrivalAirport", LocationCode=flight.destination
    )
    bookings = "".join(
        _booking(number, contents, groups) for number in range(len(contents.bookings))
    )
    body = (
        _tag("Originator", AirlineCode=message.sender, SystemCode=message.system)
        + _tag(
            "FlightLeg",
            ports,
            CarrierCode=flight.carrier,
            FlightNumber=flight.number,
            DepartureDateTime=_moment(flight.departure_date, flight.departure_time),
            ArrivalDateTime=_moment(flight.arrival_date, flight.arrival_time),
        )
        + _tag("PNRs", bookings, NumberOfPnrs=str(len(contents.bookings)))
    )
    root = _tag(
        "IATA_PNRGOV_NotifRQ",
        body,
        xmlns=SPACE,
        Version=f"{message.version}.{message.release}",
        CorrelationID=message.access,
        MessageFunction=message.function,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'.encode()


def _booking(number: int, contents: Contents, groups: Groups) -> str:
    booking = contents.bookings[number]
    source = _tag(
        "Source",
        _tag(
            "RequestorID",
            _tag("CompanyName", Code=booking.agency_carrier),
            Type=booking.agency_kind,
            ID=booking.agency_number,
        ),
        AgentSine=booking.agent,
        PseudoCityCode=booking.agency_code,
        ISOCountry=booking.agency_country,
        ISOCurrency=booking.agency_currency,
        AirlineVendorID=booking.system,
        AirportCode=booking.agency_place,
    )
    reference = _tag("CompanyName", Code=booking.carrier)
    people = groups.travellers.get(number, [])
    content = (
        _tag("BookingRefID", reference, ID=booking.locator)
        + _tag("POS", source)
        + "".join(
            _tag(
                "ContactInfo",
                _tag("AddressLine", _text(row.street))
                + _tag("CityName", _text(row.city))
                + _tag("PostalCode", _text(row.postcode))
                + _tag("StateProv", _text(row.region))
                + _tag("CountryName", _text(row.country)),
                PhoneNumber=row.value,
            )
            for row in groups.contacts.get((number, None), [])
        )
        + "".join(_passenger(row, groups) for row in people)
        + "".join(_leg(row) for row in groups.legs.get(number, []))
    )
    return _tag(
        "PNR",
        content,
        NumberOfPassengers=str(len(people)),
        PNR_CreationDate=_moment(booking.created_date, booking.created_time),
        PNR_TransDate=_moment(booking.changed_date, booking.changed_time),
        LastTktDate=_moment(booking.issued_date, booking.issued_time),
    )


def _passenger(row: Traveller, groups: Groups) -> str:
    key = (row.booking, row.traveller)
    content = _tag("GivenName", _text(row.given)) + _tag("Surname", _text(row.surname))
    content += "".join(
        _tag("CustLoyalty", ProgramID=card.carrier, MembershipID=card.number)
        for card in groups.loyalty.get(key, [])
    )
    content += "".join(
        _tag(
            "TicketDocument",
            _tag("TotalFare", Amount=ticket.total, CurrencyCode=ticket.total_currency),
            TicketDocumentNbr=ticket.number,
            Type=ticket.kind,
            DateOfIssue=_moment(ticket.issued_date, None),
        )
        for ticket in groups.tickets.get(key, [])
    )
    content += "".join(_document(document) for document in groups.documents.get(key, []))
    return _tag("Passenger", content, RPH=row.ref, PTC_Code=row.code)


def _document(row: Document) -> str:
    documents = _tag(
        "DOCS",
        DocType=row.kind,
        IssuingLoc=row.issuer,
        TravelDocNbr=row.number,
        PaxNationality=row.nationality,
        DateOfBirth=_day(row.birth),
        Gender=row.sex,
        ExpiryDate=_day(row.expiry),
        Surname=row.surname,
        FirstGivenName=row.given,
        SecondGivenName=row.second,
    )
    airline = _tag("Airline", Code=row.carrier)
    return _tag(
        "DOC_SSR", airline + documents, SSR_Code="DOCS", ServiceQuantity="1", Status=row.status
    )


def _leg(row: Leg) -> str:
    content = _tag("DepartureAirport", LocationCode=row.origin) + _tag(
        "ArrivalAirport", LocationCode=row.destination
    )
    content += _tag("OperatingAirline", Code=row.operating or row.carrier, FlightNumber=row.number)
    content += _tag("MarketingAirline", Code=row.carrier)
    return _tag(
        "Flight",
        content,
        DepartureDateTime=_moment(row.departure_date, row.departure_time),
        ArrivalDateTime=_moment(row.arrival_date, row.arrival_time),
        ResBookDesigCode=row.class_,
        NumberInParty=row.seats,
        Status=row.status,
        FlightNumber=row.number,
    )
