"""The reports that the platform carries: a TOML file with a text per language each."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from vijfluik.accountability.reports.source import ReportSource, read_source

FOLDER = Path(__file__).with_name("texts")
DEFAULT = "integrale-aanpak-2019"


class UnknownReportError(LookupError):
    """There is no report of this name."""


@cache
def read_folder(folder: Path) -> Mapping[str, ReportSource]:
    """The reports of a folder by name; a process reads them once.

    Raises:
        ReportSourceError: a file cannot be taken.
    """
    return {file.stem: read_source(file) for file in sorted(folder.glob("*.toml"))}


def reports() -> Mapping[str, ReportSource]:
    """Every report by name."""
    return read_folder(FOLDER)


def report_named(slug: str) -> ReportSource:
    """The report of that name.

    Raises:
        UnknownReportError: there is none.
    """
    try:
        return reports()[slug]
    except KeyError:
        raise UnknownReportError(slug) from None
