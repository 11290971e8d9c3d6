"""Every write to a mandate: atomic, journalled, and never of one's own."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping
from contextlib import AbstractContextManager

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.core.access.gate import Refused, require
from vijfluik.core.journal.kinds import Kind
from vijfluik.core.journal.recording import failure_recorded, record
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.lifecycle.four_eyes import check_four_eyes
from vijfluik.core.mandates.access import OBJECT_TYPE, THING, access_mandate
from vijfluik.core.mandates.kinds import APPROVED, ENDED, PROPOSED, REVIEWED
from vijfluik.core.mandates.lifecycle import LABELS, LIFECYCLE, state_of
from vijfluik.core.mandates.queries import purposes_of
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Mandate, Organisation, Professional, Purpose, Role
from vijfluik.core.partners.queries import today
from vijfluik.core.versions.retrying import begins_anew
from vijfluik.core.versions.turns import take_turn

LONGEST_REASON = 500


class Invalid(ValueError):
    """What was asked cannot be; `faults` says per field what is wrong and what would be right."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {text}" for name, text in faults.items()))
        self.faults = dict(faults)


def propose(
    *,
    who: Acting,
    professional: uuid.UUID,
    organisation: str,
    role: Role,
    purpose: Purpose,
    valid_from: dt.date,
    valid_until: dt.date,
) -> Mandate:
    """Propose a mandate for somebody else; it works once another administrator approved it.

    Args:
        professional: the key of an account in service.
        organisation: the code of the organisation at which the role is.
        valid_until: the first day on which it does not work any more.

    Raises:
        Refused: whoever acts may not propose mandates.
        Invalid: with the faults by field.
    """
    with _attempted(PROPOSED, who=who), acting(who):
        require(thing=THING, action="grant", object_type=OBJECT_TYPE)
        take_turn(OBJECT_TYPE, professional)
        mandate = Mandate(
            professional_id=professional,
            organisation_id=organisation,
            role=role,
            purpose=purpose,
            valid_from=valid_from,
            valid_until=valid_until,
            proposed_by_id=who.actor.key,
            reviewed_on=today(),
        )
        faults = _faults_of(mandate, who=who)
        if faults:
            raise Invalid(faults)
        mandate.save(force_insert=True)
        tell(mandate, action=PROPOSED)
        return mandate


def approve(*, who: Acting, key: uuid.UUID) -> Mandate:
    """Approve what another proposed: from now on it works, between its days.

    Raises:
        Refused: it may not be done, or there is no such mandate.
        EdgeRefused: it does not wait for approval, or the actor proposed it or is to have it.
    """
    with _attempted(APPROVED, who=who, key=key), acting(who):
        mandate = _taking("approve", who=who, key=key)
        mandate.approved_by_id = who.actor.key
        mandate.approved_at = timezone.now()
        mandate.save(update_fields=["approved_by", "approved_at"])
        tell(mandate, action=APPROVED)
        return mandate


def review(*, who: Acting, key: uuid.UUID) -> Mandate:
    """Say that the mandate is still needed; the next review is due in six months.

    Raises:
        Refused, EdgeRefused: as in `approve`.
    """
    with _attempted(REVIEWED, who=who, key=key), acting(who):
        mandate = _taking("review", who=who, key=key)
        mandate.reviewed_by_id = who.actor.key
        mandate.reviewed_on = today()
        mandate.save(update_fields=["reviewed_by", "reviewed_on"])
        tell(mandate, action=REVIEWED)
        return mandate


def end(*, who: Acting, key: uuid.UUID, reason: str) -> Mandate:
    """End a mandate or turn down a proposal; it gives nothing from the next request on.

    One person may end alone, one's own too: less access needs no second pair of eyes.

    Raises:
        Refused, EdgeRefused: as in `approve`.
        Invalid: there is no reason, or it is longer than 500 characters.
    """
    why = reason.strip()
    if not why:
        raise Invalid({"reason": _("Geef de reden; zij blijft bij het mandaat staan.")})
    if len(why) > LONGEST_REASON or "\0" in why:
        raise Invalid({"reason": _("Geef de reden in ten hoogste 500 tekens.")})
    saying = dataclasses.replace(who, reason=why)
    with _attempted(ENDED, who=saying, key=key), acting(saying):
        mandate = _taking("end", who=saying, key=key)
        mandate.ended_by_id = who.actor.key
        mandate.ended_at = timezone.now()
        mandate.end_reason = why
        mandate.save(update_fields=["ended_by", "ended_at", "end_reason"])
        tell(mandate, action=ENDED)
        return mandate


def refusal(name: str, *, mandate: Mandate, actor: uuid.UUID) -> str:
    """Why the actor cannot take this edge now; empty when nothing stands in the way."""
    edge = LIFECYCLE.edge(name)
    try:
        check_four_eyes(edge=edge, row=mandate, actor=actor)
    except EdgeRefused as refused:
        return refused.message
    if name != "end" and mandate.professional_id == actor:
        return _("Dit mandaat is voor uzelf. Een ander beslist erover.")
    state = state_of(mandate, on=today())
    if state in edge.sources:
        return ""
    return _("Dit kan niet meer of nog niet: het mandaat is %(state)s.") % {"state": LABELS[state]}


def _taking(name: str, *, who: Acting, key: uuid.UUID) -> Mandate:
    mandate = access_mandate(key=key, action=LIFECYCLE.edge(name).action, locked=True)
    refused = refusal(name, mandate=mandate, actor=who.actor.key)
    if refused:
        raise EdgeRefused(refused)
    return mandate


def _faults_of(mandate: Mandate, *, who: Acting) -> dict[str, str]:
    faults = {}
    if mandate.professional_id == who.actor.key:
        faults["professional"] = _("Niemand geeft zichzelf een mandaat. Vraag het een ander.")
    elif not Professional.objects.filter(key=mandate.professional_id, is_active=True).exists():
        faults["professional"] = _("Kies iemand die in dienst is.")
    if not Organisation.objects.filter(code=mandate.organisation_id).exists():
        faults["organisation"] = _("Kies een organisatie uit de lijst.")
    fitting = purposes_of(Role(mandate.role))
    if mandate.purpose not in fitting:
        names = ", ".join(sorted(str(purpose.label) for purpose in fitting))
        faults["purpose"] = _("Deze rol kan hiervoor niets doen. Kies: %(purposes)s.") % {
            "purposes": names
        }
    if mandate.valid_until <= max(mandate.valid_from, today()):
        faults["valid_until"] = _("Kies een dag na vandaag en na de eerste dag.")
    if not faults and _same_already(mandate):
        faults["professional"] = _(
            "Dit mandaat is er al, of wacht op goedkeuring. Beëindig dat eerst, of kies een"
            " periode die er niet mee overlapt."
        )
    return faults


def _same_already(mandate: Mandate) -> bool:
    return Mandate.objects.filter(
        Q(valid_from__lt=mandate.valid_until, valid_until__gt=mandate.valid_from),
        professional=mandate.professional_id,
        organisation=mandate.organisation_id,
        role=mandate.role,
        purpose=mandate.purpose,
        ended_at__isnull=True,
    ).exists()


def tell(mandate: Mandate, *, action: Kind, using: str = "default") -> None:
    """Write the event of an act on a mandate, in the transaction of the act."""
    record(
        action=action,
        object_type=OBJECT_TYPE,
        object_key=mandate.key,
        details={
            "professional": mandate.professional_id,
            "role": str(mandate.role),
            "organisation": mandate.organisation_id,
            "purpose": str(mandate.purpose),
            "until": mandate.valid_until,
        },
        using=using,
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
