"""What is within Annex I survives: invented → bytes → batches → bytes."""

import pytest
from tests.engines.edifact import samples

from vijfluik.engines.edifact import Kind, read_messages, read_paxlst, read_pnrgov
from vijfluik.engines.edifact.generating import day, flights, paxlst_of, pnrgov_of
from vijfluik.engines.edifact.writing import write_paxlst, write_pnrgov
from vijfluik.engines.edifact.writing.segments import Separators, wrapped

VERSIONS = ["10.1", "11.1", "13.1", "14.1", "15.1", "16.1", "17.1", "18.1", "21.1"]
DIRECTORIES = ["94B", "97B", "02B", "05B", "12B", "15B", "24A"]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("seed", [1, 2])
def test_pnrgov_comes_back_byte_for_byte(version: str, seed: int) -> None:
    for flight in flights(count=2, seed=seed, travellers=40):
        data = write_pnrgov(pnrgov_of(flight, version=version, part_size=7))
        back = list(read_pnrgov(data))
        assert write_pnrgov(back) == data
        assert sum(len(contents.travellers) for contents in back) == flight.travellers
        assert [row for contents in back for row in contents.findings] == []


@pytest.mark.parametrize("directory", DIRECTORIES)
def test_paxlst_comes_back_byte_for_byte(directory: str) -> None:
    flight = samples.flight()
    data = write_paxlst([paxlst_of(flight, directory=directory)])
    back = list(read_paxlst(data))
    assert write_paxlst(back) == data
    assert len(back[0].travellers) == flight.travellers


def test_line_ends_and_other_separators_change_nothing() -> None:
    flight = samples.flight()
    usual = write_paxlst([paxlst_of(flight)])
    other = write_paxlst([paxlst_of(flight)], separators=Separators("(", "-", " ", ")"))
    lines = write_paxlst([paxlst_of(flight)], ends="\r\n")
    for data in (other, lines, wrapped(usual, columns=64)):
        assert write_paxlst(list(read_paxlst(data))) == usual


def test_what_was_invented_is_what_is_read() -> None:
    flight = samples.flight()
    people = [person for booking in flight.bookings for person in booking.people]
    rows = [
        (row, contents.documents_of(row))
        for contents in read_pnrgov(samples.pnrgov())
        for row in contents.travellers
    ]
    for person, (row, documents) in zip(people, rows, strict=True):
        assert row.surname == person.surname
        assert [document.number for document in documents] == [person.passport]
        assert documents[0].birth == person.birth
        assert documents[0].expiry == person.expiry
        assert (row.kind is Kind.INFANT) == (person.type == "IN")


def test_the_same_seed_gives_the_same_day_and_another_another() -> None:
    one, two, other = (list(day(seed=seed, flights_a_day=3)) for seed in (4, 4, 5))
    assert one == two
    assert one != other
    assert (
        sum(len(contents.travellers) for data in one[::2] for contents in read_messages(data))
        == 422
    )


@pytest.mark.thorough
def test_a_national_day_has_its_flights_and_travellers() -> None:
    made = list(flights(count=1_500, seed=1))
    assert len(made) == 1_500
    assert sum(flight.travellers for flight in made) == 211_000
