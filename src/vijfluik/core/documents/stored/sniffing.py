"""What a file is, by its content alone: the name and what the browser says count for nothing.

A short list of kinds, and of each the strict form: it begins where the kind begins, ends where it
ends, and is nothing else besides. What could be read as two kinds (a picture with a web page behind
it, a PDF that is an archive too) is refused, because two programs would disagree on what it is.
"""

import re
import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from django.utils.translation import gettext as _

from vijfluik.core.documents.stored.kinds import EVERY, FileKind
from vijfluik.core.registers.importing.archives import inspected
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.registers.importing.separated import DELIMITERS, decode

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_ZIP = b"PK\x03\x04"
_PDF = re.compile(rb"%PDF-[12]\.\d")
_PDF_END = re.compile(rb"%%EOF[\r\n \t]*\Z")
# Of a text that a browser would take for a page, a drawing or a script.
_BEGINS_AS_MARKUP = re.compile(r"\s*<\s*[!?/a-z]", re.IGNORECASE)
_MARKUP = re.compile(r"<\s*(?:script|html|svg|iframe|body|object|embed|meta)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# What an office file may hold when it is unpacked.
UNPACKED = 200 * 1024 * 1024
_OFFICE_PARTS = {
    FileKind.DOCX: (
        "word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ),
    FileKind.XLSX: (
        "xl/workbook.xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    ),
}
_OPEN_TYPES = {
    b"application/vnd.oasis.opendocument.text": FileKind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": FileKind.ODS,
}


def sniffed(content: bytes) -> FileKind:
    """What it is.

    Raises:
        FileRefused: it is none of the kinds that are taken in, damaged, or more than one at once.
    """
    if not content:
        raise FileRefused(code="empty", message=_("Het bestand is leeg."))
    for begins, kind in _BY_BEGINNING:
        if content.startswith(begins):
            return kind(content)
    return _text(content)


def _pdf(content: bytes) -> FileKind:
    if not _PDF.match(content) or not _PDF_END.search(content[-64:]):
        raise damaged()
    if is_zipfile(BytesIO(content)):
        raise ambiguous()
    return FileKind.PDF


def _png(content: bytes) -> FileKind:
    """Chunk by chunk to its end; behind the last one there is nothing."""
    place, first = len(_PNG), True
    while True:
        head = content[place : place + 8]
        if len(head) < 8:
            raise damaged()
        length, name = struct.unpack(">I4s", head)
        if first and name != b"IHDR":
            raise damaged()
        first, place = False, place + 12 + length
        if place > len(content):
            raise damaged()
        if name == b"IEND":
            break
    if place != len(content):
        raise ambiguous()
    return FileKind.PNG


def _jpeg(content: bytes) -> FileKind:
    """Segment by segment to the picture itself, which ends with the file."""
    place = 2
    while True:
        marker = content[place : place + 2]
        if len(marker) < 2 or marker[0] != 0xFF:
            raise damaged()
        if marker[1] == 0xDA:
            break
        (length,) = struct.unpack(">H", content[place + 2 : place + 4].rjust(2, b"\0"))
        if length < 2:
            raise damaged()
        place += 2 + length
    end = content.rfind(b"\xff\xd9")
    if end < place:
        raise damaged()
    # Cameras pad with noughts; anything else behind the picture is another file.
    if content[end + 2 :].strip(b"\0"):
        raise ambiguous()
    return FileKind.JPEG


def _packed(content: bytes) -> FileKind:
    """An office file: an archive from its first byte to its last, with names that lead nowhere."""
    with inspected(content, unpacked=UNPACKED) as archive:
        if _has_more(archive, content=content):
            raise ambiguous()
        names = archive.namelist()
        if len(set(names)) != len(names) or any(map(_leads_elsewhere, names)):
            raise damaged()
        kind = _open_document(archive) or _office(archive)
    if kind is None:
        raise not_taken()
    return kind


def _has_more(archive: ZipFile, *, content: bytes) -> bool:
    """Whether something stands before the first member or behind the end of the archive."""
    first = min((each.header_offset for each in archive.infolist()), default=-1)
    end = content.rfind(b"PK\x05\x06")
    (comment,) = struct.unpack("<H", content[end + 20 : end + 22].ljust(2, b"\0"))
    return first != 0 or end + 22 + comment != len(content) or comment > 0


def _leads_elsewhere(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]


def _open_document(archive: ZipFile) -> FileKind | None:
    if not {"mimetype", "content.xml"} <= set(archive.namelist()):
        return None
    if any(name.startswith(("Basic/", "Scripts/")) for name in archive.namelist()):
        raise runs()
    return _OPEN_TYPES.get(archive.read("mimetype").strip())


def _office(archive: ZipFile) -> FileKind | None:
    names = set(archive.namelist())
    if "[Content_Types].xml" not in names:
        return None
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise runs()
    types = archive.read("[Content_Types].xml").decode("utf-8", "replace")
    for kind, (part, media_type) in _OFFICE_PARTS.items():
        if part in names and f'"{media_type}"' in types:
            return kind
    return None


def _text(content: bytes) -> FileKind:
    text = text_of(content)
    if _CONTROL.search(text):
        raise not_taken()
    if _BEGINS_AS_MARKUP.match(text) or _MARKUP.search(text[:4096]):
        raise not_taken()
    return FileKind.CSV if _is_separated(text) else FileKind.TXT


def text_of(content: bytes) -> str:
    """The words of a text, in UTF-8 or Windows-1252.

    Raises:
        FileRefused: it is no text.
    """
    try:
        return decode(content)[0]
    except FileRefused:
        raise not_taken() from None


def _is_separated(text: str) -> bool:
    """Whether the first lines have the same number of cells, more than one."""
    lines = [line for line in text.splitlines()[:20] if line.strip() and not line.startswith("#")]
    return len(lines) > 1 and any(
        lines[0].count(sign) and len({line.count(sign) for line in lines}) == 1
        for sign in DELIMITERS
    )


def not_taken() -> FileRefused:
    """The refusal of another kind of file."""
    return FileRefused(
        code="kind",
        message=_(
            "Dit soort bestand nemen wij niet aan; wij keken naar de inhoud, niet naar de naam. "
            "Lever aan: %(kinds)s."
        )
        % {"kinds": EVERY},
    )


def damaged() -> FileRefused:
    """The refusal of a file that does not end, or is not built, as its kind is."""
    return FileRefused(
        code="damaged",
        message=_(
            "Het bestand is beschadigd of onvolledig. Open het, sla het opnieuw op en probeer het "
            "nog eens."
        ),
    )


def ambiguous() -> FileRefused:
    """The refusal of a file that is more than one thing."""
    return FileRefused(
        code="ambiguous",
        message=_(
            "In dit bestand zit nog een ander bestand verborgen. Open het, sla het opnieuw op en "
            "probeer het nog eens."
        ),
    )


def runs() -> FileRefused:
    """The refusal of a file with a program in it."""
    return FileRefused(
        code="macro",
        message=_("In dit bestand zit een macro. Sla het zonder macro’s op."),
    )


_BY_BEGINNING: tuple[tuple[bytes, Callable[[bytes], FileKind]], ...] = (
    (b"%PDF-", _pdf),
    (_PNG, _png),
    (_JPEG, _jpeg),
    (_ZIP, _packed),
)
