"""What a release says: as it was written for it, or as the report says by itself."""

from dataclasses import replace

from vijfluik.accountability.figures.library import library
from vijfluik.accountability.releases.models import Release, Wording
from vijfluik.accountability.reports.building import figures_named
from vijfluik.accountability.reports.library import report_named
from vijfluik.accountability.reports.prose import ProseError, parse
from vijfluik.accountability.reports.source import ReportSource
from vijfluik.core.documents.structure import Language


def latest(release: Release, *, language: Language) -> Wording | None:
    """The latest wording of an edition; None while nobody wrote in it."""
    rows = Wording.objects.filter(release=release.key, language=str(language))
    return rows.select_related("written_by").order_by("-written_at", "-key").first()


def worded(release: Release) -> ReportSource:
    """The report in the words of a release, with every figure that they name.

    A rectification begins with the words of what it rectifies.
    """
    report = report_named(release.report)
    prose = {each: _text(release, language=each, report=report) for each in Language}
    if prose == report.prose:
        return report
    return with_prose(report, prose=prose)


def with_prose(report: ReportSource, *, prose: dict[Language, str]) -> ReportSource:
    """A report in other words, with the figures that they name beside its own."""
    named = [
        name
        for text in prose.values()
        for name in _named(text)
        if name in library() and name not in report.figures
    ]
    return replace(report, prose=prose, figures=(*report.figures, *dict.fromkeys(named)))


def _text(release: Release, *, language: Language, report: ReportSource) -> str:
    here: Release | None = release
    while here is not None:
        found = latest(here, language=language)
        if found is not None:
            return found.text
        here = here.predecessor
    return report.prose[language]


def _named(text: str) -> list[str]:
    try:
        return list(figures_named(parse(text)))
    except ProseError:
        return []
