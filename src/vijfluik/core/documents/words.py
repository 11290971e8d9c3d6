"""The fixed words of a document, in the language of the document rather than of the reader.

A report to Parliament stays Dutch when somebody with an English screen builds it, so these words
do not go through the translations of the interface.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from vijfluik.core.documents.structure import Language

_MONTHS_NL = (
    "januari februari maart april mei juni juli augustus september oktober november december"
)
_MONTHS_EN = "January February March April May June July August September October November December"


@dataclass(frozen=True, slots=True)
class Words:
    """Words and the names of the months in one language."""

    contents: str
    as_of: str
    page: str
    of: str
    table: str
    chart: str
    data_of: str
    source: str
    figure: str
    value: str
    provenance: str
    receipt: str
    records: str
    provenance_inside: str
    publisher: str
    demonstration: str
    demonstration_explained: str
    draft: str
    draft_explained: str
    months: tuple[str, ...]


_WORDS = MappingProxyType(
    {
        Language.DUTCH: Words(
            contents="Inhoud",
            as_of="Stand van",
            page="Pagina",
            of="van",
            table="Tabel",
            chart="Figuur",
            data_of="De gegevens van figuur",
            source="Bron",
            figure="Cijfer",
            value="Waarde",
            provenance="Herkomst",
            receipt="Bewijs",
            records="Bekijk het bewijs",
            provenance_inside="Herkomst van de cijfers, voor programma's",
            publisher="Opgesteld door",
            demonstration="Verzonnen gegevens",
            demonstration_explained=(
                "Dit document is gemaakt met verzonnen gegevens. "
                "Geen enkel cijfer erin zegt iets over de werkelijkheid."
            ),
            draft="Concept",
            draft_explained="Dit is niet verzonden; er kunnen geen rechten aan worden ontleend.",
            months=tuple(_MONTHS_NL.split()),
        ),
        Language.ENGLISH: Words(
            contents="Contents",
            as_of="As of",
            page="Page",
            of="of",
            table="Table",
            chart="Figure",
            data_of="The data of figure",
            source="Source",
            figure="Figure",
            value="Value",
            provenance="Provenance",
            receipt="Receipt",
            records="See the receipt",
            provenance_inside="Provenance of the figures, for programs",
            publisher="Prepared by",
            demonstration="Invented data (verzonnen gegevens)",
            demonstration_explained=(
                "This document was made with invented data. "
                "No figure in it says anything about reality."
            ),
            draft="Draft (concept)",
            draft_explained="This was not sent; no rights can be derived from it.",
            months=tuple(_MONTHS_EN.split()),
        ),
    }
)


def words_of(language: Language) -> Words:
    """Return the fixed words of ``language``."""
    return _WORDS[language]


def moment_text(moment: datetime, *, language: Language) -> str:
    """Return an aware ``moment`` with its own offset: "15 april 2019, 23:59 (UTC+02:00)"."""
    month = words_of(language).months[moment.month - 1]
    offset = f"{moment:%z}"
    return f"{moment.day} {month} {moment.year}, {moment:%H:%M} (UTC{offset[:3]}:{offset[3:5]})"
