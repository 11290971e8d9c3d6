"""Writing in a release: one part of one edition at a time, and only what the linter lets pass."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.postgres.functions import TransactionNow
from django.utils.translation import gettext as _

from vijfluik.accountability.releases.checklist_texts import Edition, edition
from vijfluik.accountability.releases.events import TEXT_WRITTEN
from vijfluik.accountability.releases.models import Release, Wording
from vijfluik.accountability.releases.releases_register import RELEASES
from vijfluik.accountability.releases.sections import Part, parts_of, replaced
from vijfluik.accountability.releases.vocabulary import ReleaseState
from vijfluik.accountability.releases.wordings import latest, with_prose, worded
from vijfluik.accountability.reports.linter_finding import Finding
from vijfluik.core.documents.structure import Language
from vijfluik.core.journal.recording import record as journal
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.attempted import attempted
from vijfluik.core.registers.retried import retried


@dataclass(frozen=True, kw_only=True)
class Tried:
    """A part as it was written, and what the linter says of it.

    findings: in this part, their lines counted within it. elsewhere: how many there are in the rest
    of the text. stale: whether somebody else wrote in the meantime. kept: whether it is the text of
    the release now.
    """

    edition: Edition
    findings: Sequence[Finding] = ()
    elsewhere: int = 0
    stale: bool = False
    kept: bool = False

    @property
    def wrong(self) -> bool:
        """Whether something has to be mended first."""
        return bool(self.findings) or self.edition.unreadable is not None or self.stale


def try_out(release: Release, *, language: Language, part: Part, body: str) -> tuple[Tried, str]:
    """What the linter says of a part that is written anew, and the whole text with it."""
    report = worded(release)
    whole = replaced(report.prose[language], part=part, body=body)
    tried = with_prose(report, prose={**report.prose, language: whole})
    found = edition(tried, language=language, as_of=release.as_of)
    lines = body.strip("\n").count("\n")
    inside = [each for each in found.lint if part.first <= each.line <= part.first + lines]
    own = [_within(each, part=part) for each in inside]
    return Tried(edition=found, findings=own, elsewhere=len(found.lint) - len(inside)), whole


@retried
def write(
    *, who: Acting, key: uuid.UUID, language: Language, part: str, body: str, seen: str
) -> Tried:
    """Keep a part of the text of a draft, unless the linter finds something in it.

    Args:
        part: the key of the part.
        body: what it is to say, its heading first.
        seen: the key of the wording that the writer began from; empty for none.

    Raises:
        Refused: the actor may not, or there is no such release or part.
        EdgeRefused: the text is fixed, or says so already.
    """
    tried = attempted(action=TEXT_WRITTEN, who=who, object_type=RELEASES.object_type, key=key)
    with tried, acting(who):
        release = access_record(RELEASES, who=who, key=key, action="correct", locked=True)
        if release.state != ReleaseState.DRAFT:
            raise EdgeRefused(
                _("De tekst van deze uitgave staat vast. Haal de uitgave eerst terug.")
            )
        found = {each.key: each for each in parts_of(worded(release).prose[language])}
        if part not in found:
            raise EdgeRefused(_("Dit onderdeel staat niet meer in de tekst. Kies het opnieuw."))
        outcome, whole = try_out(release, language=language, part=found[part], body=body)
        if outcome.wrong:
            return outcome
        before = latest(release, language=language)
        if seen != ("" if before is None else str(before.key)):
            return Tried(edition=outcome.edition, stale=True)
        if whole == worded(release).prose[language]:
            raise EdgeRefused(_("Er is niets veranderd."))
        Wording(
            release=release, language=str(language), text=whole, written_by_id=who.actor.key,
            written_at=TransactionNow(),
        ).save(force_insert=True)  # fmt: skip
        journal(
            action=TEXT_WRITTEN,
            object_type=RELEASES.object_type,
            object_key=key,
            details={"language": str(language), "part": part},
        )
        return Tried(edition=outcome.edition, elsewhere=outcome.elsewhere, kept=True)


def _within(finding: Finding, *, part: Part) -> Finding:
    return Finding(
        finding.code,
        finding.line - part.first + 1,
        finding.column,
        finding.excerpt,
        finding.message,
        finding.remedy,
    )
