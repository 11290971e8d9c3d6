"""Every kind of list is read; a row that cannot be read is reported with its place."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engines.names.files import ALT, DUTCH, ENGLISH, SDN, TEXTS, UN, spreadsheet
from vijfluik.engines.names.entries import Entry
from vijfluik.engines.names.readers.dates import iso
from vijfluik.engines.names.readers.problems import ListUnreadable, Problems
from vijfluik.engines.names.readers.reading import read_lists

# How many entries a file of `files` holds, and the places of its faulty rows.
EXPECTED = {
    "un.xml": (2, ["line 11"]),
    "eu.xml": (1, ["line 12"]),
    "eu.csv": (1, ["line 4"]),
    "uk.csv": (1, ["line 5"]),
    "entities.jsonl": (1, ["line 2", "line 3", "line 4"]),
    "ftm.json": (1, ["line 3", "line 4"]),
    "plain.csv": (1, ["line 4"]),
    "sdn.csv": (2, ["line 3"]),
}


def read_files(*files: Path) -> tuple[list[Entry], Problems]:
    problems = Problems()
    return list(read_lists(files, problems)), problems


def written(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return file


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_list_is_read_and_its_faulty_rows_are_reported(tmp_path: Path, name: str) -> None:
    entries, problems = read_files(written(tmp_path, name, TEXTS[name]))
    count, places = EXPECTED[name]
    assert len(entries) == problems.read == count
    assert [message.split(", ")[1].split(":")[0] for message in problems.messages] == places
    assert all(message.startswith(name) for message in problems.messages)
    first = entries[0]
    assert first.schema == "Person" or name == "plain.csv"
    assert {"omar", "khalid"} <= set(first.names[0].text.lower().replace(",", "").split())
    assert first.attributes.dob[0] == "1970-02-03"
    assert [value.lower()[:2] for value in first.attributes.nationality] in (["ir"], ["iq"])


def test_the_treasurys_aliases_join_their_entry(tmp_path: Path) -> None:
    sdn, alt = written(tmp_path, "sdn.csv", SDN), written(tmp_path, "alt.csv", ALT)
    entries, _ = read_files(alt, sdn)
    assert [name.text for name in entries[0].names] == ["KHALID, Omar", "KHALED, Omar"]
    assert entries[0].attributes.document == ("P123",)
    with pytest.raises(ListUnreadable, match="without the SDN list"):
        read_files(alt)


@pytest.mark.parametrize("header", [DUTCH, ENGLISH])
def test_the_dutch_list_is_read_in_both_languages(tmp_path: Path, header: tuple[str, ...]) -> None:
    entries, problems = read_files(spreadsheet(tmp_path / "list.ods", header))
    assert [entry.schema for entry in entries] == ["Person", "Person", "Organization"]
    assert [name.text for name in entries[0].names] == ["Omar Khalid", "Abu Omar", "O. Khaled"]
    assert entries[0].attributes.dob == ("1970-02-03",)
    assert entries[0].attributes.pob == ("Mosul",)
    assert entries[1].attributes.dob == ("1971-04-05",)
    assert entries[2].attributes.pob == ()
    assert problems.messages == ["list.ods, row 7: it has no name"]


def test_the_european_list_tells_weak_names_and_what_is_known_of_a_birth(tmp_path: Path) -> None:
    entries, _ = read_files(written(tmp_path, "eu.xml", TEXTS["eu.xml"]))
    assert [name.kind for name in entries[0].names] == ["alias", "weak", "weak"]
    assert entries[0].attributes.dob == ("1970-02-03", "1971-04")
    assert entries[0].attributes.nationality == ("IQ",)


BOMB = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
<CONSOLIDATED_LIST><INDIVIDUAL><FIRST_NAME>&b;</FIRST_NAME></INDIVIDUAL></CONSOLIDATED_LIST>"""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bomb.xml", BOMB, "document type"),
        ("cut.xml", UN[:600], "the XML is broken"),
        ("deep.xml", "<CONSOLIDATED_LIST>" + "<a>" * 500, "nested more than"),
        ("other.xml", "<html><body/></html>", "unknown kind"),
        ("charset.xml", '<?xml version="1.0" encoding="klingon"?><export/>', "encoding"),
        ("empty.csv", "  \n ", "is empty"),
        ("odd.csv", "a,b,c\n1,2,3\n", "unknown kind"),
        ("list.ods", b"PK\x03\x04 this is no archive", "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_of(
    tmp_path: Path, name: str, content: str | bytes, said: str
) -> None:
    with pytest.raises(ListUnreadable, match=said) as raised:
        read_files(written(tmp_path, name, content))
    assert name in str(raised.value)


def test_a_spreadsheet_with_entities_or_of_another_form_is_refused(tmp_path: Path) -> None:
    bomb = spreadsheet(tmp_path / "bomb.ods", DUTCH, head='<!DOCTYPE x [<!ENTITY a "b">]>')
    with pytest.raises(ListUnreadable, match="document type"):
        read_files(bomb)
    other = spreadsheet(tmp_path / "other.ods", ("Something", "else"))
    with pytest.raises(ListUnreadable, match="not the Dutch list"):
        read_files(other)


def test_a_file_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(ListUnreadable, match="cannot be opened"):
        read_files(tmp_path / "nowhere.xml")


def test_bytes_that_are_no_utf8_cost_their_row_only(tmp_path: Path) -> None:
    content = "name\nJosé One\nOmar Two\n".encode("latin-1")
    entries, problems = read_files(written(tmp_path, "latin.csv", content))
    assert [entry.names[0].text for entry in entries] == ["Omar Two"]
    assert "line 2" in problems.messages[0]
    assert "UTF-8" in problems.messages[0]


def test_signs_that_xml_forbids_cost_nothing_but_themselves(tmp_path: Path) -> None:
    content = UN.encode().replace(b"<DATAID>1</DATAID>", b"<COMMENTS>Arm\xe9s \x19</COMMENTS>")
    entries, problems = read_files(written(tmp_path, "un.xml", content))
    assert len(entries) == 2
    assert [message.split(":")[0] for message in problems.messages] == [
        "un.xml, line 2", "un.xml, line 11",
    ]  # fmt: skip


def test_a_utf16_file_is_read(tmp_path: Path) -> None:
    entries, _ = read_files(written(tmp_path, "wide.csv", "name\nOmar Khalid\n".encode("utf-16")))
    assert entries[0].names[0].text == "Omar Khalid"


def test_a_large_file_is_read_in_pieces(tmp_path: Path) -> None:
    file = tmp_path / "large.xml"
    one = (
        "<INDIVIDUAL><FIRST_NAME>OMAR</FIRST_NAME><REFERENCE_NUMBER>{}</REFERENCE_NUMBER><X>{}</X>"
    )
    with file.open("w") as stream:
        stream.write("<CONSOLIDATED_LIST>")
        for number in range(300):
            stream.write(one.format(number, "x" * 40_000) + "</INDIVIDUAL>\n")
        stream.write("</CONSOLIDATED_LIST>")
    tracemalloc.start()
    count = sum(1 for _ in read_lists([file], Problems()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 300
    assert peak < file.stat().st_size / 3


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1970-02-03", "1970-02-03"), ("1970-02-03T00:00:00", "1970-02-03"), ("1970", "1970"),
        ("03-02-1970", "1970-02-03"), ("3/2/1970", "1970-02-03"), ("00/00/1970", "1970"),
        ("3 Feb 1970", "1970-02-03"), ("februari 1970", "1970-02"), ("circa 1970", "1970"),
        ("1970-13-40", "1970"), ("founded", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_dates_of_birth_are_read_as_far_as_they_are_known(text: object, date: str | None) -> None:
    assert iso(text) == date


MANGLE = st.tuples(st.integers(0, 5000), st.binary(max_size=12), st.integers(0, 30))


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=st.sampled_from(sorted(TEXTS)), changes=st.lists(MANGLE, max_size=6))
def test_damaged_lists_give_entries_and_reports_or_one_clear_error(
    tmp_path: Path, name: str, changes: list[tuple[int, bytes, int]]
) -> None:
    content = TEXTS[name].encode("utf-8")
    for place, put, gone in changes:
        at = place % len(content)
        content = content[:at] + put + content[at + gone :] or b" "
    try:
        entries, problems = read_files(written(tmp_path, name, content))
    except ListUnreadable as error:
        said = str(error)
    else:
        said = name
        assert all(entry.id and entry.names for entry in entries)
        assert all(message.startswith(name) for message in problems.messages)
    assert name in said or "SDN" in said


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    content=st.binary(max_size=400),
    start=st.sampled_from([b"", b"{", b"[", b"<", b"PK", b"name\n"]),
)
def test_noise_is_read_or_refused(tmp_path: Path, content: bytes, start: bytes) -> None:
    try:
        entries, _ = read_files(written(tmp_path, "noise", start + content))
    except ListUnreadable as error:
        said = str(error)
    else:
        said = "noise"
        assert all(entry.names for entry in entries)
    assert "noise" in said or "SDN" in said
