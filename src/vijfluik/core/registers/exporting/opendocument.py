"""ODS: the smallest valid OpenDocument spreadsheet, written straight into its zip.

Days and numbers are typed, so that a spreadsheet sorts and adds them; texts are typed as text, so
that none is taken for a formula. The same rows give the same bytes.
Source: OpenDocument 1.3, parts 2 (packages) and 3 (schema).
"""

import datetime as dt
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from vijfluik.core.registers.exporting.fields import (
    ExportField,
    ExportValue,
    FieldKind,
    Row,
    several_as_text,
)

CONTENT_TYPE = "application/vnd.oasis.opendocument.spreadsheet"

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
_MANIFEST = (
    _HEAD + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    ' manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{CONTENT_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_STYLES = (
    "<office:automatic-styles>"
    '<number:date-style style:name="d1"><number:day number:style="long"/><number:text>-'
    '</number:text><number:month number:style="long"/><number:text>-</number:text>'
    '<number:year number:style="long"/></number:date-style>'
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="d1"/>'
    '<style:style style:name="head" style:family="table-cell">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="wide" style:family="table-column">'
    '<style:table-column-properties style:column-width="4.5cm"/></style:style>'
    "</office:automatic-styles>"
)
# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_opendocument(
    rows: Iterable[Row],
    *,
    fields: Sequence[ExportField[Row]],
    title: str,
    notice: str,
    into: BinaryIO,
) -> int:
    """Write the rows and answer how many they were.

    Args:
        title: the name of the sheet.
        notice: a remark above the header, such as that the data are invented; empty for none.
        into: a binary file; it stays open.
    """
    counted = _Counted(rows)
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        # The type comes first and unpacked, so that a program can read it at a fixed place.
        archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), CONTENT_TYPE)
        with archive.open(_entry("content.xml"), "w", force_zip64=True) as content:
            for piece in _content(counted, fields=fields, title=title, notice=notice):
                content.write(piece.encode("utf-8"))
        archive.writestr(_entry("META-INF/manifest.xml"), _MANIFEST)
    return counted.count


class _Counted(Iterable[Row]):
    """Passes rows on and counts them."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row


def _entry(name: str, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    # A fixed day: the same rows give the same bytes.
    entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type = method
    return entry


def _content(
    rows: Iterable[Row], *, fields: Sequence[ExportField[Row]], title: str, notice: str
) -> Iterator[str]:
    yield f'{_HEAD}<office:document-content {_DECLARED} office:version="1.3">{_STYLES}'
    yield f"<office:body><office:spreadsheet><table:table table:name={_quoted(title)}>"
    yield (
        '<table:table-column table:style-name="wide" '
        f'table:number-columns-repeated="{len(fields)}"/>'
    )
    if notice:
        yield _row([_text(f"# {notice}", style="head")])
    yield _row([_text(field.heading, style="head") for field in fields])
    for row in rows:
        yield _row([_cell(field.value(row), kind=field.kind) for field in fields])
    yield "</table:table></office:spreadsheet></office:body></office:document-content>"


def _row(cells: Sequence[str]) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _cell(value: ExportValue, *, kind: FieldKind) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if kind == FieldKind.DAY and isinstance(value, dt.date):
        shown = f"{value.day:02}-{value.month:02}-{value.year:04}"
        return (
            '<table:table-cell table:style-name="day" office:value-type="date" '
            f'office:date-value="{value.isoformat()}"><text:p>{shown}</text:p></table:table-cell>'
        )
    if kind == FieldKind.NUMBER and isinstance(value, (int, Decimal)):
        shown = str(value).replace(".", ",")
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{shown}</text:p></table:table-cell>"
        )
    if isinstance(value, (str, int, Decimal, dt.date)):
        return _text(str(value))
    return _text(several_as_text(value))


def _text(value: str, *, style: str = "") -> str:
    named = f' table:style-name="{style}"' if style else ""
    lines = "".join(
        f"<text:p>{escape(line)}</text:p>" for line in _FORBIDDEN.sub(" ", value).splitlines()
    )
    return f'<table:table-cell{named} office:value-type="string">{lines}</table:table-cell>'


def _quoted(value: str) -> str:
    return quoteattr(_FORBIDDEN.sub(" ", value))
