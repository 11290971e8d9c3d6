"""The kinds of file that are taken in, and how each may be served."""

from dataclasses import dataclass

from django.db import models


class FileKind(models.TextChoices):
    """What a file is, by its content. The words are names, the same in every language."""

    PDF = "pdf", "PDF"
    PNG = "png", "PNG"
    JPEG = "jpeg", "JPEG"
    DOCX = "docx", "Word (DOCX)"
    XLSX = "xlsx", "Excel (XLSX)"
    ODT = "odt", "OpenDocument (ODT)"
    ODS = "ods", "OpenDocument (ODS)"
    CSV = "csv", "CSV"
    TXT = "txt", "TXT"


@dataclass(frozen=True, kw_only=True)
class Served:
    """How a kind leaves: its media type, and the endings of its name, the usual first."""

    media_type: str
    endings: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
SERVED = {
    FileKind.PDF: Served(media_type="application/pdf", endings=("pdf",)),
    FileKind.PNG: Served(media_type="image/png", endings=("png",)),
    FileKind.JPEG: Served(media_type="image/jpeg", endings=("jpg", "jpeg")),
    FileKind.DOCX: Served(media_type=f"{_OFFICE}.wordprocessingml.document", endings=("docx",)),
    FileKind.XLSX: Served(media_type=f"{_OFFICE}.spreadsheetml.sheet", endings=("xlsx",)),
    FileKind.ODT: Served(media_type=f"{_OPEN}.text", endings=("odt",)),
    FileKind.ODS: Served(media_type=f"{_OPEN}.spreadsheet", endings=("ods",)),
    FileKind.CSV: Served(media_type="text/csv", endings=("csv", "txt")),
    FileKind.TXT: Served(media_type="text/plain", endings=("txt", "csv")),
}
PICTURES = frozenset({FileKind.PNG, FileKind.JPEG})
TEXTS = frozenset({FileKind.CSV, FileKind.TXT})
EVERY = ", ".join(kind.value.upper() for kind in FileKind)
