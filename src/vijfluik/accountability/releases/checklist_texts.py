"""What is wrong with the texts of a release: the linter, the two editions, alternative texts."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vijfluik.accountability.releases.checklist_finding import Code, Finding, Severity
from vijfluik.accountability.reports.building import Built, build, figures_named
from vijfluik.accountability.reports.linter import LintError
from vijfluik.accountability.reports.linter_finding import Finding as LinterFinding
from vijfluik.accountability.reports.prose import ProseError, parse
from vijfluik.accountability.reports.source import ReportSource
from vijfluik.core.documents.structure import Chart, Document, Language, Table, blocks_of


@dataclass(frozen=True, kw_only=True)
class Edition:
    """An edition as it can be built, or why it cannot."""

    language: Language
    built: Built | None = None
    lint: tuple[LinterFinding, ...] = ()
    unreadable: ProseError | None = None


def edition(report: ReportSource, *, language: Language, as_of: dt.datetime) -> Edition:
    """Build an edition to look at it; nothing of it is kept."""
    try:
        built = build(report, language=language, as_of=as_of, keep=False, demonstration=False)
    except LintError as error:
        return Edition(language=language, lint=error.findings)
    except ProseError as error:
        return Edition(language=language, unreadable=error)
    return Edition(language=language, built=built)


def edition_findings(report: ReportSource, *, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Everything that is wrong with the texts; all of it stands in the way."""
    for each in editions:
        yield from _unreadable(each)
        yield from (_linted(finding, language=each.language) for finding in each.lint)
        if each.built is not None:
            yield from without_alternative(each.built.document)
    if not any(each.unreadable for each in editions):
        yield from _editions_differ(report)


def screen() -> Language:
    """The language of the screen."""
    english = (get_language() or "nl").startswith("en")
    return Language.ENGLISH if english else Language.DUTCH


def without_alternative(document: Document) -> Iterator[Finding]:
    """Charts that a reader without the picture cannot follow, and tables without a title."""
    for number, block in enumerate(blocks_of(document.blocks)):
        if isinstance(block, Chart) and not _readable(block):
            yield _error(
                Code.NO_ALTERNATIVE,
                place=block.caption or _("figuur zonder titel"),
                fact=f"{document.language} chart {number}",
                message=_("De figuur heeft geen tekst die haar vervangt, geen zin of geen tabel."),
                remedy=_("Geef de figuur een zin, een alternatieve tekst en een tabel."),
            )
        if isinstance(block, Table) and not block.caption.strip():
            yield _error(
                Code.NO_ALTERNATIVE,
                place=_("tabel zonder titel"),
                fact=f"{document.language} table {number}",
                message=_("De tabel heeft geen titel."),
                remedy=_("Geef de tabel een titel."),
            )


def _readable(chart: Chart) -> bool:
    said = (chart.caption.strip(), chart.alternative.strip(), chart.sentence, chart.table.rows)
    return all(said)


def _unreadable(each: Edition) -> Iterator[Finding]:
    error = each.unreadable
    if error is not None:
        yield _error(
            Code.UNREADABLE,
            place=_place(each.language, line=error.line, column=error.column),
            fact=f"{each.language} {error}",
            message=error.message(screen()),
            remedy=_("Verbeter de opmaak van de tekst op die plaats."),
        )


def _linted(finding: LinterFinding, *, language: Language) -> Finding:
    return _error(
        finding.code,
        place=_place(language, line=finding.line, column=finding.column),
        fact=f"{language} {finding.line}:{finding.column} {finding.excerpt}",
        message=f"“{finding.excerpt}”: {finding.message.in_language(screen())}",
        remedy=finding.remedy.in_language(screen()),
    )


def _editions_differ(report: ReportSource) -> Iterator[Finding]:
    """The two editions bind the same figures."""
    named = {language: set(figures_named(parse(report.prose[language]))) for language in Language}
    for here, there in ((Language.DUTCH, Language.ENGLISH), (Language.ENGLISH, Language.DUTCH)):
        for figure in sorted(named[here] - named[there]):
            yield _error(
                Code.EDITIONS_DIFFER,
                place=_place(there, line=0, column=0),
                fact=f"{there} {figure}",
                message=_("Het cijfer %(figure)s staat in de ene taal en niet in de andere.")
                % {"figure": figure},
                remedy=_("Noem het cijfer in beide talen, of in geen van beide."),
            )


def _place(language: Language, *, line: int, column: int) -> str:
    name = _("Nederlandse tekst") if language is Language.DUTCH else _("Engelse tekst")
    if not line:
        return name
    return _("%(text)s, regel %(line)d, kolom %(column)d") % {
        "text": name,
        "line": line,
        "column": column,
    }


def _error(code: str, *, place: str, fact: str, message: str, remedy: str) -> Finding:
    return Finding(
        severity=Severity.ERROR, code=code, place=place, fact=fact, message=message, remedy=remedy
    )
