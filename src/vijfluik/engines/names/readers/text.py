"""Text files as they come: UTF-8 with or without mark, UTF-16 with one, and bytes that are
neither.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from vijfluik.engines.names.readers.problems import ListUnreadable, Problems

LONGEST_FIELD = 1 << 20
NOT_UTF8 = "it is not UTF-8. Save the file as UTF-8, then build again."


def opened(file: Path) -> IO[str]:
    """The file as text; bytes that are not UTF-8 become surrogates, for `is_broken` to see."""
    with file.open("rb") as raw:
        mark = raw.read(4)
    if mark[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return file.open(encoding="utf-16", errors="surrogateescape", newline="")
    return file.open(encoding="utf-8-sig", errors="surrogateescape", newline="")


def is_broken(text: str) -> bool:
    """Whether bytes that are not UTF-8 stood here."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def lines(file: Path, problems: Problems) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, with their number; lines that are not UTF-8 are reported."""
    with opened(file) as stream:
        for number, line in enumerate(stream, start=1):
            if is_broken(line):
                problems.add(file=file.name, place=f"line {number}", message=NOT_UTF8)
            elif line.strip():
                yield number, line


def rows(file: Path, problems: Problems, *, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file with the number of their last line; broken ones are reported."""
    csv.field_size_limit(LONGEST_FIELD)
    with opened(file) as stream:
        reader = csv.reader(stream, delimiter=delimiter)
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except (csv.Error, UnicodeError) as error:
                if isinstance(error, UnicodeError):
                    raise ListUnreadable(
                        f"{file.name}, after line {reader.line_num}: {error}"
                    ) from error
                problems.add(
                    file=file.name, place=f"line {reader.line_num}",
                    message=f"the row is not CSV ({error}); is a quotation mark left open?",
                )  # fmt: skip
                continue
            if any(is_broken(cell) for cell in row):
                problems.add(file=file.name, place=f"line {reader.line_num}", message=NOT_UTF8)
            elif any(cell.strip() for cell in row):
                yield reader.line_num, row
