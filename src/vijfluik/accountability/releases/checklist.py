"""The checklist of a release: what is wrong with it and what somebody must answer for.

Computed from the text, the figures and the registers, each time it is asked; nobody ticks it off.
Errors stand in the way of check and adoption; a warning may stay when somebody says why, by name.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from vijfluik.accountability.figures.once import computed_once
from vijfluik.accountability.releases.checklist_disclosure import disclosure_findings
from vijfluik.accountability.releases.checklist_figures import figure_findings
from vijfluik.accountability.releases.checklist_finding import Code, Finding, Severity
from vijfluik.accountability.releases.checklist_promises import undertaking_findings
from vijfluik.accountability.releases.checklist_texts import edition, edition_findings
from vijfluik.accountability.releases.models import Acknowledgement, Comment, Release
from vijfluik.accountability.releases.places import places
from vijfluik.accountability.releases.vocabulary import CommentState
from vijfluik.accountability.releases.wordings import worded
from vijfluik.accountability.reports.source import ReportSource
from vijfluik.core.documents.structure import Language


@dataclass(frozen=True, kw_only=True)
class Checklist:
    """What was found, errors first, and who let which warning stand (by its key)."""

    findings: tuple[Finding, ...]
    acknowledged: Mapping[str, Acknowledgement]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What stands in the way."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What somebody has to answer for."""
        return tuple(each for each in self.findings if each.severity is Severity.WARNING)

    @property
    def undecided(self) -> bool:
        """Whether it was not decided yet what the release does not show."""
        return any(each.code == Code.PATTERN_UNDECIDED for each in self.findings)

    @property
    def waiting(self) -> tuple[Finding, ...]:
        """The warnings that nobody answered for yet."""
        return tuple(each for each in self.warnings if each.key not in self.acknowledged)


def checklist(release: Release) -> Checklist:
    """The checklist of a release as things are now.

    Raises:
        Refused: nobody acts, or the actor may not read figures.
        NotClosed: the moment of the release is not closed.
    """
    report = worded(release)
    with computed_once():
        return _checklist(release, report=report)


def _checklist(release: Release, *, report: ReportSource) -> Checklist:
    editions = [edition(report, language=each, as_of=release.as_of) for each in Language]
    built = [each.built for each in editions if each.built is not None]
    found = [
        *edition_findings(report, editions=editions),
        *(disclosure_findings(built[0].treatment) if built else ()),
        *(figure_findings(built[0], period_until=release.period_until) if built else ()),
        *undertaking_findings(as_of=release.as_of),
        *_comments(release),
    ]
    found.sort(key=lambda each: each.severity is not Severity.ERROR)
    return Checklist(findings=tuple(found), acknowledged=_acknowledged(release))


def _comments(release: Release) -> list[Finding]:
    unresolved = Comment.objects.filter(
        release=release.key, state__in=(CommentState.OPEN, CommentState.ANSWERED)
    )
    known = places(worded(release))
    return [
        Finding.of_comment(each, place=known.get(each.place, each.place)) for each in unresolved
    ]


def _acknowledged(release: Release) -> dict[str, Acknowledgement]:
    rows = Acknowledgement.objects.filter(release=release.key).select_related("by")
    return {row.warning: row for row in rows}
