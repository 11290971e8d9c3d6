"""Deputies: proposed by who is replaced or by an administrator, accepted, and ended."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.core.access.gate import Refused, refuse, require
from vijfluik.core.journal.kinds import Kind
from vijfluik.core.journal.recording import failure_recorded, record
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.mandates.access import THING
from vijfluik.core.mandates.actions import Invalid
from vijfluik.core.mandates.kinds import DEPUTY_ACCEPTED, DEPUTY_ENDED, DEPUTY_PROPOSED
from vijfluik.core.mandates.lifecycle import State as MandateState
from vijfluik.core.mandates.lifecycle import state_of
from vijfluik.core.mandates.models import Deputy
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Mandate, Professional
from vijfluik.core.partners.queries import today
from vijfluik.core.versions.retrying import begins_anew
from vijfluik.core.versions.turns import take_turn

OBJECT_TYPE = "mandates.deputy"
# Longer is no replacement any more: then somebody gets a mandate.
LONGEST = dt.timedelta(days=183)
_BESIDE = (
    "mandate",
    "mandate__organisation",
    "replaced",
    "professional",
    "proposed_by",
    "ended_by",
)


class DeputyState(StrEnum):
    """Where a replacement stands on a day."""

    PROPOSED = "proposed"
    AHEAD = "ahead"
    IN_FORCE = "in_force"
    ENDED = "ended"
    OVER = "over"


LABELS: Mapping[DeputyState, object] = {
    DeputyState.PROPOSED: gettext_lazy("wacht op aanvaarding"),
    DeputyState.AHEAD: gettext_lazy("aanvaard, gaat later in"),
    DeputyState.IN_FORCE: gettext_lazy("in werking"),
    DeputyState.ENDED: gettext_lazy("beëindigd"),
    DeputyState.OVER: gettext_lazy("voorbij"),
}


@dataclass(frozen=True, kw_only=True)
class Period:
    """The days of a replacement, the last not included."""

    valid_from: dt.date
    valid_until: dt.date


def deputy_state(deputy: Deputy, *, on: dt.date) -> DeputyState:
    """Where it stands; nothing is stored that its dates tell."""
    if deputy.ended_at is not None:
        return DeputyState.ENDED
    if deputy.valid_until <= on:
        return DeputyState.OVER
    if deputy.accepted_at is None:
        return DeputyState.PROPOSED
    if deputy.valid_from > on:
        return DeputyState.AHEAD
    return DeputyState.IN_FORCE


def propose_deputy(
    *, who: Acting, mandate: uuid.UUID, professional: uuid.UUID, period: Period
) -> Deputy:
    """Ask somebody of the same employer to act on a mandate for a while.

    Who holds the mandate asks oneself; for somebody who is ill an administrator does.

    Raises:
        Refused: it is another's mandate and the actor administers none, or it is not there.
        Invalid: with the faults by field.
    """
    who = seeing_colleagues(who)
    with _attempted(DEPUTY_PROPOSED, who=who), acting(who):
        found = Mandate.objects.select_related("professional").filter(key=mandate).first()
        if found is None:
            refuse(thing=THING, action="grant", object_type=OBJECT_TYPE)
            raise Refused
        if found.professional_id != who.actor.key:
            require(thing=THING, action="grant", object_type=OBJECT_TYPE)
        take_turn(OBJECT_TYPE, found.key)
        faults = _faults_of(found, who=who, professional=professional, period=period)
        if faults:
            raise Invalid(faults)
        made = Deputy(
            mandate=found,
            replaced_id=found.professional_id,
            professional_id=professional,
            valid_from=period.valid_from,
            valid_until=period.valid_until,
            proposed_by_id=who.actor.key,
        )
        made.save(force_insert=True)
        _tell(made, action=DEPUTY_PROPOSED)
        return made


def accept(*, who: Acting, key: uuid.UUID) -> Deputy:
    """Accept to replace somebody: between its days the mandate works for the deputy too.

    Raises:
        Refused: it is not the actor who is asked.
        EdgeRefused: it does not wait any more.
    """
    with _attempted(DEPUTY_ACCEPTED, who=who, key=key), acting(who):
        found = deputy_of(key=key, locked=True)
        if found.professional_id != who.actor.key:
            refuse(thing=THING, action="approve", object_type=OBJECT_TYPE, object_key=str(key))
            raise Refused
        if deputy_state(found, on=today()) != DeputyState.PROPOSED:
            raise EdgeRefused(_("Dit wacht niet meer op aanvaarding."))
        found.accepted_at = timezone.now()
        found.save(update_fields=["accepted_at"])
        _tell(found, action=DEPUTY_ACCEPTED)
        return found


def end_deputy(*, who: Acting, key: uuid.UUID) -> Deputy:
    """Decline or end a replacement: by the deputy, who is replaced, or an administrator.

    Raises:
        Refused: it is none of these.
        EdgeRefused: it is over already.
    """
    with _attempted(DEPUTY_ENDED, who=who, key=key), acting(who):
        found = deputy_of(key=key, locked=True)
        if who.actor.key not in (found.professional_id, found.replaced_id):
            require(thing=THING, action="end", object_type=OBJECT_TYPE, object_key=str(key))
        if deputy_state(found, on=today()) in (DeputyState.ENDED, DeputyState.OVER):
            raise EdgeRefused(_("Deze vervanging is al voorbij."))
        found.ended_at = timezone.now()
        found.ended_by_id = who.actor.key
        found.save(update_fields=["ended_at", "ended_by"])
        _tell(found, action=DEPUTY_ENDED)
        return found


def deputy_of(*, key: uuid.UUID, locked: bool = False) -> Deputy:
    """A replacement that the actor may see, inside `acting`.

    Raises:
        Refused: it is not there, or not for the actor to see.
    """
    rows = Deputy.objects.select_related(*_BESIDE)
    if locked:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(key=key).first()
    if found is None:
        refuse(thing=THING, action="read", object_type=OBJECT_TYPE, object_key=str(key))
        raise Refused
    return found


def own_deputies(*, who: Acting) -> Sequence[Deputy]:
    """What the actor is asked for, does, or had done by others: of now and the year before."""
    since = today() - dt.timedelta(days=365)
    mine = Q(professional=who.actor.key) | Q(replaced=who.actor.key)
    return list(Deputy.objects.select_related(*_BESIDE).filter(mine, valid_until__gt=since))


def own_mandates(*, who: Acting) -> Sequence[Mandate]:
    """The mandates of one's own that somebody could act on."""
    rows = Mandate.objects.select_related("organisation").filter(professional=who.actor.key)
    return [
        each
        for each in rows
        if state_of(each, on=today()) in (MandateState.IN_FORCE, MandateState.AHEAD)
    ]


def seeing_colleagues(who: Acting) -> Acting:
    """The same person for the purpose of a mandate of theirs: for another no name is seen."""
    purposes = [grant.purpose for grant in who.actor.grants]
    if not purposes or who.purpose in purposes:
        return who
    return replace(who, purpose=purposes[0], used=None)


def colleagues(*, of: Professional, but: uuid.UUID) -> Sequence[Professional]:
    """Who could replace somebody: in service with the same employer, and not who proposes it."""
    rows = Professional.objects.filter(is_active=True, organisation=of.organisation_id)
    return list(rows.exclude(key__in=(of.key, but)).order_by("name"))


def _faults_of(
    mandate: Mandate, *, who: Acting, professional: uuid.UUID, period: Period
) -> dict[str, str]:
    faults = {}
    if state_of(mandate, on=today()) not in (MandateState.IN_FORCE, MandateState.AHEAD):
        faults["mandate"] = _("Kies een mandaat dat werkt.")
    able = colleagues(of=mandate.professional, but=who.actor.key)
    if professional not in {each.key for each in able}:
        faults["professional"] = _("Kies een collega van dezelfde werkgever, niet uzelf.")
    if period.valid_until <= max(period.valid_from, today()):
        faults["valid_until"] = _("Kies een dag na vandaag en na de eerste dag.")
    elif period.valid_until - period.valid_from > LONGEST:
        faults["valid_until"] = _("Vervang hoogstens een half jaar; daarna is een mandaat nodig.")
    twice = Deputy.objects.filter(
        mandate=mandate,
        professional=professional,
        ended_at__isnull=True,
        valid_from__lt=period.valid_until,
        valid_until__gt=period.valid_from,
    )
    if not faults and twice.exists():
        faults["professional"] = _("Deze vervanging is er al, of wacht op aanvaarding.")
    return faults


def _tell(deputy: Deputy, *, action: Kind) -> None:
    record(
        action=action,
        object_type=OBJECT_TYPE,
        object_key=deputy.key,
        details={
            "mandate": deputy.mandate_id,
            "replaced": deputy.replaced_id,
            "deputy": deputy.professional_id,
            "until": deputy.valid_until,
        },
    )


def _attempted(
    action: Kind, *, who: Acting, key: uuid.UUID | str = ""
) -> AbstractContextManager[None]:
    return failure_recorded(
        action=action,
        who=who,
        object_type=OBJECT_TYPE,
        object_key=key,
        unless=lambda error: isinstance(error, Refused) or begins_anew(error),
    )
