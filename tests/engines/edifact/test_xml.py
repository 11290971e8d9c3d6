"""PNRGOV XML: read as the segments it means, positions led back, nothing from outside followed."""

from typing import Any

import pytest
from tests.engines.edifact import samples

from vijfluik.engines.edifact import Contents, Finding, contents_of
from vijfluik.engines.edifact.generating import pnrgov_of
from vijfluik.engines.edifact.writing import write_xml
from vijfluik.engines.edifact.xml_reading import looks_like_xml, xml_batches


def document(version: str = "13.1") -> bytes:
    return write_xml(pnrgov_of(samples.flight(), version=version, part_size=1 << 30)[0])


def read(data: bytes) -> list[Contents]:
    return [contents for batches in xml_batches(data) for contents in contents_of(batches)]


def findings(data: bytes) -> list[int]:
    return [kind for made in xml_batches(data) for kind in made["finding"]["kind"].to_pylist()]


@pytest.mark.parametrize("version", ["13.1", "14.1", "16.1"])
def test_everybody_is_read_with_documents_and_legs(version: str) -> None:
    flight = samples.flight()
    (contents,) = read(document(version))
    people = [person for booking in flight.bookings for person in booking.people]
    assert [row.surname for row in contents.travellers] == [person.surname for person in people]
    assert [row.number for row in contents.documents] == [person.passport for person in people]
    assert [row.birth for row in contents.documents] == [person.birth for person in people]
    assert len(contents.bookings) == len(flight.bookings)
    assert {leg.booking for leg in contents.legs} == set(range(len(flight.bookings)))
    assert contents.flights[0].departure == flight.departure
    assert contents.findings == []


def test_positions_lead_to_the_element() -> None:
    data = document()
    (contents,) = read(data)
    for row in contents.travellers:
        assert data[row.position :].startswith(b"<Passenger")
    for leg in contents.legs:
        assert data[leg.position :].startswith(b"<Flight")


def test_several_documents_in_one_file_are_all_read() -> None:
    assert len(read(document() + document())) == 2


def test_a_booking_alone_is_read_with_a_finding() -> None:
    data = document()
    start, end = data.index(b"<PNR "), data.index(b"</PNR>") + 6
    (contents,) = read(data[start:end])
    assert len(contents.travellers) == len(samples.flight().bookings[0].people)
    assert Finding.XML_FRAGMENT in findings(data[start:end])


def test_what_stands_before_a_fault_is_read() -> None:
    data = document()
    cut = data[: data.rindex(b"<PNR ")]
    assert Finding.XML_BROKEN in findings(cut)
    (contents,) = read(cut)
    assert len(contents.bookings) == len(samples.flight().bookings) - 1


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0"?><IATA_PNRGOV_NotifRQ/>',
        b"<other/>",
        b"<",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"<a>" * 5000,
    ],
)
def test_what_is_no_notification_is_a_finding(data: bytes) -> None:
    made: list[Any] = list(xml_batches(data))
    assert sum(batches["traveller"].num_rows for batches in made) == 0
    assert sum(batches["finding"].num_rows for batches in made) > 0


def test_xml_is_known_by_its_first_bytes() -> None:
    assert looks_like_xml(b"\xef\xbb\xbf <?xml")
    assert not looks_like_xml(b"UNA:+.? '")


@pytest.mark.parametrize("name", ["UTF-0", "gb2312", "undefined", "utf-16"])
@pytest.mark.parametrize("content", [b"", b"<!-- \xe9 -->"])
def test_a_character_set_that_cannot_be_read_loses_nobody(name: str, content: bytes) -> None:
    body = document().partition(b"?>")[2] + content
    data = b'<?xml version="1.0" encoding="' + name.encode() + b'"?>' + body
    (contents,), (usual,) = read(data), read(document())
    assert [row.surname for row in contents.travellers] == [row.surname for row in usual.travellers]
    assert Finding.XML_BROKEN in findings(data)
