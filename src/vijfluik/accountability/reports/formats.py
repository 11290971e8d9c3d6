"""The formats in which a report leaves the platform, all written from its one document.

No format computes anything: each gets the document that is bound, and the address of the site.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vijfluik.core.documents.html import page
from vijfluik.core.documents.opendocument import odt
from vijfluik.core.documents.pdf import pdf
from vijfluik.core.documents.plain import as_json
from vijfluik.core.documents.separated import as_csv
from vijfluik.core.documents.structure import Document
from vijfluik.core.documents.word import docx


class FileFormat(StrEnum):
    """The formats of a report; the value is how the name of the file ends."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    CSV = "csv"
    JSON = "json"
    DCAT = "jsonld"


WRITTEN = tuple(each for each in FileFormat if each is not FileFormat.DCAT)
"""Those that hold the report itself; the description in DCAT tells of them."""


@dataclass(frozen=True, kw_only=True)
class Format:
    """What there is to say of a format.

    media_type: with its character set. about: for what it is. iana: its name in the register of
    media types, as a catalogue writes it. kind: its name in the European list of file types.
    """

    name: Promise
    about: Promise
    media_type: str
    iana: str
    kind: str


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_OPEN = "application/vnd.oasis.opendocument.text"
FORMATS: Mapping[FileFormat, Format] = {
    FileFormat.HTML: Format(
        name=_("Webpagina (HTML)"),
        about=_("om te lezen op elk scherm; één bestand dat geen ander nodig heeft"),
        media_type="text/html; charset=utf-8",
        iana="text/html",
        kind="HTML",
    ),
    FileFormat.PDF: Format(
        name=_("PDF"),
        about=_("om aan te bieden en te bewaren; toegankelijk, met de herkomst erin"),
        media_type="application/pdf",
        iana="application/pdf",
        kind="PDFA3A",
    ),
    FileFormat.DOCX: Format(
        name=_("Word (DOCX)"),
        about=_("om verder aan te werken in Word"),
        media_type=_WORD,
        iana=_WORD,
        kind="DOCX",
    ),
    FileFormat.ODT: Format(
        name=_("OpenDocument (ODT)"),
        about=_("om verder aan te werken in een vrij tekstprogramma"),
        media_type=_OPEN,
        iana=_OPEN,
        kind="ODT",
    ),
    FileFormat.CSV: Format(
        name=_("Cijfers en tabellen (CSV)"),
        about=_("elk cijfer en elke cel op een regel, met het bewijs, voor een rekenblad"),
        media_type="text/csv; charset=utf-8",
        iana="text/csv",
        kind="CSV",
    ),
    FileFormat.JSON: Format(
        name=_("Het hele document (JSON)"),
        about=_("alles wat erin staat, met zijn betekenis, voor programma's"),
        media_type="application/json",
        iana="application/json",
        kind="JSON",
    ),
    FileFormat.DCAT: Format(
        name=_("Beschrijving voor catalogi (DCAT)"),
        about=_("wat deze uitgave is en welke bestanden zij heeft, voor een datacatalogus"),
        media_type="application/ld+json",
        iana="application/ld+json",
        kind="JSON_LD",
    ),
}

_WRITERS: Mapping[FileFormat, Callable[[Document, str], bytes]] = {
    FileFormat.HTML: lambda document, site: page(document, base_url=site).encode(),
    FileFormat.PDF: lambda document, site: pdf(document, base_url=site),
    FileFormat.DOCX: lambda document, site: docx(document, base_url=site),
    FileFormat.ODT: lambda document, site: odt(document, base_url=site),
    FileFormat.CSV: lambda document, _: as_csv(document),
    FileFormat.JSON: lambda document, _: as_json(document),
}


def write(document: Document, *, kind: FileFormat, base_url: str) -> bytes:
    """The document in a format of `WRITTEN`; base_url: put before paths of the site.

    Raises:
        KeyError: the format is a description of the others (`describing.description`).
        DocumentError, PdfError, TagTreeError: the document cannot be written.
    """
    return _WRITERS[kind](document, base_url)
