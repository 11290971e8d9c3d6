"""Every act of disclosure control: deciding a pattern, signing it, and exempting a cell.

Each that is asked by a page opens a transaction in which `who` acts, and raises, with nothing
written but the attempt in the journal:

    Refused       it may not be done, or there is no such pattern or exemption (also 404)
    Invalid       the values are not right; a fault by field
    EdgeRefused   it cannot be done from the state it is in, or not by this person
"""

import contextlib
import datetime as dt
import uuid
from collections.abc import Sequence
from contextlib import AbstractContextManager

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.accountability.disclosure.events import PATTERN_DECIDED
from vijfluik.accountability.disclosure.models import DisclosurePattern, PatternState
from vijfluik.accountability.disclosure.pattern import Pattern, State, parsed
from vijfluik.accountability.disclosure.treating import Treatment, composed, stored_treatment
from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.computed import Computed
from vijfluik.core.access.gate import Refused, acting_now, refuse, require
from vijfluik.core.facts.statements import sha256
from vijfluik.core.journal.kinds import Kind
from vijfluik.core.journal.recording import failure_recorded, record
from vijfluik.core.journal.vocabulary import RECORD_STEPPED
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.lifecycle.four_eyes import need_other_eyes
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.versions.retrying import begins_anew, retrying
from vijfluik.core.versions.turns import take_turn

THING = "disclosure"
OBJECT_TYPE = "disclosure.disclosurepattern"


def decide(figures: Sequence[Computed], *, publication: str, as_of: dt.datetime) -> Treatment:
    """The treatment of a publication that leaves the platform, kept when it was not yet.

    It runs in the transaction of whoever makes the file: a file that could not be made leaves none.

    Args:
        figures: all of the publication, as of the moment.
        publication: `treating.report_name` or `treating.figure_name`.
        as_of: the closed moment.
    """
    found = stored_treatment(figures, publication=publication, as_of=as_of)
    if found is not None:
        return found
    made = composed(figures, publication=publication, as_of=as_of)
    if not made.pattern.tables:
        return made
    # Somebody else may make the same file at the same time; then theirs is what was decided.
    with contextlib.suppress(IntegrityError), transaction.atomic():
        _keep(made, figures=[each.definition.id for each in figures])
    return stored_treatment(figures, publication=publication, as_of=as_of) or made


def decide_again(*, who: Acting, key: uuid.UUID) -> DisclosurePattern:
    """Decide on the same publication of the same moment anew, with what was exempted since."""

    def act() -> DisclosurePattern:
        with attempted(PATTERN_DECIDED, who=who, key=key), acting(who):
            row = access_pattern(key=key, action="create")
            figures = queries.figures(names=row.figures, as_of=row.as_of)
            take_turn(OBJECT_TYPE, row.publication, row.as_of.isoformat())
            made = composed(figures, publication=row.publication, as_of=row.as_of)
            if sha256(made.pattern.content) == _latest(row).sha256:
                raise EdgeRefused(_("Er is sinds dit besluit niets veranderd."))
            return _keep(made, figures=row.figures)

    return retrying(act)


def adopt(*, who: Acting, key: uuid.UUID) -> DisclosurePattern:
    """Put a second name under a pattern; from then on it is the publication's."""

    def act() -> DisclosurePattern:
        with attempted(RECORD_STEPPED, who=who, key=key), acting(who):
            row = access_pattern(key=key, action="approve", locked=True)
            if row.state != PatternState.PROPOSED:
                raise EdgeRefused(_("Dit patroon is al vastgesteld."))
            if row.proposed_by_id == who.actor.key:
                raise EdgeRefused(
                    _("Wie de publicatie maakte, stelt het patroon niet vast. Vraag een collega.")
                )
            need_other_eyes(row.proposed_by_id, actor=who.actor.key, since=row.proposed_at)
            if parsed(row.content).exposed:
                raise EdgeRefused(
                    _("De controle vond aantallen die niet beschermd zijn. Los die eerst op.")
                )
            row.state, row.approved_at = PatternState.ADOPTED, timezone.now()
            row.approved_by_id = who.actor.key
            row.save(update_fields=("state", "approved_by", "approved_at"))
            record(
                action=RECORD_STEPPED,
                object_type=OBJECT_TYPE,
                object_key=row.key,
                details={"before": "proposed", "after": "adopted"},
            )
            return row

    return retrying(act)


def access_pattern(
    *, key: uuid.UUID, action: str = "read", locked: bool = False
) -> DisclosurePattern:
    """The only way to a stored pattern.

    Args:
        locked: hold the row until the transaction ends, for a change.

    Raises:
        Refused: the actor may not do this, or there is no such pattern.
    """
    require(thing=THING, action=action, object_type=OBJECT_TYPE, object_key=str(key))
    rows = DisclosurePattern.objects.select_related("proposed_by", "approved_by")
    if locked:
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(key=key).first()
    if row is None:
        refuse(thing=THING, action=action, object_type=OBJECT_TYPE)
        raise Refused
    return row


def _latest(row: DisclosurePattern) -> DisclosurePattern:
    """The last decision on the same publication of the same moment, which may be a later one."""
    same = DisclosurePattern.objects.filter(publication=row.publication, as_of=row.as_of)
    return same.order_by("revision").last() or row


def attempted(
    kind: Kind, *, who: Acting, key: uuid.UUID | str = "", object_type: str = OBJECT_TYPE
) -> AbstractContextManager[None]:
    """Journal an act that failed, but not one that was refused or begins anew."""
    return failure_recorded(
        action=kind,
        who=who,
        object_type=object_type,
        object_key=key,
        unless=lambda error: isinstance(error, Refused) or begins_anew(error),
    )


def _keep(made: Treatment, *, figures: Sequence[str]) -> DisclosurePattern:
    pattern = made.pattern
    before = DisclosurePattern.objects.filter(publication=made.publication, as_of=made.as_of)
    row = DisclosurePattern(
        publication=made.publication,
        as_of=made.as_of,
        revision=max(before.values_list("revision", flat=True), default=0) + 1,
        figures=list(figures),
        cells=sorted({each.name for table in pattern.tables for each in table.numbers}),
        content=pattern.content,
        sha256=sha256(pattern.content),
        proposed_by_id=acting_now().actor.key,
    )
    row.save(force_insert=True)
    counted = counts(pattern)
    record(
        action=PATTERN_DECIDED,
        object_type=OBJECT_TYPE,
        object_key=row.key,
        details={
            "small": counted[State.SMALL],
            "others": counted[State.PROTECTING],
            "as_of": made.as_of,
            "sha256": row.sha256,
        },
    )
    return row


def counts(pattern: Pattern) -> dict[State, int]:
    """How many numbers of the tables of a publication are treated in each way."""
    states = [
        pattern.state(at=at, number=number)
        for at, table in enumerate(pattern.tables)
        for number in table.numbers
    ]
    return {each: states.count(each) for each in State}
