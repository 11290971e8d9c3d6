"""The linter of reports: refuses what cannot be proved, and says what would be right."""

from __future__ import annotations

from collections.abc import Iterator

from vijfluik.accountability.figures.hedges import (
    Claim,
    HedgeError,
    hedge_words,
    holds,
    parse_phrase,
)
from vijfluik.accountability.figures.hedges_numbers import number_text
from vijfluik.accountability.reports.linter_claims import (
    EFFECT,
    INVESTIGATION,
    LEAVE_OUT,
    PROVE,
    effect_claims,
    investigations,
)
from vijfluik.accountability.reports.linter_finding import Finding, FindingCode, LintError, Saying
from vijfluik.accountability.reports.linter_numbers import BIND, NAKED, naked_numbers
from vijfluik.accountability.reports.linter_tables import table_findings
from vijfluik.accountability.reports.linter_view import EVIDENCE, View, view_of
from vijfluik.accountability.reports.prose_binding import Sources
from vijfluik.accountability.reports.prose_errors import position
from vijfluik.accountability.reports.prose_nodes import (
    BoundFigure,
    Evidence,
    Insert,
    Prose,
    runs,
)
from vijfluik.accountability.reports.structure import FigureValue, phrase_of, says_itself

__all__ = ["Finding", "FindingCode", "LintError", "Saying", "lint", "require_clean"]


def require_clean(prose: Prose, *, sources: Sources) -> None:
    """Raise ``LintError`` with every finding in ``prose``, or return when there is none."""
    findings = lint(prose, sources=sources)
    if findings:
        raise LintError(findings)


def lint(prose: Prose, *, sources: Sources) -> tuple[Finding, ...]:
    """Return every finding in ``prose`` and in the tables and charts it inserts, by place."""
    findings = [
        finding
        for run in runs(prose)
        for finding in _Rules(prose, view=view_of(run), sources=sources).findings()
    ]
    findings.sort(key=lambda finding: (finding.line, finding.column, finding.code))
    for block in prose.blocks:
        if isinstance(block, Insert):
            for inserted in sources.inserts.get(block.name, ()):
                findings += table_findings(
                    inserted, figures=sources.figures, language=sources.language
                )
    return tuple(findings)


class _Rules:
    """All rules over one run of prose."""

    def __init__(self, prose: Prose, *, view: View, sources: Sources) -> None:
        self._prose = prose
        self._view = view
        self._sources = sources
        self._language = sources.language

    def findings(self) -> Iterator[Finding]:
        """Yield what the rules find, rule by rule."""
        for match in naked_numbers(self._view.text, language=self._language):
            yield self._finding(
                FindingCode.NAKED_NUMBER, match.start(), match[0], message=NAKED, remedy=BIND
            )
        yield from self._claims()
        for at, node in enumerate(self._view.nodes):
            if isinstance(node, BoundFigure):
                yield from self._figure(at, node)
            elif isinstance(node, Evidence):
                yield from self._study(at, node)

    def _finding(
        self, code: FindingCode, at: int, excerpt: str, *, message: Saying, remedy: Saying
    ) -> Finding:
        line, column = position(self._prose.source, offset=self._view.offsets[at])
        return Finding(code, line, column, excerpt, message, remedy)

    def _claims(self) -> Iterator[Finding]:
        for start, end in self._view.sentences():
            sentence = self._view.text[start:end]
            if EVIDENCE not in sentence:
                for match in effect_claims(sentence, language=self._language):
                    yield self._finding(
                        FindingCode.EFFECT_WITHOUT_STUDY,
                        start + match.start(),
                        match[0],
                        message=EFFECT,
                        remedy=PROVE,
                    )
            for match in investigations(sentence, language=self._language):
                yield self._finding(
                    FindingCode.RUNNING_INVESTIGATION,
                    start + match.start(),
                    match[0],
                    message=INVESTIGATION,
                    remedy=LEAVE_OUT,
                )

    def _study(self, at: int, node: Evidence) -> Iterator[Finding]:
        study = self._sources.studies.get(node.study)
        if study is None:
            yield self._finding(
                FindingCode.UNKNOWN_STUDY,
                at,
                node.study,
                message=Saying("Dit onderzoek bestaat niet.", "This study does not exist."),
                remedy=PROVE,
            )
        elif study.design != "effect":
            yield self._finding(
                FindingCode.EFFECT_WITHOUT_STUDY,
                at,
                node.study,
                message=Saying(
                    f"Dit is geen effectonderzoek; de soort is {study.design!r}.",
                    f"This is no effect study; its kind is {study.design!r}.",
                ),
                remedy=PROVE,
            )

    def _figure(self, at: int, node: BoundFigure) -> Iterator[Finding]:
        figure = self._sources.figures.get(node.key)
        if figure is None:
            yield self._finding(
                FindingCode.UNKNOWN_FIGURE,
                at,
                node.excerpt,
                message=Saying("Dit cijfer bestaat niet.", "This figure does not exist."),
                remedy=Saying(
                    "Kies een id uit de lijst van cijfers.", "Take an id from the list of figures."
                ),
            )
            return
        yield from self._hedge_in_front(at, node)
        # Words that the figure gives itself are true of it, also when they are no number.
        if node.phrase and not says_itself(figure, phrase=node.phrase, language=self._language):
            yield from self._phrase(at, node, figure)

    def _hedge_in_front(self, at: int, node: BoundFigure) -> Iterator[Finding]:
        before = self._view.text[:at].rstrip().lower()
        for word in hedge_words(self._language):
            if not before.endswith(word) or before[: -len(word)][-1:].isalnum():
                continue
            yield self._finding(
                FindingCode.HEDGE_OUTSIDE,
                at - (len(self._view.text[:at]) - len(before)) - len(word),
                f"{word} {node.excerpt}",
                message=Saying(
                    f"'{word}' staat buiten het cijfer en wordt niet nagerekend.",
                    f"'{word}' stands outside the figure and is not checked.",
                ),
                remedy=Saying(
                    f"Schrijf '[[{node.key}]]' of '[[{node.key} als {word} …]]'.",
                    f"Write '[[{node.key}]]' or '[[{node.key} as {word} …]]'.",
                ),
            )
            return

    def _phrase(self, at: int, node: BoundFigure, figure: FigureValue) -> Iterator[Finding]:
        right = Saying(
            f"Schrijf '[[{node.key}]]'; dat geeft '{phrase_of(figure, language=self._language)}'.",
            f"Write '[[{node.key}]]'; it gives '{phrase_of(figure, language=self._language)}'.",
        )
        try:
            claim = parse_phrase(node.phrase, language=self._language)
        except HedgeError:
            yield self._finding(
                FindingCode.UNREADABLE_HEDGE,
                at,
                node.excerpt,
                message=Saying(
                    f"'{node.phrase}' is geen getal met een bekend woord ervoor.",
                    f"'{node.phrase}' is no number with a known word in front.",
                ),
                remedy=right,
            )
            return
        yield from self._checked(at, node, figure, claim=claim, right=right)

    def _checked(
        self, at: int, node: BoundFigure, figure: FigureValue, *, claim: Claim, right: Saying
    ) -> Iterator[Finding]:
        if figure.value is None and figure.words:
            return
        if figure.value is None:
            yield self._finding(
                FindingCode.STATED_WITHOUT_DATA,
                at,
                node.excerpt,
                message=Saying(
                    "Er staat een getal, maar er zijn geen gegevens.",
                    "A number is stated, but there are no data.",
                ),
                remedy=right,
            )
        elif not holds(claim, value=figure.value):
            value = number_text(figure.value, language=self._language)
            yield self._finding(
                FindingCode.FALSE_HEDGE,
                at,
                node.excerpt,
                message=Saying(
                    f"'{node.phrase}' klopt niet: de waarde is {value}.",
                    f"'{node.phrase}' is not true: the value is {value}.",
                ),
                remedy=right,
            )
