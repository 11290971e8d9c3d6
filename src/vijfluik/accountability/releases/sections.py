"""The parts of a text by its headings: to write in one, and to put it back where it stood."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vijfluik.accountability.reports.prose_binding import section_key

_HEADING = re.compile(r"^#{1,5} +(?P<title>\S.*)$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part from its heading up to the next one.

    key: as the anchor of the section. first, last: its lines, counted from one.
    """

    key: str
    title: str
    start: int
    end: int
    first: int
    last: int
    text: str


def parts_of(text: str) -> Sequence[Part]:
    """The parts in their order; a text without a heading has none.

    It looks at lines and not at the whole, so a text that cannot be read has parts too.
    """
    found = list(_HEADING.finditer(text))
    taken: dict[str, int] = {}
    parts = []
    for at, match in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        wanted = section_key(match["title"])
        taken[wanted] = taken.get(wanted, 0) + 1
        first = text.count("\n", 0, match.start()) + 1
        body = text[match.start() : end].strip("\n")
        parts.append(
            Part(
                key=wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}",
                title=match["title"].strip(),
                start=match.start(),
                end=end,
                first=first,
                last=first + body.count("\n"),
                text=body,
            )
        )
    return parts


def replaced(text: str, *, part: Part, body: str) -> str:
    """The text with a part written anew; nothing else of it moves but down or up."""
    written = body.replace("\r\n", "\n").strip("\n")
    after = "\n" if part.end >= len(text) else "\n\n"
    return f"{text[: part.start]}{written}{after}{text[part.end :]}"
