"""From the bytes of a file to rows; whatever comes in, rows or one clear refusal comes out."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from vijfluik.core.registers.importing.reading import read_file
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.registers.importing.sheets import Limits, Sheet


def workbook(rows: list[list[object]]) -> bytes:
    into = io.BytesIO()
    book = xlsxwriter.Workbook(into, {"in_memory": True, "default_date_format": "dd-mm-yyyy"})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return into.getvalue()


def archive(members: dict[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return into.getvalue()


def cells(sheet: Sheet) -> list[tuple[object, ...]]:
    return [row.cells for row in sheet.rows]


@pytest.mark.parametrize(("delimiter", "name"), [(";", "puntkomma"), (",", "komma"), ("\t", "tab")])
def test_each_delimiter_is_found_and_named(delimiter: str, name: str) -> None:
    sheet = read_file(f"a{delimiter}b\n1{delimiter}2\n".encode())
    assert (sheet.delimiter, sheet.header) == (delimiter, ("a", "b"))
    assert name in sheet.statement


def test_a_comma_inside_a_heading_does_not_win_from_the_semicolon() -> None:
    sheet = read_file(b'"a, of iets";b;c\n1;2;3\n')
    assert sheet.header == ("a, of iets", "b", "c")


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("kop\nKoöperatie\n".encode(), "UTF-8"),
        ("\ufeffkop\nKoöperatie\n".encode(), "UTF-8"),
        ("kop\nKoöperatie\n".encode("cp1252"), "Windows-1252"),
    ],
)
def test_both_encodings_are_read_and_named(content: bytes, encoding: str) -> None:
    sheet = read_file(content)
    assert (sheet.encoding, sheet.header) == (encoding, ("kop",))
    assert cells(sheet) == [("Koöperatie",)]
    assert encoding in sheet.statement


@pytest.mark.parametrize(
    "content", ["a;b\n1;2\n".encode("utf-16"), b"a;b\n\x811;2\n", b"a\0b\n1\n"]
)
def test_another_encoding_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused) as caught:
        read_file(content)
    assert caught.value.code == "encoding"


def test_lines_are_those_of_the_file() -> None:
    sheet = read_file(b'# opmerking\n\na;b\n1;"twee\nregels"\n\n3;4\n')
    assert (sheet.header_line, [row.line for row in sheet.rows]) == (3, [4, 7])


def test_a_quotation_mark_that_is_not_closed_names_its_line() -> None:
    with pytest.raises(FileRefused) as caught:
        read_file(b'a;b\n1;2\n3;"vier\n5;6\n')
    assert caught.value.code == "quotes"
    assert "regel 3" in caught.value.message


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "empty"), (b"\n \n", "empty"), (b"a;b\n", "no-rows")]
)
def test_a_file_without_rows_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(FileRefused) as caught:
        read_file(content)
    assert caught.value.code == code


def test_the_limits_hold() -> None:
    few = Limits(rows=2, columns=3, size=1000)
    assert len(read_file(b"a\n1\n2\n", limits=few).rows) == 2
    for content, code in (
        (b"a\n1\n2\n3\n", "too-many-rows"),
        (b"a;b;c;d\n1;2;3;4\n", "too-many-columns"),
        (b"a\n" + b"x" * 1000, "too-large"),
    ):
        with pytest.raises(FileRefused) as caught:
            read_file(content, limits=few)
        assert caught.value.code == code


def test_a_spreadsheet_gives_days_and_numbers() -> None:
    content = workbook([["kop", "dag"], ["x", dt.date(2018, 3, 15)], [12, 1.5], [True, "=1+1"]])
    sheet = read_file(content)
    assert sheet.header == ("kop", "dag")
    assert cells(sheet)[:2] == [("x", dt.date(2018, 3, 15)), (12, 1.5)]
    # The formula has no stored value but 0; nothing computes it.
    assert cells(sheet)[2] == (True, 0)
    assert "XLSX" in sheet.statement


def test_a_member_that_unpacks_beyond_the_limit_is_refused() -> None:
    bomb = archive({"xl/workbook.xml": b"", "xl/worksheets/sheet1.xml": b"0" * 3_000_000})
    with pytest.raises(FileRefused) as caught:
        read_file(bomb, limits=Limits(unpacked=1_000_000))
    assert caught.value.code == "too-large"


def test_a_size_that_lies_is_counted_all_the_same() -> None:
    bomb = bytearray(archive({"xl/workbook.xml": b"0" * 3_000_000}))
    # The stated size stands 22 bytes into the local header and 24 into the central one.
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = bomb.index(signature) + offset
        bomb[place : place + 4] = (100).to_bytes(4, "little")
    with pytest.raises(FileRefused) as caught:
        read_file(bytes(bomb), limits=Limits(unpacked=1_000_000))
    assert caught.value.code == "too-large"


def test_cells_at_far_corners_do_not_fill_the_memory() -> None:
    into = io.BytesIO()
    book = xlsxwriter.Workbook(into)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "kop")
    sheet.write(1_048_575, 16_383, "ver weg")
    book.close()
    with pytest.raises(FileRefused) as caught:
        read_file(into.getvalue())
    assert caught.value.code in {"damaged", "too-large"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (archive({"word/document.xml": b"<a/>"}), "format"),
        (archive({"xl/workbook.xml": b"geen xml"}), "damaged"),
        (workbook([["kop"], [1]])[:-40], "damaged"),
        (b"PK\x03\x04 en verder niets", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_is_no_spreadsheet_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(FileRefused) as caught:
        read_file(content)
    assert caught.value.code == code


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_rows_or_a_refusal(content: bytes) -> None:
    try:
        sheet = read_file(content)
    except FileRefused as refusal:
        assert refusal.message  # noqa: PT017 - both ends are checked
    else:
        assert sheet.rows
        assert sheet.statement


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_rows_or_a_refusal(text: str) -> None:
    try:
        sheet = read_file(text.encode("utf-8", "surrogatepass"))
    except FileRefused as refusal:
        assert refusal.message  # noqa: PT017 - both ends are checked
    else:
        assert all(isinstance(cell, str) for row in sheet.rows for cell in row.cells)


@given(st.integers(0, 400), st.binary(min_size=1, max_size=20))
@settings(max_examples=12, deadline=None)
def test_a_spreadsheet_with_other_bytes_in_it_brings_nothing_down(place: int, other: bytes) -> None:
    content = bytearray(workbook([["kop", "dag"], ["x", 1]]))
    place = place % len(content)
    content[place : place + len(other)] = other
    try:
        assert read_file(bytes(content)).rows
    except FileRefused as refusal:
        assert refusal.message  # noqa: PT017 - both ends are checked


def test_the_reader_of_spreadsheets_stands_alone() -> None:
    """It is started without the package on its path."""
    from vijfluik.core.registers.importing import workbook_child

    source = Path(workbook_child.__file__).read_text(encoding="utf-8")
    assert "vijfluik" not in source
