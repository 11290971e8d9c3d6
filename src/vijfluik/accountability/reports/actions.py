"""Making the files of a report: who may, what is kept of it, and the event in the journal."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from vijfluik.accountability.reports.building import Built, build
from vijfluik.accountability.reports.events import REPORT_BUILT
from vijfluik.accountability.reports.library import UnknownReportError, report_named
from vijfluik.core.access.gate import Refused, require
from vijfluik.core.documents.structure import Language
from vijfluik.core.journal.recording import record

THING = "reports"


class FileFormat(StrEnum):
    """The formats in which a report leaves the platform."""

    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, kw_only=True)
class ReportFile:
    """A file of a report with its hash."""

    format: FileFormat
    content: bytes
    sha256: str


def read(
    slug: str, *, language: Language, as_of: dt.datetime, keep: bool, demonstration: bool
) -> Built:
    """The report for reading. keep: whether its receipts are stored, because it may be cited.

    Raises:
        Refused: the actor may not read reports, or there is no such report.
        LintError, ProseError, NotClosed: see `build`.
    """
    require(thing=THING, action="read")
    return _built(slug, language=language, as_of=as_of, keep=keep, demonstration=demonstration)


def make_files(
    slug: str,
    *,
    language: Language,
    as_of: dt.datetime,
    formats: tuple[FileFormat, ...],
    base_url: str,
    demonstration: bool,
) -> tuple[Built, list[ReportFile]]:
    """The report and its files; the receipts of its figures are kept.

    Raises:
        Refused: the actor may not build reports, or there is no such report.
        LintError, ProseError, NotClosed: see `build`.
    """
    require(thing=THING, action="build")
    built = _built(slug, language=language, as_of=as_of, keep=True, demonstration=demonstration)
    return built, [_file(built, kind=kind, base_url=base_url) for kind in formats]


def _built(
    slug: str, *, language: Language, as_of: dt.datetime, keep: bool, demonstration: bool
) -> Built:
    try:
        report = report_named(slug)
    except UnknownReportError:
        raise Refused from None
    return build(report, language=language, as_of=as_of, keep=keep, demonstration=demonstration)


def _file(built: Built, *, kind: FileFormat, base_url: str) -> ReportFile:
    write = built.pdf if kind is FileFormat.PDF else built.html
    content = write(base_url=base_url)
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
