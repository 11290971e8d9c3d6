"""Which column of a file is which field: headings as people write them."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_NOT_A_LETTER = re.compile(r"[\W_]+")


def column_letter(index: int) -> str:
    """The letter of a spreadsheet for a column counted from 0: A, …, Z, AA, …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def plain_heading(text: str) -> str:
    """A heading without capitals, signs and needless spaces: "Gepland_op " → "gepland op"."""
    return _NOT_A_LETTER.sub(" ", text.casefold()).strip()


@dataclass(frozen=True, kw_only=True)
class UnknownColumn:
    """A column that nothing is done with; `nearest` is the heading that it may be meant as."""

    letter: str
    heading: str
    nearest: str


@dataclass(frozen=True, kw_only=True)
class HeaderMatch:
    """Where each field stands. `missing` are required fields without a column."""

    positions: Mapping[str, int]
    unknown: Sequence[UnknownColumn] = field(default=())
    twice: Sequence[UnknownColumn] = field(default=())
    missing: Sequence[str] = field(default=())


def match_header(
    header: Sequence[str],
    *,
    headings: Mapping[str, Sequence[str]],
    required: Sequence[str] = (),
    ignored: Sequence[str] = (),
) -> HeaderMatch:
    """Find each field's column.

    Args:
        header: the headings of the file.
        headings: field → the headings it may stand under, the proper one first.
        required: fields without which no row can be read.
        ignored: headings that are ours but are not read, such as a remark of an earlier round.
    """
    known = {plain_heading(word): name for name, words in headings.items() for word in words}
    skipped = {plain_heading(word) for word in ignored}
    positions: dict[str, int] = {}
    unknown: list[UnknownColumn] = []
    twice: list[UnknownColumn] = []
    for index, heading in enumerate(header):
        plain = plain_heading(heading)
        if not plain or plain in skipped:
            continue
        name = known.get(plain)
        if name is None:
            near = difflib.get_close_matches(plain, known, n=1, cutoff=0.75)
            proper = headings[known[near[0]]][0] if near else ""
            unknown.append(
                UnknownColumn(letter=column_letter(index), heading=heading, nearest=proper)
            )
        elif name in positions:
            proper = headings[name][0]
            twice.append(
                UnknownColumn(letter=column_letter(index), heading=heading, nearest=proper)
            )
        else:
            positions[name] = index
    missing = [name for name in required if name not in positions]
    return HeaderMatch(positions=positions, unknown=unknown, twice=twice, missing=missing)
