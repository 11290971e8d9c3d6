"""Files that the commands take: queries and pairs in CSV, and the folder of an index."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from vijfluik.cli.progress import say

if TYPE_CHECKING:
    from vijfluik.engines.names import Index, Question

KNOWN = ("dob", "pob", "nationality", "document")


class WrongInput(Exception):
    """What was given cannot be used; the message names the place and the remedy. Exit code 2."""


def wrong(message: str) -> NoReturn:
    """Stop for something that was given.

    Raises:
        WrongInput: always.
    """
    raise WrongInput(message)


def table(file: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file under its header, with their line.

    Raises:
        WrongInput: it cannot be read, or lacks a column that is needed.
    """
    csv.field_size_limit(1 << 20)
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            header = [name.strip() for name in reader.fieldnames or []]
            reader.fieldnames = header
            missing = [name for name in needed if name not in header]
            if missing:
                wrong(
                    f"{file}: the first row must name the column {missing[0]!r}; it has {header}."
                )
            for row in reader:
                yield reader.line_num, {key: value or "" for key, value in row.items() if key}
    except OSError as error:
        wrong(f"{file} cannot be opened: {error.strerror}.")
    except UnicodeDecodeError:
        wrong(f"{file} is not UTF-8. Save it as UTF-8, then run again.")
    except csv.Error as error:
        wrong(f"{file}, line {reader.line_num}: the row is not CSV ({error}).")


def questions(file: Path) -> list["Question"]:
    """The queries of a file with the columns name and, where known, dob, pob, nationality,
    document.

    Several values in a cell stand with semicolons between them.

    Raises:
        WrongInput: the file cannot be read, or has no column `name`.
    """
    from vijfluik.engines.names import Attributes, Question

    made = []
    column = "name"
    for _, row in table(file, (column,)):
        known = {
            name: tuple(part.strip() for part in value.split(";") if part.strip())
            for name in KNOWN
            if (value := row.get(name, ""))
        }
        made.append(Question(name=row[column], attributes=Attributes(**known)))
    return made


def index_at(folder: Path) -> "Index":
    """The index in a folder.

    Raises:
        WrongInput: there is none.
    """
    from vijfluik.engines.names import Index, IndexUnreadable

    try:
        return Index.load(folder)
    except IndexUnreadable as error:
        wrong(str(error))


def tell_of_compiling() -> None:
    """Say that the first run on a machine takes longer."""
    from vijfluik.engines.names.compiled import compiled_before

    if not compiled_before():
        say("First use on this machine: the kernels are compiled, about half a minute …")
