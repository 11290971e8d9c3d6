"""CSV: separated by semicolon, comma or tab, in UTF-8 or Windows-1252, and nothing else.

The choice is small on purpose: a guess among many encodings turns names into other names without
anybody noticing. What was chosen stands on the sheet.
"""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.importing.assembling import assemble
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.registers.importing.sheets import REMARK, Limits, Sheet, SheetRow

# In order of preference: a Dutch spreadsheet writes a semicolon, for the comma is in its numbers.
DELIMITERS = (";", "\t", ",")
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_separated(content: bytes, *, limits: Limits) -> Sheet:
    """Read CSV.

    Raises:
        FileRefused: another encoding, a quotation mark that is never closed, or over a limit.
    """
    text, encoding = decode(content)
    delimiter = delimiter_of(text)
    return assemble(
        _rows(text, delimiter=delimiter),
        format="csv",
        limits=limits,
        encoding=encoding,
        delimiter=delimiter,
    )


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding.

    Raises:
        FileRefused: it is neither UTF-8 nor Windows-1252.
    """
    if content.startswith(_UTF16_MARKS) or b"\0" in content:
        raise _not_text()
    try:
        return content.removeprefix(_UTF8_MARK).decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        raise _not_text() from None


def delimiter_of(text: str) -> str:
    """The sign that separates most cells of the header; the semicolon when there is none."""
    header = next(
        (line for line in text.splitlines() if line.strip() and not line.startswith(REMARK)), ""
    )
    widths = {sign: _width(header, delimiter=sign) for sign in DELIMITERS}
    # max() keeps the first of equals, which is the preference.
    return max(DELIMITERS, key=lambda sign: widths[sign])


def _width(line: str, *, delimiter: str) -> int:
    try:
        return max((len(cells) for cells in csv.reader([line], delimiter=delimiter)), default=0)
    except csv.Error:
        return 0


def _rows(text: str, *, delimiter: str) -> Iterator[SheetRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        first = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise FileRefused(
                code="quotes",
                message=_(
                    "Vanaf regel %(line)d klopt een aanhalingsteken niet: het wordt niet gesloten, "
                    "of er staat tekst achter. Schrijf een aanhalingsteken binnen een cel dubbel."
                )
                % {"line": first},
            ) from None
        yield SheetRow(line=first, cells=tuple(cell.strip() for cell in cells))


def _not_text() -> FileRefused:
    return FileRefused(
        code="encoding",
        message=_(
            "De tekens in dit bestand zijn niet leesbaar als UTF-8 of Windows-1252. Sla het op als "
            "CSV UTF-8, of stuur XLSX of ODS."
        ),
    )
