"""Making the files of a report: who may, what is kept of it, and the event in the journal."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from vijfluik.accountability.reports.areas import of_area
from vijfluik.accountability.reports.building import Built, build
from vijfluik.accountability.reports.events import REPORT_BUILT
from vijfluik.accountability.reports.formats import FileFormat
from vijfluik.accountability.reports.holding import held_back
from vijfluik.accountability.reports.library import UnknownReportError, report_named
from vijfluik.accountability.reports.source import ReportSource
from vijfluik.core.access.gate import Refused, refuse, require
from vijfluik.core.documents.structure import Language
from vijfluik.core.items.areas import Area
from vijfluik.core.journal.recording import record

__all__ = ["THING", "FileFormat", "ReportFile", "make_files", "named", "read", "unknown_report"]

THING = "reports"


@dataclass(frozen=True, kw_only=True)
class ReportFile:
    """A file of a report with its hash."""

    format: FileFormat
    content: bytes
    sha256: str


def read(slug: str, *, language: Language, as_of: dt.datetime, demonstration: bool) -> Built:
    """The report for reading; no receipts are kept of what is only looked at.

    Raises:
        Refused: the actor may not read reports, or there is no such report.
        LintError, ProseError, NotClosed: see `build`.
    """
    require(thing=THING, action="read")
    report = named(slug, action="read")
    return build(report, language=language, as_of=as_of, keep=False, demonstration=demonstration)


def make_files(
    slug: str,
    *,
    language: Language,
    as_of: dt.datetime,
    formats: tuple[FileFormat, ...],
    base_url: str,
    demonstration: bool,
    details: Sequence[tuple[str, str]] = (),
    source: ReportSource | None = None,
    area: Area | None = None,
) -> tuple[Built, list[ReportFile]]:
    """The report and its files; the receipts of its figures are kept. `details`: see `build`.

    Args:
        source: the report in the words of a release; in its own when None.
        area: its chapter alone; the whole when None.

    Raises:
        Refused: the actor may not build reports, or there is no such report.
        LintError, ProseError, NotClosed: see `build`.
        NoSuchAreaError: the report has no chapter of the area.
    """
    require(thing=THING, action="build")
    report = named(slug, action="build")
    built = build(
        report if source is None else source,
        language=language,
        as_of=as_of,
        keep=True,
        demonstration=demonstration,
        details=details,
    )
    if area is not None:
        built = of_area(built, area)
    made = built.files(formats, base_url=base_url)
    return built, [_told(built, kind=kind, content=content) for kind, content in made.items()]


def named(slug: str, *, action: str) -> ReportSource:
    """The report of that name.

    Raises:
        Refused: there is none; the refusal is journalled.
    """
    try:
        found = report_named(slug)
    except UnknownReportError:
        raise unknown_report(action=action) from None
    if held_back(slug):
        raise unknown_report(action=action)
    return found


def unknown_report(*, action: str) -> Refused:
    """The refusal of a report that there is not, journalled without what was typed."""
    refuse(thing=THING, action=action)
    return Refused()


def _told(built: Built, *, kind: FileFormat, content: bytes) -> ReportFile:
    """The file, of which the journal is told."""
    digest = hashlib.sha256(content).hexdigest()
    record(
        action=REPORT_BUILT,
        object_type="reports.report",
        details={
            "report": built.report.slug,
            "language": str(built.language),
            "format": str(kind),
            "as_of": built.as_of,
            "sha256": digest,
        },
    )
    return ReportFile(format=kind, content=content, sha256=digest)
