"""A file as rows of cells, whatever its format was."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

CellValue = str | int | float | bool | dt.date

# A line that starts so, above the header, is a remark: our own exports carry one.
REMARK = "#"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a file may be at most. `rows` does not count the header."""

    size: int = 10 * 1024 * 1024
    unpacked: int = 100 * 1024 * 1024
    rows: int = 20_000
    columns: int = 200


LIMITS = Limits()


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetRow:
    """A row of the file; `line` counts from 1 as in the file itself."""

    line: int
    cells: tuple[CellValue, ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The header and the rows under it. `encoding` and `delimiter` are empty for a spreadsheet."""

    format: str
    header: tuple[str, ...]
    header_line: int
    rows: tuple[SheetRow, ...]
    encoding: str = ""
    delimiter: str = ""

    @property
    def statement(self) -> str:
        """How the file was read, as a sentence, so that a person can see a wrong guess."""
        if self.format != "csv":
            return _("Gelezen als %(format)s, eerste werkblad.") % {"format": self.format.upper()}
        names = {";": _("puntkomma"), ",": _("komma"), "\t": _("tab")}
        return _(
            "Gelezen als CSV met %(delimiter)s als scheidingsteken en tekens in %(encoding)s."
        ) % {"delimiter": names[self.delimiter], "encoding": self.encoding}


def as_text(value: CellValue) -> str:
    """What a person would have typed: days as dd-mm-jjjj, whole numbers without decimals."""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, dt.date):
        return f"{value.day:02}-{value.month:02}-{value.year:04}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def is_empty(cells: tuple[CellValue, ...]) -> bool:
    """Whether nothing stands in the row."""
    return all(cell == "" for cell in cells)


def is_remark(cells: tuple[CellValue, ...]) -> bool:
    """Whether the row is a remark above the header."""
    return as_text(cells[0]).startswith(REMARK) if cells else False
