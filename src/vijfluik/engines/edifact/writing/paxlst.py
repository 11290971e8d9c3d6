"""PAXLST from what was read, in the order of directory 15B."""

from vijfluik.engines.edifact.charsets import codec_of
from vijfluik.engines.edifact.objects import Contents
from vijfluik.engines.edifact.records import Contact, Document, Message, Traveller
from vijfluik.engines.edifact.writing.grouping import Groups, grouped
from vijfluik.engines.edifact.writing.segments import ISO, Separators, Writer

CREW = {"FM", "DDT"}


def write_paxlst(
    messages: list[Contents], *, separators: Separators = ISO, una: bool = True, ends: str = ""
) -> bytes:
    """One interchange, one functional group, with these messages of one sender.

    ends: what to put behind every segment, such as a line end.

    Raises:
        ValueError: there is no message to write.
    """
    if not messages:
        raise ValueError("An interchange needs a message.")
    head = messages[0].message
    writer = Writer(separators=separators, ends=ends)
    if una:
        writer.parts.append(separators.una() + ends)
    prepared = [head.prepared_date, head.prepared_time]
    writer.add(
        "UNB",
        [head.syntax, "4"],
        head.sender,
        head.recipient,
        prepared,
        head.interchange,
        None,
        head.application,
    )
    version = [head.version, head.release]
    writer.add("UNG", head.type, head.sender, head.recipient, prepared, "1", "UN", version)
    for contents in messages:
        _message(writer, contents)
    writer.add("UNE", str(len(messages)), "1")
    writer.add("UNZ", "1", head.interchange)
    return writer.text().encode(codec_of((head.syntax or "").encode()), errors="strict")


def head_of(writer: Writer, message: Message) -> None:
    """UNH, BGM and the reference of the transaction."""
    writer.count = 0
    writer.add(
        "UNH",
        message.reference,
        [message.type, message.version, message.release, message.agency, message.association],
        message.access,
        [message.part, "F" if message.last_part else "C"] if message.part else None,
    )
    writer.add("BGM", message.function, message.action)
    if message.transaction:
        writer.add("RFF", ["TN", message.transaction])


def _message(writer: Writer, contents: Contents) -> None:
    message = contents.message
    head_of(writer, message)
    groups = grouped(contents)
    reporters = groups.contacts.get((None, None), [])
    for contact in reporters:
        if contact.source == "MS":
            writer.add("NAD", "MS", None, None, contact.name)
    communications(writer, reporters)
    for flight in contents.flights:
        writer.add("TDT", "20", flight.number, None, None, flight.carrier)
        writer.add("LOC", "125", flight.origin)
        if flight.departure_date:
            writer.add("DTM", ["189", flight.departure_date, "201"])
        writer.add("LOC", "87", flight.destination)
        if flight.arrival_date:
            writer.add("DTM", ["232", flight.arrival_date, "201"])
    for traveller in contents.travellers:
        _person(writer, traveller, groups)
    crew = sum(traveller.code in CREW for traveller in contents.travellers)
    if message.declared_records is not None and message.declared_records >= 0:
        code = "41" if crew and crew == len(contents.travellers) else "42"
        writer.add("CNT", [code, str(message.declared_records)])
    writer.add("UNT", str(writer.count + 1), message.reference)


def communications(writer: Writer, contacts: list[Contact]) -> None:
    """COM with every number and address."""
    found = [[row.value, row.kind] for row in contacts if row.source == "COM"]
    if found:
        writer.add("COM", *found)


def _person(writer: Writer, traveller: Traveller, groups: Groups) -> None:
    key = (None, traveller.traveller)
    contacts = groups.contacts.get(key, [])
    address = next((row for row in contacts if row.source == "NAD"), None)
    where = (
        []
        if address is None
        else [
            address.street,
            address.city,
            [None, None, None, address.region],
            address.postcode,
            address.country,
        ]
    )
    names = [traveller.surname, traveller.given, traveller.middle]
    writer.add("NAD", traveller.code, None, None, names, *where)
    if traveller.sex:
        writer.add("ATT", "2", None, traveller.sex)
    if traveller.birth_text:
        writer.add("DTM", ["329", traveller.birth_text])
    if traveller.bag_count:
        writer.add("MEA", "CT", None, [None, traveller.bag_count])
    if traveller.bag_weight:
        writer.add("MEA", "WT", None, [traveller.bag_unit, traveller.bag_weight])
    if traveller.verified:
        writer.add("GEI", "4", traveller.verified)
    for bag in groups.bags_of.get(traveller.traveller, []):
        writer.add("FTX", "BAG", None, None, [bag.tag, bag.count_])
    for code, place in (
        ("22", traveller.clearance),
        ("174", traveller.residence),
        ("178", traveller.embark),
        ("179", traveller.debark),
    ):
        if place:
            writer.add("LOC", code, place)
    if traveller.birthplace:
        writer.add("LOC", "180", [None, None, None, traveller.birthplace])
    communications(writer, contacts)
    if traveller.nationality:
        writer.add("NAT", "2", traveller.nationality)
    for code, reference in (
        ("AVF", traveller.locator),
        ("ABO", traveller.ref),
        ("AEA", traveller.unique_ref),
        ("SEA", traveller.seat),
        ("YZY", traveller.ticket),
    ):
        if reference:
            writer.add("RFF", [code, reference])
    for document in groups.documents.get(key, []):
        _document(writer, document)


def _document(writer: Writer, document: Document) -> None:
    writer.add("DOC", [document.kind, "110", "111"], document.number)
    if document.expiry_text:
        writer.add("DTM", ["36", document.expiry_text])
    if document.issuer:
        writer.add("LOC", "91", document.issuer)
