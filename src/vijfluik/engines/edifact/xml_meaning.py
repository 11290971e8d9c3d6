"""Which segment an element of PNRGOV XML means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vijfluik.engines.edifact.writing.segments import Writer

ROOT, BOOKING = "IATA_PNRGOV_NotifRQ", "PNR"
DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?")
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
SEXES = {"Male": "M", "Female": "F"}


@dataclass(slots=True)
class Node:
    """An element: local name, where it begins, attributes, children, text."""

    name: str
    position: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)
    text: str = ""

    def get(self, name: str) -> str | None:
        """An attribute; None when it is absent or empty."""
        return self.attributes.get(name) or None

    def all(self, name: str) -> list["Node"]:
        """The children of that name."""
        return [child for child in self.children if child.name == name]

    def one(self, name: str) -> "Node":
        """The first child of that name; an empty element when there is none."""
        return next(
            (child for child in self.children if child.name == name), Node(name, self.position)
        )

    @property
    def content(self) -> str | None:
        """The text without spaces around it; None when there is none."""
        return self.text.strip() or None


def day_and_time(value: str | None) -> tuple[str | None, str | None]:
    """An ISO moment as ddmmyy and hhmm; anything else as it stands."""
    found = DATE.match(value or "")
    if found is None:
        return value, None
    year, month, day, hour, minute = found.groups()
    return f"{day}{month}{year[2:]}", f"{hour}{minute}" if hour else None


def worded(value: str | None) -> str:
    """An ISO day as ddMMMyyyy; anything else as it stands."""
    found = DATE.match(value or "")
    if found is None or not 1 <= int(found[2]) <= 12:
        return value or ""
    return f"{found[3]}{MONTHS[int(found[2]) - 1]}{found[1]}"


def write_document(writer: Writer, root: Node) -> Iterator[int]:
    """Write the segments of a notification or a booking alone; the position of each."""
    before = len(writer.parts)
    position = root.position
    for step in _document(writer, root):
        for _ in range(len(writer.parts) - before):
            yield position
        before = len(writer.parts)
        position = step
    for _ in range(len(writer.parts) - before):
        yield position


def _document(writer: Writer, root: Node) -> Iterator[int]:
    """Write segments; each yielded number is the position of what is written next."""
    origin = root.one("Originator")
    carrier = origin.get("AirlineCode")
    flight = root.one("FlightLeg")
    writer.add("UNB", ["UNOW", "4"], carrier, None, None, "0")
    writer.count = 0
    version = (root.get("Version") or "13.1").partition(".")
    writer.add(
        "UNH", "1", ["PNRGOV", version[0], version[2] or "1", "IA"], root.get("CorrelationID")
    )
    writer.add("MSG", [None, root.get("MessageFunction") or "22"])
    writer.add("ORG", [origin.get("SystemCode") or carrier])
    bookings = (
        [root] if root.name == BOOKING else root.one("PNRs").all(BOOKING) or root.all(BOOKING)
    )
    if flight.attributes or flight.children:
        yield flight.position
        _voyage(writer, flight, flight.get("CarrierCode"), flight.get("FlightNumber"), None)
    yield root.position
    writer.add("EQN", root.one("PNRs").get("NumberOfPnrs") or str(len(bookings)))
    for booking in bookings:
        yield booking.position
        yield from _booking(writer, booking)
    yield root.position
    writer.add("UNT", str(writer.count + 1), "1")
    writer.add("UNZ", "1", "0")


def _voyage(
    writer: Writer, node: Node, carrier: str | None, number: str | None, letter: str | None
) -> None:
    leaves = day_and_time(node.get("DepartureDateTime"))
    lands = day_and_time(node.get("ArrivalDateTime"))
    writer.add(
        "TVL",
        [*leaves, *lands],
        node.one("DepartureAirport").get("LocationCode"),
        node.one("ArrivalAirport").get("LocationCode"),
        carrier,
        [number, letter],
    )


def _booking(writer: Writer, booking: Node) -> Iterator[int]:
    reference = booking.one("BookingRefID")
    writer.add("SRC")
    writer.add(
        "RCI",
        [
            reference.one("CompanyName").get("Code"),
            reference.get("ID"),
            None,
            *day_and_time(booking.get("PNR_CreationDate")),
        ],
    )
    changed, issued = booking.get("PNR_TransDate"), booking.get("LastTktDate")
    dates = [
        [code, *day_and_time(value)] for code, value in (("700", changed), ("710", issued)) if value
    ]
    if dates:
        writer.add("DAT", *dates)
    _agency(writer, booking.one("POS").one("Source"))
    for contact in booking.all("ContactInfo"):
        yield contact.position
        _contact(writer, contact)
    for bag in booking.all("PrepaidBag"):
        yield bag.position
        pieces = [bag.get("UnitOfMeasureQuantity"), None, bag.get("UnitOfMeasureCode")]
        writer.add("EBD", [bag.get("CurrencyCode"), bag.get("Amount")], pieces)
    for passenger in booking.all("Passenger"):
        yield passenger.position
        yield from _passenger(writer, passenger)
    for leg in booking.all("Flight"):
        yield leg.position
        _leg(writer, leg)


def _agency(writer: Writer, source: Node) -> None:
    if not source.attributes:
        return
    country = source.get("ISOCountry") or source.get("ISOCOuntry")
    writer.add(
        "ORG",
        [source.get("AirlineVendorID"), source.get("AirportCode")],
        [source.one("RequestorID").get("ID"), source.get("PseudoCityCode")],
        source.get("AirportCode"),
        source.one("RequestorID").one("CompanyName").get("Code"),
        source.one("RequestorID").get("Type"),
        [country, source.get("ISOCurrency")],
        source.get("AgentSine"),
    )


def _contact(writer: Writer, contact: Node) -> None:
    street = " ".join(
        word
        for word in (contact.one("StreetNmbr").content, contact.one("AddressLine").content)
        if word
    )
    writer.add(
        "ADD",
        None,
        [
            *("700", street or None, contact.one("CityName").content),
            *(contact.one("StateProv").content, None, contact.one("CountryName").content),
            *(contact.one("PostalCode").content, contact.get("PhoneNumber")),
        ],
    )
    if contact.get("EmailAddress"):
        writer.add("IFT", ["4", "28"], f"CTCE {contact.get('EmailAddress')}")


def _passenger(writer: Writer, node: Node) -> Iterator[int]:
    given = " ".join(child.content or "" for child in node.all("GivenName")) or None
    titles = " ".join(child.content or "" for child in node.all("NameTitle"))
    name = " ".join(word for word in (given, titles) if word) or None
    kind = node.get("PTC_Code") or node.one("FareInfo").get("PTC_Code")
    writer.add("TIF", node.one("Surname").content, [name, kind, node.get("RPH")])
    for card in node.all("CustLoyalty"):
        writer.add("FTI", [card.get("ProgramID"), card.get("MembershipID"), None, None, None])
    fare = node.one("FareInfo")
    if fare.attributes:
        basis = fare.get("FareBasis")
        writer.add("FAR", fare.get("PTC_Code"), None, None, None, None, basis)
    for request in node.all("SSR"):
        yield request.position
        text = request.one("Text").content or request.one("TEXT").content
        code = [request.get("SSR_Code"), request.get("Status"), request.get("ServiceQuantity")]
        carrier = request.one("Airline").get("Code")
        places = [request.get("BoardPoint"), request.get("OffPoint"), text]
        writer.add("SSR", [*code, carrier, None, None, *places])
    for request in node.all("DOC_SSR"):
        yield request.position
        _document_request(writer, request)
    for bag in node.all("ExcessBaggage"):
        pieces = [bag.get("UnitOfMeasureQuantity"), None, bag.get("UnitOfMeasureCode")]
        tag = [bag.get("IssuerCode"), bag.get("SerialNumber"), bag.get("SequenceCount")]
        writer.add("TBD", None, pieces, None, bag.get("BaggagePool"), tag)
    for ticket in node.all("TicketDocument"):
        yield ticket.position
        _ticket(writer, ticket)


def _document_request(writer: Writer, request: Node) -> None:
    code = request.get("SSR_Code")
    for name in ("DOCS", "DOCO", "DOCA"):
        for node in request.all(name):
            pieces = _pieces(name, node)
            carrier = request.one("Airline").get("Code") or request.one("FlightInfo").get("Code")
            head = [code or name, request.get("Status"), request.get("ServiceQuantity"), carrier]
            text = "/".join(piece or "" for piece in pieces)
            writer.add("SSR", [*head, None, None, None, None, text])


def _pieces(name: str, node: Node) -> list[str | None]:
    if name == "DOCS":
        sex = node.get("Gender")
        return [
            *("", node.get("DocType") or "P", node.get("IssuingLoc"), node.get("TravelDocNbr")),
            *(node.get("PaxNationality"), worded(node.get("DateOfBirth"))),
            *(SEXES.get(sex or "", sex), worded(node.get("ExpiryDate")), node.get("Surname")),
            *(node.get("FirstGivenName"), node.get("SecondGivenName")),
        ]
    if name == "DOCO":
        return [
            *(node.get("BirthLocation"), node.get("TravelDocType"), node.get("TravelDocNbr")),
            *(node.get("PlaceOfIssue"), worded(node.get("DateOfIssue")), node.get("CountryState")),
        ]
    return [
        *("", node.get("AddressType"), node.get("Country"), node.get("Address")),
        *(node.get("CityName"), node.get("StateProvCounty"), node.get("PostalCode")),
    ]


def _ticket(writer: Writer, ticket: Node) -> None:
    total = ticket.one("TotalFare")
    writer.add("TKT", [ticket.get("TicketDocumentNbr"), ticket.get("Type")])
    if total.attributes:
        writer.add("MON", ["T", total.get("Amount"), total.get("CurrencyCode")])
    if ticket.get("DateOfIssue"):
        writer.add("DAT", ["710", day_and_time(ticket.get("DateOfIssue"))[0]])
    for payment in ticket.all("PaymentInfo"):
        what = [payment.get("PaymentType"), None, payment.get("PaymentAmount")]
        card = [payment.get("VendorCode"), payment.get("AccountNbr"), payment.get("ExpiryDate")]
        writer.add("FOP", [*what, *card])
        if payment.get("CardHolderName"):
            writer.add("IFT", ["4", "43"], payment.get("CardHolderName"))


def _leg(writer: Writer, leg: Node) -> None:
    operating, marketing = leg.one("OperatingAirline"), leg.one("MarketingAirline")
    carrier = marketing.get("Code") or operating.get("Code")
    number = leg.get("FlightNumber") or operating.get("FlightNumber")
    _voyage(writer, leg, carrier, number, leg.get("ResBookDesigCode"))
    if operating.get("Code") and operating.get("Code") != carrier:
        writer.add("TRA", operating.get("Code"), [operating.get("FlightNumber")])
    writer.add("RPI", leg.get("NumberInParty"), leg.get("Status"))
