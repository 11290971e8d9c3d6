"""From a file of the House's open data to entries, without a database.

JSON as the service answers (`{"value": [...]}`), a bare list, or CSV with the names of the fields
in its header. No row is lost: each becomes an entry, is held with what is wrong, or is left out
because the House removed it or it is something else than a commitment or a motion.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vijfluik.accountability.undertakings.house.fields import MOTION, NO, STATUS, YES
from vijfluik.accountability.undertakings.vocabulary import HouseSays, UndertakingKind
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.registers.importing.separated import read_separated
from vijfluik.core.registers.importing.sheets import LIMITS, as_text

_LONGEST = {"number": 40, "ministry": 200, "word": 60, "text": 4000}
# What the House writes where no day is known.
_NO_DAY = dt.date(1, 1, 1)
# JSON can say them, and no database or page can hold them: a nought, half of a character.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")

Cells = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What the House says of one commitment or motion."""

    number: str
    kind: UndertakingKind
    text: str
    ministry: str
    word: str
    says: HouseSays
    said_on: dt.date
    due_on: dt.date | None


@dataclass(frozen=True, kw_only=True)
class Held:
    """A row that could not be read: its place in the file, its number, and what is wrong."""

    line: int
    number: str
    wrong: str


@dataclass(frozen=True, kw_only=True)
class HouseFile:
    """A whole file: `left_out` counts what the House removed and what is something else."""

    entries: tuple[Entry, ...]
    held: tuple[Held, ...]
    left_out: int

    @property
    def rows(self) -> int:
        """How many rows the file has."""
        return len(self.entries) + len(self.held) + self.left_out


class _Wrong(ValueError):
    """A row cannot be read."""


def read_house_file(content: bytes, *, today: dt.date) -> HouseFile:
    """Read a file.

    Args:
        content: JSON or CSV.
        today: the day of an entry that does not say when it was changed.

    Raises:
        FileRefused: it is neither, or over the limits of any file.
    """
    if len(content) > LIMITS.size:
        raise FileRefused(code="size", message=_("Het bestand is groter dan 10 MB."))
    entries: dict[str, Entry] = {}
    held: list[Held] = []
    left_out = 0
    for line, cells in enumerate(_rows(content), start=1):
        if line > LIMITS.rows:
            raise FileRefused(code="rows", message=_("Het bestand heeft meer dan 20.000 regels."))
        try:
            entry = _entry(cells, today=today)
        except _Wrong as wrong:
            number = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", _text(cells, "Nummer"))
            held.append(Held(line=line, number=number[:40], wrong=str(wrong)))
            continue
        if entry is None:
            left_out += 1
        elif entry.number in entries:
            held.append(Held(line=line, number=entry.number, wrong=_("dit nummer staat er twee "
                                                                     "keer in")))  # fmt: skip
        else:
            entries[entry.number] = entry
    return HouseFile(entries=tuple(entries.values()), held=tuple(held), left_out=left_out)


def _rows(content: bytes) -> Iterator[Cells]:
    if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        yield from _json_rows(content)
        return
    sheet = read_separated(content, limits=LIMITS)
    if "Nummer" not in sheet.header:
        raise _not_of_the_house()
    for row in sheet.rows:
        yield dict(zip(sheet.header, map(as_text, row.cells), strict=False))


def _json_rows(content: bytes) -> Iterator[Cells]:
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise FileRefused(code="json", message=_("Dit is geen JSON die te lezen is.")) from None
    rows = found.get("value") if isinstance(found, dict) else found
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _not_of_the_house()
    yield from rows


def _not_of_the_house() -> FileRefused:
    return FileRefused(
        code="fields",
        message=_(
            "Dit lijkt geen bestand van de open data van de Kamer: er is geen lijst met het veld "
            "Nummer. Vraag daar de toezeggingen (Toezegging) of zaken (Zaak) op."
        ),
    )


def _entry(cells: Cells, *, today: dt.date) -> Entry | None:
    """The entry of a row; None for one that the House removed or that is something else."""
    if any(_UNWRITABLE.search(str(value)) for value in cells.values()):
        raise _Wrong(_("er staat een teken in dat niet te bewaren is"))
    if _flag(cells, "Verwijderd"):
        return None
    number = _text(cells, "Nummer")
    if not number or len(number) > _LONGEST["number"]:
        raise _Wrong(_("er is geen nummer, of het is te lang"))
    said_on = _day(cells, "GewijzigdOp") or today
    if "Soort" in cells:
        return _motion(cells, number=number, said_on=said_on)
    word = _text(cells, "Status")
    if word.casefold() not in STATUS:
        raise _Wrong(_("de status ‘%(word)s’ kennen wij niet") % {"word": word[:60]})
    return Entry(
        number=number,
        kind=UndertakingKind.COMMITMENT,
        text=_needed(cells, "Tekst"),
        ministry=_text(cells, "Ministerie")[: _LONGEST["ministry"]],
        word=word,
        says=STATUS[word.casefold()],
        said_on=min(said_on, today),
        due_on=_day(cells, "DatumNakoming"),
    )


def _motion(cells: Cells, *, number: str, said_on: dt.date) -> Entry | None:
    if _text(cells, "Soort") != MOTION:
        return None
    done = _flag(cells, "Afgedaan")
    return Entry(
        number=number,
        kind=UndertakingKind.MOTION,
        text=_text(cells, "Onderwerp")[: _LONGEST["text"]] or _needed(cells, "Titel"),
        ministry="",
        word="Afgedaan" if done else "niet afgedaan",
        says=HouseSays.DONE if done else HouseSays.OPEN,
        said_on=said_on,
        due_on=None,
    )


def _text(cells: Cells, name: str) -> str:
    value = cells.get(name)
    return "" if value is None else " ".join(str(value).split())


def _needed(cells: Cells, name: str) -> str:
    text = _text(cells, name)
    if not text:
        raise _Wrong(_("het veld %(name)s is leeg") % {"name": name})
    return text[: _LONGEST["text"]]


def _flag(cells: Cells, name: str) -> bool:
    word = _text(cells, name).casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise _Wrong(_("het veld %(name)s is geen ja of nee") % {"name": name})


def _day(cells: Cells, name: str) -> dt.date | None:
    """The Dutch day of a moment with its offset, or of a day; None where the House knows none."""
    text = _text(cells, name)
    if not text:
        return None
    try:
        moment = dt.datetime.fromisoformat(text)
        if moment.year == _NO_DAY.year:
            return None
        return (moment if moment.tzinfo is None else moment.astimezone(AMSTERDAM)).date()
    except (ValueError, OverflowError):
        raise _Wrong(_("het veld %(name)s is geen datum") % {"name": name}) from None
