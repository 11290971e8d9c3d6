"""What is done with a release beyond what every register does: adopting and publishing it."""

import hashlib
import uuid
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib.postgres.functions import TransactionNow
from django.utils.translation import gettext as _

from vijfluik.accountability.disclosure import actions as disclosure
from vijfluik.accountability.disclosure.events import PATTERN_DECIDED
from vijfluik.accountability.disclosure.models import DisclosurePattern, PatternState
from vijfluik.accountability.disclosure.stored import standing
from vijfluik.accountability.disclosure.treating import Treatment, report_name
from vijfluik.accountability.evidence.bundling import publication_of
from vijfluik.accountability.evidence.naming import report_path
from vijfluik.accountability.figures import queries as figures
from vijfluik.accountability.figures.once import computed_once
from vijfluik.accountability.releases.checklist import checklist
from vijfluik.accountability.releases.events import WARNING_ACKNOWLEDGED
from vijfluik.accountability.releases.lifecycle import RECTIFY
from vijfluik.accountability.releases.models import Acknowledgement, File, Release, ReleaseStep
from vijfluik.accountability.releases.models.file import ALL_LANGUAGES, EVIDENCE
from vijfluik.accountability.releases.releases_register import RELEASES
from vijfluik.accountability.releases.telling import details_of
from vijfluik.accountability.releases.vocabulary import ReleaseState as State
from vijfluik.accountability.releases.wordings import worded
from vijfluik.accountability.reports.actions import make_files
from vijfluik.accountability.reports.formats import FileFormat
from vijfluik.core.access.gate import require
from vijfluik.core.documents.structure import Language
from vijfluik.core.journal.recording import record as journal
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.attempted import attempted
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Fault, Invalid
from vijfluik.core.registers.retried import retried
from vijfluik.core.registers.saving import save
from vijfluik.core.registers.stepping import need_reason, record_step, step_row

# Every format that a report can leave the platform in.
FORMATS = tuple(FileFormat)


@retried
def take(
    register: Register,
    *,
    who: Acting,
    key: uuid.UUID,
    edge: str,
    changes: Mapping[str, Any] | None = None,
    reason: str = "",
    seen: str | None = None,
    base_url: str = "",
) -> Any:
    """Take an edge, and in the same transaction what comes with it.

    Adopting builds and keeps the files; publishing a rectification marks what it rectifies.

    Args:
        base_url: where links of the files lead, such as https://vijfluik.example.

    Raises:
        Refused, Invalid, EdgeRefused, Conflict: as of every step.
    """
    with acting(who), computed_once():
        release = actions.step(
            register, who=who, key=key, edge=edge, changes=changes, reason=reason, seen=seen
        )
        if edge == "adopt":
            _keep_files(release, base_url=base_url)
        if edge == "publish" and release.predecessor_id is not None:
            _rectify(release.predecessor_id, who=who)
    return release


@retried
def decide_pattern(*, who: Acting, key: uuid.UUID) -> Treatment:
    """Decide what a release does not show, and keep it; another person then signs the pattern.

    What was decided already on the same report of the same moment is that decision.

    Raises:
        Refused: the actor may not, or there is no such release.
        EdgeRefused: there is nothing to decide any more.
    """
    tried = attempted(action=PATTERN_DECIDED, who=who, object_type=RELEASES.object_type, key=key)
    with tried, acting(who):
        release = access_record(RELEASES, who=who, key=key, action="step", locked=True)
        require(thing=disclosure.THING, action="create")
        if release.state not in (State.DRAFT, State.IN_CHECK):
            raise EdgeRefused(_("Deze uitgave is al vastgesteld of ingetrokken."))
        found = figures.figures(names=worded(release).figures, as_of=release.as_of)
        return disclosure.decide(
            found, publication=report_name(release.report), as_of=release.as_of
        )


def pattern_of(release: Release, *, unsigned: bool = False) -> DisclosurePattern | None:
    """The pattern of a release: the one that holds, or the one that waits for a signature."""
    publication = report_name(release.report)
    if not unsigned:
        return standing(publication=publication, as_of=release.as_of)
    rows = DisclosurePattern.objects.filter(publication=publication, as_of=release.as_of)
    last = rows.order_by("-revision").first()
    return None if last is None or last.state == PatternState.ADOPTED else last


@retried
def acknowledge(*, who: Acting, key: uuid.UUID, warnings: list[str], reason: str) -> int:
    """Let warnings of the checklist stand, in one's own name and for a reason.

    Args:
        warnings: the keys of the findings.

    Returns:
        How many were acknowledged.

    Raises:
        Refused: the actor may not, or there is no such release.
        Invalid: there is no reason, or none of the warnings stands any more.
        EdgeRefused: there is nothing to decide any more.
    """
    tried = attempted(action=WARNING_ACKNOWLEDGED, who=who, object_type=RELEASES.object_type,
                      key=key)  # fmt: skip
    with tried, acting(who):
        release = access_record(RELEASES, who=who, key=key, action="step", locked=True)
        need_reason(reason)
        if release.state not in (State.DRAFT, State.IN_CHECK):
            raise EdgeRefused(_("Deze uitgave is al vastgesteld of ingetrokken."))
        standing = {each.key for each in checklist(release).waiting}
        chosen = [each for each in dict.fromkeys(warnings) if each in standing]
        if not chosen:
            raise Invalid(
                [
                    Fault(
                        field="",
                        wrong=_("er is geen waarschuwing gekozen die nog wacht"),
                        right=_("kies er een of meer"),
                    )
                ]
            )
        for warning in chosen:
            Acknowledgement(
                release_id=key, warning=warning, reason=reason, by_id=who.actor.key,
                at=TransactionNow(),
            ).save(force_insert=True)  # fmt: skip
            journal(
                action=WARNING_ACKNOWLEDGED,
                object_type=RELEASES.object_type,
                object_key=key,
                details={"warning": warning},
            )
        return len(chosen)


def _keep_files(release: Release, *, base_url: str) -> None:
    """Build both editions in every format and the evidence of them, and keep their bytes.

    They are of the step that adopted the release.
    """
    adopted = ReleaseStep.objects.filter(release=release.key, edge="adopt").last()
    assert adopted is not None  # noqa: S101 - the step was taken in this transaction
    editions, written = [], {}
    for language in Language:
        built, files = make_files(
            release.report,
            source=worded(release),
            language=language,
            as_of=release.as_of,
            formats=FORMATS,
            base_url=base_url,
            demonstration=settings.DEMONSTRATION,
            details=details_of(release, language=language),
        )
        editions.append(built)
        for file in files:
            kind = str(file.format)
            written[report_path(language=str(language), kind=kind)] = file.content
            _keep(release, adopted=adopted, language=str(language), kind=kind, content=file.content)
    evidence = publication_of(editions, files=written, base_url=base_url)
    _keep(release, adopted=adopted, language=ALL_LANGUAGES, kind=EVIDENCE, content=evidence.content)


def _keep(
    release: Release, *, adopted: ReleaseStep, language: str, kind: str, content: bytes
) -> None:
    File(
        release=release, adopted_in=adopted, language=language, format=kind, content=content,
        sha256=hashlib.sha256(content).hexdigest(), size=len(content), built_at=TransactionNow(),
    ).save(force_insert=True)  # fmt: skip


def _rectify(key: uuid.UUID, *, who: Acting) -> None:
    """The predecessor stays readable, as rectified; its step is of who published the other."""
    before = access_record(RELEASES, who=who, key=key, action="step", locked=True)
    from_state = before.state
    before.state = RELEASES.lifecycle.target(name=RECTIFY, state=from_state)
    save(RELEASES, record=before)
    step_row(
        RELEASES, who=who, record=before, edge=RECTIFY, from_state=from_state,
        business_date=today(), reason="",
    ).save(force_insert=True)  # fmt: skip
    record_step(RELEASES, record=before, from_state=from_state)
