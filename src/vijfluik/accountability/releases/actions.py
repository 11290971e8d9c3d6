"""What is done with a release beyond what every register does: adopting and publishing it."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib.postgres.functions import TransactionNow
from django.utils.translation import gettext as _

from vijfluik.accountability.releases.checklist import checklist
from vijfluik.accountability.releases.events import WARNING_ACKNOWLEDGED
from vijfluik.accountability.releases.lifecycle import RECTIFY
from vijfluik.accountability.releases.models import Acknowledgement, File, Release, ReleaseStep
from vijfluik.accountability.releases.releases_register import RELEASES
from vijfluik.accountability.releases.telling import details_of
from vijfluik.accountability.releases.vocabulary import ReleaseState as State
from vijfluik.accountability.releases.wordings import worded
from vijfluik.accountability.reports.actions import make_files
from vijfluik.accountability.reports.formats import FileFormat
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
    with acting(who):
        release = actions.step(
            register, who=who, key=key, edge=edge, changes=changes, reason=reason, seen=seen
        )
        if edge == "adopt":
            _keep_files(release, base_url=base_url)
        if edge == "publish" and release.predecessor_id is not None:
            _rectify(release.predecessor_id, who=who)
    return release


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
    """Build both editions in every format, and keep their bytes with the step that adopted them."""
    adopted = ReleaseStep.objects.filter(release=release.key, edge="adopt").last()
    assert adopted is not None  # noqa: S101 - the step was taken in this transaction
    for language in Language:
        _built, files = make_files(
            release.report,
            source=worded(release),
            language=language,
            as_of=release.as_of,
            formats=FORMATS,
            base_url=base_url,
            demonstration=settings.DEMONSTRATION,
            details=details_of(release, language=language),
        )
        for file in files:
            File(
                release=release, adopted_in=adopted, language=str(language),
                format=str(file.format), content=file.content, sha256=file.sha256,
                size=len(file.content), built_at=TransactionNow(),
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
