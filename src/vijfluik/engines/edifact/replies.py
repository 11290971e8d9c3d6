"""Replies: CUSRES per person (may board or not), ACKRES per push; read and written.

A reply says what a person at the unit decided or a protocol demands; nothing here decides. The text
beside a code is written when it is given and never read back: readers keep codes only.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from vijfluik.engines.edifact.kinds import Format
from vijfluik.engines.edifact.objects import read_messages
from vijfluik.engines.edifact.reading import Source
from vijfluik.engines.edifact.writing.segments import IATA, ISO, Writer


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is answered about one person, named by reference only."""

    locator: str
    reference: str
    code: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A CUSRES."""

    sender: str
    recipient: str
    prepared: str
    interchange: str
    directory: str
    access: str
    transaction: str
    flight: str
    origin: str
    destination: str
    departure: str
    arrival: str
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """An ACKRES: that a push was received (23), or the code of an error in it."""

    sender: str
    recipient: str
    prepared: str
    interchange: str
    version: str
    access: str
    error: str | None = None


def write_cusres(reply: Reply) -> bytes:
    """The reply as one interchange."""
    writer = Writer(separators=ISO)
    prepared = [reply.prepared[:6], reply.prepared[6:]]
    writer.parts.append(ISO.una())
    writer.add(
        "UNB",
        ["UNOA", "4"],
        reply.sender,
        reply.recipient,
        prepared,
        reply.interchange,
        None,
        "IAPI",
    )
    version = ["D", reply.directory]
    writer.add("UNG", "CUSRES", reply.sender, reply.recipient, prepared, "1", "UN", version)
    writer.count = 0
    writer.add(
        "UNH", "1", ["CUSRES", "D", reply.directory, "UN", "IATA"], reply.access, ["01", "F"]
    )
    writer.add("BGM", "962")
    writer.add("RFF", ["TN", reply.transaction])
    writer.add("RFF", ["AF", reply.flight])
    writer.add("DTM", ["189", reply.departure, "201"])
    writer.add("DTM", ["232", reply.arrival, "201"])
    writer.add("LOC", "125", reply.origin)
    writer.add("LOC", "87", reply.destination)
    for verdict in reply.verdicts:
        writer.add("ERP", "2")
        writer.add("RFF", ["AVF", verdict.locator])
        writer.add("RFF", ["ABO", verdict.reference])
        writer.add("ERC", verdict.code)
        if verdict.text:
            writer.add("FTX", "AAP", None, None, verdict.text)
    writer.add("UNT", str(writer.count + 1), "1")
    writer.add("UNE", "1", "1")
    writer.add("UNZ", "1", reply.interchange)
    return writer.text().encode("ascii")


def read_cusres(source: Source) -> Iterator[Reply]:
    """The CUSRES of a stream; texts beside the codes are left out."""
    for contents in read_messages(source):
        message = contents.message
        if message.format is not Format.CUSRES:
            continue
        flight = contents.flights[0] if contents.flights else None
        yield Reply(
            sender=message.sender or "",
            recipient=message.recipient or "",
            prepared=(message.prepared_date or "") + (message.prepared_time or ""),
            interchange=message.interchange or "",
            directory=message.release or "",
            access=message.access or "",
            transaction=message.transaction or "",
            flight=(flight.number if flight else None) or "",
            origin=(flight.origin if flight else None) or "",
            destination=(flight.destination if flight else None) or "",
            departure=(flight.departure_date if flight else None) or "",
            arrival=(flight.arrival_date if flight else None) or "",
            verdicts=tuple(
                Verdict(
                    locator=person.locator or "",
                    reference=person.ref or "",
                    code=person.reply or "",
                )
                for person in contents.travellers
            ),
        )


def write_ackres(acknowledgement: Acknowledgement) -> bytes:
    """The acknowledgement as one interchange."""
    writer = Writer(separators=IATA)
    writer.parts.append(IATA.una())
    prepared = [acknowledgement.prepared[:6], acknowledgement.prepared[6:]]
    head = (acknowledgement.sender, acknowledgement.recipient)
    writer.add("UNB", ["IATA", "1"], *head, prepared, acknowledgement.interchange)
    writer.count = 0
    major, _, minor = acknowledgement.version.partition(".")
    writer.add("UNH", "1", ["ACKRES", major, minor, "IA"], acknowledgement.access)
    writer.add("MSG", [None, "23"])
    if acknowledgement.error:
        writer.add("ERC", acknowledgement.error)
    writer.add("UNT", str(writer.count + 1), "1")
    writer.add("UNZ", "1", acknowledgement.interchange)
    return writer.text().encode("ascii")


def read_ackres(source: Source) -> Iterator[Acknowledgement]:
    """The ACKRES of a stream."""
    for contents in read_messages(source):
        message = contents.message
        if message.format is Format.ACKRES:
            yield Acknowledgement(
                sender=message.sender or "",
                recipient=message.recipient or "",
                prepared=(message.prepared_date or "") + (message.prepared_time or ""),
                interchange=message.interchange or "",
                version=f"{message.version}.{message.release}",
                access=message.access or "",
                error=message.reply,
            )
