"""A report of this platform as of a moment, as an edition to compare."""

import datetime as dt

from vijfluik.accountability.explaining.between.editions import Edition, edition_of
from vijfluik.accountability.reports.actions import read
from vijfluik.core.documents.structure import Language


def built_edition(
    slug: str, *, language: Language, as_of: dt.datetime, demonstration: bool
) -> Edition:
    """The report built for reading; no receipts are kept of it.

    Raises:
        Refused: the actor may not read reports, or there is no such report.
        LintError, ProseError, NotClosed: see `reports.building.build`.
        NoEdition: it binds no figure.
    """
    built = read(slug, language=language, as_of=as_of, demonstration=demonstration)
    return edition_of(built.html().decode(), place=slug)
