"""From a report and one closed moment to a document: computed once, linted, bound, with its annex.

Two builds of the same report as of the same moment give the same document, and its files the same
bytes: nothing in it depends on when or by whom it was built.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vijfluik.accountability.disclosure.actions import decide
from vijfluik.accountability.disclosure.publishing import published
from vijfluik.accountability.disclosure.treating import Treatment, report_name, treatment_of
from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.actions import issue
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.permalink import permalink
from vijfluik.accountability.figures.presentation import (
    ShownFigure,
    note_of,
    shown,
    supplied_sentence,
)
from vijfluik.accountability.figures.receipts import content_of
from vijfluik.accountability.reports.describing import written_files
from vijfluik.accountability.reports.formats import FileFormat
from vijfluik.accountability.reports.inserting import (
    accent_of,
    block_of,
    palette,
    sentence_findings,
    series_findings,
)
from vijfluik.accountability.reports.linter import Finding, LintError, lint
from vijfluik.accountability.reports.parts import base_of
from vijfluik.accountability.reports.prose import parse
from vijfluik.accountability.reports.prose_binding import Sources, bind, section_key
from vijfluik.accountability.reports.prose_nodes import BoundFigure, Prose, flattened, runs
from vijfluik.accountability.reports.source import Insert, InsertKind, ReportSource
from vijfluik.accountability.reports.structure import annex, exact_text
from vijfluik.accountability.reports.undertakings import open_promises, undertakings_annex
from vijfluik.accountability.reports.words import BuildingWords, building_words
from vijfluik.core.documents.structure import Block, Document, Language, Receipt
from vijfluik.core.documents.validation import figures_of
from vijfluik.core.facts.kinds import Kind
from vijfluik.core.facts.statements import moment_text
from vijfluik.core.partners.queries import AMSTERDAM


@dataclass(frozen=True, kw_only=True)
class Built:
    """A report as of a moment.

    figures: in the order of the report, as counted; nothing of them may leave but by `published`.
    published: the same as they are shown, with words in the place of what is hidden. treatment:
    what of them is hidden, and whether that was decided and signed.
    """

    report: ReportSource
    language: Language
    as_of: dt.datetime
    document: Document
    figures: tuple[Computed, ...]
    published: tuple[Computed, ...]
    treatment: Treatment

    def html(self, *, base_url: str = "") -> bytes:
        """The report as one file that needs no other. base_url: put before paths of the site."""
        return self.file(FileFormat.HTML, base_url=base_url)

    def pdf(self, *, base_url: str = "") -> bytes:
        """The report as PDF/UA-1 and PDF/A-3a. base_url: put before paths of the site."""
        return self.file(FileFormat.PDF, base_url=base_url)

    def file(self, kind: FileFormat, *, base_url: str = "") -> bytes:
        """The report in a format; the description in DCAT tells of all the others."""
        return self.files((kind,), base_url=base_url)[kind]

    def files(self, kinds: Sequence[FileFormat], *, base_url: str = "") -> dict[FileFormat, bytes]:
        """The report in several formats, each written once."""
        return written_files(self.document, slug=self.report.slug, kinds=kinds, base_url=base_url)


def figure_address(figure: str, as_of: dt.datetime) -> str:
    """The page of a figure as of a moment; core has no addresses, and a file has no request."""
    moment = as_of.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return f"/cijfers/{figure}/?op={moment}"


def build(
    report: ReportSource,
    *,
    language: Language,
    as_of: dt.datetime,
    keep: bool,
    demonstration: bool,
    details: Sequence[tuple[str, str]] = (),
) -> Built:
    """Compute the figures of a report as of a closed moment and write the document.

    Args:
        report: what to build.
        language: of the edition.
        as_of: a closed moment, one for the whole.
        keep: whether the receipts are stored; a file that leaves the platform needs it.
        demonstration: whether every page says that the data are invented.
        details: terms and texts under its title, behind the period; nothing checks their numbers.

    Raises:
        Refused: the actor may not read figures.
        NotClosed: somebody may still write at the moment.
        UnknownFigure: the report lists a figure that has no definition.
        LintError: a number is not bound, or a sentence says what may not be said.
        ProseError: the text cannot be read.
    """
    computed = _computed(report.figures, as_of=as_of, keep=keep)
    figures = {
        each.definition.id: shown(
            each, language=language, url=figure_address(each.definition.id, as_of)
        )
        for each in computed
    }
    by_id = {each.definition.id: each for each in computed}
    treatment = _treatment(report, computed=computed, as_of=as_of, keep=keep)
    outward = {
        each.definition.id: published(each, treatment=treatment, language=language)
        for each in computed
    }
    figures = {
        name: as_published(each, of=outward[name], language=language)
        for name, each in figures.items()
    }
    prose = parse(report.prose[language])
    sources = _sources(report, figures=figures, computed=outward, language=language)
    _require_clean(report, prose=prose, sources=sources, computed=by_id)
    sources = _with_promises(report, sources=sources, as_of=as_of)
    blocks = bind(prose, sources=sources)
    document = Document(
        title=report.title.in_language(language),
        language=language,
        as_of=as_of.astimezone(AMSTERDAM),
        subject=report.subject.in_language(language),
        blocks=blocks,
        publisher=report.publisher.in_language(language),
        demonstration=demonstration,
        details=(
            (building_words(language).period, report.period.in_language(language)),
            *details,
        ),
        palette=palette(),
    )
    return Built(
        report=report,
        language=language,
        as_of=as_of,
        document=replace(
            document,
            blocks=(
                *blocks,
                *undertakings_annex(as_of=as_of, language=language),
                *_annex(document, computed=by_id, figures=figures, kept=keep),
            ),
        ),
        figures=tuple(computed),
        published=tuple(outward.values()),
        treatment=treatment,
    )


def findings(error: LintError, *, language: Language) -> list[dict[str, object]]:
    """The list of the linter as plain data: code, place, words, message and remedy."""
    return [
        {
            "code": str(each.code),
            "line": each.line or None,
            "column": each.column or None,
            "excerpt": each.excerpt,
            "message": each.message.in_language(language),
            "remedy": each.remedy.in_language(language),
        }
        for each in error.findings
    ]


def figures_named(prose: Prose) -> Iterator[str]:
    """The ids of the figures that a text binds, in reading order."""
    for run in runs(prose):
        for node in flattened(run):
            if isinstance(node, BoundFigure):
                yield node.key


def _computed(names: Sequence[str], *, as_of: dt.datetime, keep: bool) -> list[Computed]:
    if keep:
        return [each.figure for each in issue(figures=names, as_of=as_of)]
    return queries.figures(names=names, as_of=as_of)


def _sources(
    report: ReportSource,
    *,
    figures: Mapping[str, ShownFigure],
    computed: Mapping[str, Computed],
    language: Language,
) -> Sources:
    inserts: dict[str, tuple[Block, ...]] = {
        each.name: (block_of(each, figures=figures, computed=computed, language=language),)
        for each in report.inserts
        if each.kind is not InsertKind.PROMISES
    }
    accents = {
        section_key(title.in_language(language)): accent_of(area)
        for area, title in report.chapters.items()
    }
    return Sources(figures=figures, language=language, inserts=inserts, accents=accents)


def _with_promises(report: ReportSource, *, sources: Sources, as_of: dt.datetime) -> Sources:
    """What is read from the register of undertakings: words of records, which nobody typed here."""
    promised = {
        each.name: (_promised(each, language=sources.language, as_of=as_of),)
        for each in report.inserts
        if each.kind is InsertKind.PROMISES
    }
    return replace(sources, inserts={**sources.inserts, **promised})


def _promised(insert: Insert, *, language: Language, as_of: dt.datetime) -> Block:
    return open_promises(
        caption=insert.caption.in_language(language),
        columns=insert.columns[language],
        none=building_words(language).no_promises,
        as_of=as_of,
        language=language,
    )


def _require_clean(
    report: ReportSource, *, prose: Prose, sources: Sources, computed: Mapping[str, Computed]
) -> None:
    found: list[Finding] = list(lint(prose, sources=sources))
    for insert in report.inserts:
        found += sentence_findings(insert, figures=sources.figures, language=sources.language)
        found += series_findings(insert, computed=computed, language=sources.language)
    if found:
        raise LintError(tuple(found))


def _treatment(
    report: ReportSource, *, computed: Sequence[Computed], as_of: dt.datetime, keep: bool
) -> Treatment:
    """What of the figures is hidden.

    What leaves the platform is decided on once and kept; reading shows what was decided, or what
    would be.
    """
    treat = decide if keep else treatment_of
    return treat(computed, publication=report_name(report.slug), as_of=as_of)


def as_published(figure: ShownFigure, *, of: Computed, language: Language) -> ShownFigure:
    """A figure whose parts are its value, without the parts that are not shown."""
    if not of.definition.split:
        return figure
    text = of.text(language)
    return replace(figure, words=text, exact=text, text=text)


def _annex(
    document: Document,
    *,
    computed: Mapping[str, Computed],
    figures: Mapping[str, ShownFigure],
    kept: bool,
) -> tuple[Block, ...]:
    used = figures_of(document)
    words = building_words(document.language)
    receipts = [
        _receipt(computed[key], shown_as=figures[key], words=words, document=document, kept=kept)
        for key in dict.fromkeys(base_of(figure.key) for figure in used)
    ]
    if not receipts:
        return ()
    return (annex(receipts, title=words.annex, introduction=words.introduction, used=used),)


def _receipt(
    figure: Computed,
    *,
    shown_as: ShownFigure,
    words: BuildingWords,
    document: Document,
    kept: bool,
) -> Receipt:
    definition = figure.definition
    language = document.language
    content = content_of(figure)
    # A receipt that is not kept has no page of its own.
    address = (
        permalink(figure=definition.id, receipt=content.key)
        if kept
        else figure_address(definition.id, figure.as_of)
    )
    unit_follows = figure.number is not None and definition.kind not in {Kind.MONEY, Kind.RATIO}
    told = (
        supplied_sentence(figure, language=language),
        note_of(definition, language=language),
    )
    counting = [each for each in told if each]
    details = [
        (words.meaning, definition.basis.text.in_language(language)),
        *((words.counting, each) for each in counting),
        (words.definition, definition.key),
        (words.records, str(figure.records)),
        (words.known_on, moment_text(figure.as_of)),
        (words.receipt, content.key),
        (words.hash, content.sha256),
    ]
    return Receipt(
        key=content.key,
        figure=definition.id,
        label=definition.name.in_language(language),
        value=exact_text(
            shown_as,
            language=language,
            unit=definition.unit.in_language(language) if unit_follows else "",
        ),
        details=tuple(details),
        url=address,
        sha256=content.sha256,
    )
