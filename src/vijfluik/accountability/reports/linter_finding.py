"""What the linter found: where, what is wrong, and what would be right, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vijfluik.core.documents.structure import Language


class FindingCode(StrEnum):
    """The rules of the linter."""

    NAKED_NUMBER = "naked-number"
    FALSE_HEDGE = "false-hedge"
    UNREADABLE_HEDGE = "unreadable-hedge"
    HEDGE_OUTSIDE = "hedge-outside"
    STATED_WITHOUT_DATA = "stated-without-data"
    UNKNOWN_FIGURE = "unknown-figure"
    EFFECT_WITHOUT_STUDY = "effect-without-study"
    UNKNOWN_STUDY = "unknown-study"
    RUNNING_INVESTIGATION = "running-investigation"
    MIXED_SERIES = "mixed-series"


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence in both languages of the platform."""

    dutch: str
    english: str

    def in_language(self, language: Language) -> str:
        """Return the sentence in ``language``."""
        return self.dutch if language is Language.DUTCH else self.english


@dataclass(frozen=True, slots=True)
class Finding:
    """One refusal. Line and column count from one; both are 0 for a table or chart, which has
    no place in the prose and is named in ``excerpt``."""

    code: FindingCode
    line: int
    column: int
    excerpt: str
    message: Saying
    remedy: Saying

    def text(self, language: Language) -> str:
        """Return the finding as one line in ``language``."""
        place = f"{self.line}:{self.column}: " if self.line else ""
        message, remedy = self.message.in_language(language), self.remedy.in_language(language)
        return f"{place}{self.code}: {self.excerpt!r}: {message} {remedy}"


class LintError(ValueError):
    """Raised when a report may not be built; ``findings`` is the whole list."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(finding.text(Language.ENGLISH) for finding in findings))
        self.findings = findings
