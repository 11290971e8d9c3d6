"""Every act on an official value: typed, atomic, journalled.

Each opens a transaction in which `who` acts. They raise, and then nothing was written but the
attempt in the journal:

    Refused       it may not be done, or there is no such value (also 404)
    Invalid       the values are not right; a fault by field
    EdgeRefused   the step cannot be taken from the state it is in, or not by this person
"""

import dataclasses
import uuid
from contextlib import AbstractContextManager

from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.accountability.figures.official.content import Content, Invalid, require_right
from vijfluik.accountability.figures.official.lifecycle import LIFECYCLE
from vijfluik.accountability.figures.official.model import OfficialState, OfficialValue
from vijfluik.accountability.figures.official.source import NAME
from vijfluik.core.access.gate import Refused, refuse, require
from vijfluik.core.journal.kinds import Kind
from vijfluik.core.journal.recording import failure_recorded, record
from vijfluik.core.journal.vocabulary import RECORD_CREATED, RECORD_STEPPED, RECORD_WITHDRAWN
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.lifecycle.four_eyes import need_other_eyes
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.versions.retrying import begins_anew, retrying
from vijfluik.core.versions.turns import take_turn

THING = NAME
OBJECT_TYPE = "figures.officialvalue"
LONGEST_REASON = 500
# What a step may write; the database grants no more.
CHANGING = ("state", "approved_by", "approved_at")


def propose(
    *, who: Acting, content: Content, replaces: uuid.UUID | None = None, reason: str = ""
) -> OfficialValue:
    """Write down a value with where it comes from; it counts when somebody else confirms it.

    Args:
        who: proposes it.
        content: the value and its source.
        replaces: the confirmed value that this one corrects.
        reason: why it is corrected; needed for a correction.
    """
    who = _because(who, reason=reason)

    def act() -> OfficialValue:
        with _attempted(RECORD_CREATED, who=who), acting(who):
            require(thing=THING, action="create", object_type=OBJECT_TYPE)
            require_right(content)
            _turn(content.figure)
            _require_new(content, replaces=replaces)
            if replaces is not None:
                _require_replaceable(replaces, content=content, reason=reason)
            row = OfficialValue(
                proposed_by_id=who.actor.key,
                entered_on=today(),
                replaces_id=replaces,
                **dataclasses.asdict(content),
            )
            row.save(force_insert=True)
            record(action=RECORD_CREATED, object_type=OBJECT_TYPE, object_key=row.key)
            return row

    return retrying(act)


def confirm(*, who: Acting, key: uuid.UUID) -> OfficialValue:
    """Let a value count from now on, in place of the one that it replaces if any."""
    return _step(who=who, key=key, edge="confirm", reason="")


def reject(*, who: Acting, key: uuid.UUID, reason: str) -> OfficialValue:
    """Say that a proposed value is not what its source states."""
    return _step(who=who, key=key, edge="reject", reason=reason)


def withdraw(*, who: Acting, key: uuid.UUID, reason: str) -> OfficialValue:
    """Let a value count no longer; the figure says "geen gegeven" until another is confirmed."""
    return _step(who=who, key=key, edge="withdraw", reason=reason)


def _step(*, who: Acting, key: uuid.UUID, edge: str, reason: str) -> OfficialValue:
    who = _because(who, reason=reason)

    def act() -> OfficialValue:
        kind = RECORD_WITHDRAWN if edge == "withdraw" else RECORD_STEPPED
        with _attempted(kind, who=who, key=key), acting(who):
            chosen = LIFECYCLE.edge(edge)
            row = access_official(key=key, action=chosen.action, locked=True)
            before = row.state
            target = LIFECYCLE.target(name=edge, state=before)
            if chosen.reason_asked and not reason.strip():
                raise Invalid({"reason": _("Zeg waarom; het blijft bij de waarde staan.")})
            if edge == "confirm":
                _confirm(row, who=who)
            row.state = target
            row.save(update_fields=CHANGING)
            details = {} if edge == "withdraw" else {"before": before, "after": str(target)}
            record(action=kind, object_type=OBJECT_TYPE, object_key=row.key, details=details)
            return row

    return retrying(act)


def _confirm(row: OfficialValue, *, who: Acting) -> None:
    """Put the name of a second person under a value, and let the one that it corrects go."""
    if row.proposed_by_id == who.actor.key:
        raise EdgeRefused(_("Wie een waarde voorstelt, bevestigt haar niet. Vraag een collega."))
    need_other_eyes(row.proposed_by_id, actor=who.actor.key, since=row.proposed_at)
    row.approved_by_id = who.actor.key
    row.approved_at = timezone.now()
    _turn(row.figure)
    standing = OfficialValue.objects.filter(figure=row.figure, state=OfficialState.CONFIRMED)
    for other in standing.select_for_update():
        if other.key != row.replaces_id:
            raise EdgeRefused(
                _("Dit cijfer heeft al een bevestigde waarde. Leg een correctie daarvan vast.")
            )
        other.state = OfficialState.REPLACED
        other.save(update_fields=CHANGING)


def _turn(figure: str) -> None:
    """One at a time proposes or confirms a value of a figure: it has one that counts."""
    take_turn(OBJECT_TYPE, figure)


def _require_new(content: Content, *, replaces: uuid.UUID | None) -> None:
    """What waits for confirmation already is not proposed once more.

    Raises:
        Invalid: it is.
    """
    same = dataclasses.asdict(content)
    parts = same.pop("parts")
    waiting = OfficialValue.objects.filter(
        state=OfficialState.PROPOSED, replaces=replaces, **same
    ).values_list("parts", flat=True)
    if parts in waiting:
        raise Invalid({"figure": _("Deze waarde is al voorgesteld en wacht op bevestiging.")})


def _require_replaceable(key: uuid.UUID, *, content: Content, reason: str) -> None:
    """A correction is of a value that counts, of the same figure, and says why.

    Raises:
        Invalid: it is not.
    """
    standing = OfficialValue.objects.filter(key=key, state=OfficialState.CONFIRMED).first()
    if standing is None or standing.figure != content.figure:
        raise Invalid(
            {"figure": _("Alleen een bevestigde waarde van hetzelfde cijfer wordt verbeterd.")}
        )
    if not reason.strip():
        raise Invalid({"reason": _("Zeg waarom de waarde verandert.")})


def access_official(*, key: uuid.UUID, action: str = "read", locked: bool = False) -> OfficialValue:
    """The only way to an official value.

    Args:
        locked: hold the row until the transaction ends, for a change.

    Raises:
        Refused: the actor may not do this, or there is no such value.
    """
    require(thing=THING, action=action, object_type=OBJECT_TYPE, object_key=str(key))
    rows = OfficialValue.objects.select_related("proposed_by", "approved_by")
    if locked:
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(key=key).first()
    if row is None:
        refuse(thing=THING, action=action, object_type=OBJECT_TYPE)
        raise Refused
    return row


def _because(who: Acting, *, reason: str) -> Acting:
    return dataclasses.replace(who, reason=reason.strip()[:LONGEST_REASON])


def _attempted(
    kind: Kind, *, who: Acting, key: uuid.UUID | str = ""
) -> AbstractContextManager[None]:
    return failure_recorded(
        action=kind,
        who=who,
        object_type=OBJECT_TYPE,
        object_key=key,
        unless=lambda error: isinstance(error, Refused) or begins_anew(error),
    )
