"""The list of the United States' Treasury (OFAC): SDN in CSV without header, and its aliases."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from vijfluik.engines.names.attributes import Attributes
from vijfluik.engines.names.entries import Entry, Name
from vijfluik.engines.names.readers.dates import iso
from vijfluik.engines.names.readers.problems import Problems
from vijfluik.engines.names.readers.text import rows

SDN_CELLS, ALIAS_CELLS = 12, 5
SCHEMAS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
EMPTY = "-0-"
MARKS = {
    "dob": ("DOB ",),
    "pob": ("POB ",),
    "nationality": ("nationality ", "citizen "),
    "document": ("Passport ", "National ID No. "),
}


def cell(text: str) -> str:
    """The content of a cell; the mark for an empty one says nothing."""
    bare = text.strip()
    return "" if bare == EMPTY else bare


def is_sdn(row: list[str]) -> bool:
    """Whether a row is one of the main file."""
    return len(row) >= SDN_CELLS - 1 and row[0].strip().isdigit() and bool(row[1].strip())


def is_alias(row: list[str]) -> bool:
    """Whether a row is one of the file of aliases."""
    return len(row) == ALIAS_CELLS and row[0].strip().isdigit() and row[1].strip().isdigit()


def read_aliases(file: Path, problems: Problems) -> dict[str, list[Name]]:
    """The aliases by the number of their entry; a row that is none is reported."""
    found: dict[str, list[Name]] = {}
    for line, row in rows(file, problems, delimiter=","):
        if row == ["\x1a"]:
            continue
        if not is_alias(row) or not cell(row[3]):
            problems.add(file=file.name, place=f"line {line}", message="it is no row of aliases")
            continue
        found.setdefault(row[0].strip(), []).append(Name(text=cell(row[3]), kind="alias"))
    return found


def read_treasury(
    file: Path, problems: Problems, aliases: Mapping[str, list[Name]]
) -> Iterator[Entry]:
    """The entries with their aliases; what remarks say of birth and documents is kept."""
    for line, row in rows(file, problems, delimiter=","):
        # The file ends with a mark of the end of old.
        if row == ["\x1a"]:
            continue
        if not is_sdn(row) or not cell(row[1]):
            problems.add(
                file=file.name, place=f"line {line}", message="it is no row of the SDN list"
            )
            continue
        number = row[0].strip()
        names = (Name(text=cell(row[1]), kind="primary"), *aliases.get(number, ()))
        problems.read += 1
        yield Entry(
            id=f"ofac-{number}", list="us_ofac", names=names,
            schema=SCHEMAS.get(cell(row[2]).lower(), "LegalEntity"),
            attributes=remarks(cell(row[11]) if len(row) > 11 else ""),
        )  # fmt: skip


def remarks(text: str) -> Attributes:
    """What the remarks say, which are sentences with semicolons between them."""
    held: dict[str, list[str]] = {name: [] for name in MARKS}
    for sentence in text.split(";"):
        said = sentence.strip().removeprefix("alt. ").rstrip(".")
        for name, marks in MARKS.items():
            for mark in marks:
                if said.startswith(mark):
                    value = said.removeprefix(mark)
                    if name == "dob":
                        value = iso(value) or ""
                    elif name == "document":
                        value = value.partition(" ")[0]
                    if value:
                        held[name].append(value)
    return Attributes(**{name: tuple(values) for name, values in held.items()})
