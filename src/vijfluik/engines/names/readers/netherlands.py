"""The Dutch national list of terrorism (ODS): seven columns, in Dutch or in English."""

import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from vijfluik.engines.names.attributes import Attributes
from vijfluik.engines.names.entries import Entry, Name
from vijfluik.engines.names.readers.dates import iso
from vijfluik.engines.names.readers.problems import ListUnreadable, Problems

FIRST_CELLS = ("surname", "achternaam")
COLUMNS = 7
MOST_BYTES = 300_000_000
BETWEEN = re.compile(r"[;\n]|,\s(?=[A-Z])|\b(?:a\.?k\.?a\.?|alias)\b:?", re.IGNORECASE)


def read_netherlands(file: Path, problems: Problems) -> Iterator[Entry]:
    """The entries of the list: persons have a first name, organisations none.

    The list gives no stable number, so the id is a hash of name and birth.

    Raises:
        ListUnreadable: it is no spreadsheet, or not of this form.
    """
    table = sheet(file)
    header = next(
        (number for number, row in enumerate(table) if str(row[0]).strip().lower() in FIRST_CELLS),
        None,
    )
    if header is None:
        raise ListUnreadable(
            f"{file.name}: no row begins with Surname or Achternaam, so it is not the Dutch list."
        )
    for number, cells in enumerate(table[header + 1 :], start=header + 2):
        row = [*(cell if hasattr(cell, "year") else str(cell).strip() for cell in cells)]
        row += [""] * (COLUMNS - len(row))
        surname, given = str(row[0]), str(row[1])
        if not any(str(cell) for cell in row):
            continue
        if not surname and not given:
            problems.add(file=file.name, place=f"row {number}", message="it has no name")
            continue
        problems.read += 1
        yield entry(surname, given, str(row[2]), row[3], str(row[4]))


def entry(surname: str, given: str, aliases: str, birth: object, place: str) -> Entry:
    """One row as an entry."""
    whole = f"{given} {surname}".strip()
    date = iso(birth)
    digest = hashlib.sha256(f"{whole}|{date}".encode()).hexdigest()[:16]
    others = (part.strip(" '\"“”‘’.,") for part in BETWEEN.split(aliases))
    return Entry(
        id=f"nl-{digest}", list="nl_terrorism", schema="Person" if given else "Organization",
        names=(
            Name(text=whole, kind="primary"),
            *(Name(text=text, kind="alias") for text in others if text and text != "-"),
        ),
        # Of an organisation these columns tell how it began, not who a person is.
        attributes=Attributes(
            dob=(date,) if date and given else (), pob=(place,) if place and given else ()
        ),
    )  # fmt: skip


def sheet(file: Path) -> list[list[object]]:
    """The cells of the first sheet.

    Raises:
        ListUnreadable: the file is no spreadsheet, or unpacks to more than it may.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            size = sum(member.file_size for member in packed.infolist())
            names = set(packed.namelist())
            content = "content.xml" in names
            head = packed.open("content.xml").read(4096) if content else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise ListUnreadable(f"{file.name} is damaged: it cannot be unpacked ({error})") from error
    if size > MOST_BYTES:
        raise ListUnreadable(f"{file.name} unpacks to {size // 10**6} MB, more than any list")
    if not content:
        raise ListUnreadable(f"{file.name} is no ODS spreadsheet")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise ListUnreadable(f"{file.name} declares a document type, which no list does")
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(file))
        return [list(row) for row in book.get_sheet_by_index(0).to_python(skip_empty_area=False)]
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise ListUnreadable(f"{file.name} is damaged: {error}") from error
