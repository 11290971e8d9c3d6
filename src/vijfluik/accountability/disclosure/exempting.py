"""Exempting one cell of one publication: proposed with its source, confirmed by another person.

Each opens a transaction in which `who` acts, and raises what `actions` raises.
"""

import uuid

from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.accountability.disclosure.actions import access_pattern, attempted
from vijfluik.accountability.disclosure.cells import VALUE
from vijfluik.accountability.disclosure.models import DisclosureExemption, ExemptionState
from vijfluik.accountability.disclosure.pattern import State, parsed
from vijfluik.accountability.disclosure.tables import THEN
from vijfluik.core.access.gate import Refused, refuse, require
from vijfluik.core.journal.recording import record
from vijfluik.core.journal.vocabulary import RECORD_CREATED, RECORD_STEPPED, RECORD_WITHDRAWN
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.lifecycle.four_eyes import need_other_eyes
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.versions.retrying import retrying
from vijfluik.core.versions.turns import take_turn

THING = "disclosure"
OBJECT_TYPE = "disclosure.disclosureexemption"
CHANGING = ("state", "approved_by", "approved_at")


def propose(
    *,
    who: Acting,
    pattern: uuid.UUID,
    figure: str,
    dimension: str,
    member: str,
    document: str,
    place: str,
) -> DisclosureExemption:
    """Write down that a source itself publishes a small number of a publication.

    Args:
        who: proposes it.
        pattern: of the publication, in which the number is hidden because it is small.
        figure: the figure in whose breakdown the number stands.
        dimension: the breakdown.
        member: the part; empty for what records do not state.
        document: in which the source publishes it.
        place: where in the document.
    """

    def act() -> DisclosureExemption:
        with (
            attempted(RECORD_CREATED, who=who, object_type=OBJECT_TYPE),
            acting(who),
        ):
            row = access_pattern(key=pattern, action="create")
            treated = parsed(row.content).treatment(
                (figure, dimension, THEN, VALUE, member or None)
            )
            if treated is None or treated[0] is not State.SMALL:
                raise EdgeRefused(_("Alleen een klein aantal dat is afgeschermd kan vrij komen."))
            take_turn(OBJECT_TYPE, row.publication)
            standing = DisclosureExemption.objects.filter(
                publication=row.publication, figure=figure, dimension=dimension, member=member
            )
            if standing.exclude(state=ExemptionState.WITHDRAWN).exists():
                raise EdgeRefused(_("Voor dit aantal is al een vrijstelling vastgelegd."))
            made = DisclosureExemption(
                publication=row.publication,
                figure=figure,
                dimension=dimension,
                member=member,
                document=document,
                place=place,
                proposed_by_id=who.actor.key,
            )
            made.save(force_insert=True)
            record(action=RECORD_CREATED, object_type=OBJECT_TYPE, object_key=made.key)
            return made

    return retrying(act)


def confirm(*, who: Acting, key: uuid.UUID) -> DisclosureExemption:
    """Let an exemption count from the next decision on the publication on."""

    def act() -> DisclosureExemption:
        with (
            attempted(RECORD_STEPPED, who=who, key=key, object_type=OBJECT_TYPE),
            acting(who),
        ):
            row = access_exemption(key=key, action="approve", locked=True)
            if row.state != ExemptionState.PROPOSED:
                raise EdgeRefused(_("Deze vrijstelling wacht niet op bevestiging."))
            if row.proposed_by_id == who.actor.key:
                raise EdgeRefused(_("U stelde dit zelf voor. Een ander keurt het goed."))
            need_other_eyes(row.proposed_by_id, actor=who.actor.key, since=row.proposed_at)
            row.state, row.approved_at = ExemptionState.CONFIRMED, timezone.now()
            row.approved_by_id = who.actor.key
            row.save(update_fields=CHANGING)
            record(
                action=RECORD_STEPPED,
                object_type=OBJECT_TYPE,
                object_key=row.key,
                details={"before": "proposed", "after": "confirmed"},
            )
            return row

    return retrying(act)


def withdraw(*, who: Acting, key: uuid.UUID) -> DisclosureExemption:
    """Let an exemption count no longer; what was published with it stays published."""

    def act() -> DisclosureExemption:
        with (
            attempted(RECORD_WITHDRAWN, who=who, key=key, object_type=OBJECT_TYPE),
            acting(who),
        ):
            row = access_exemption(key=key, action="approve", locked=True)
            if row.state == ExemptionState.WITHDRAWN:
                raise EdgeRefused(_("Deze vrijstelling is al ingetrokken."))
            row.state = ExemptionState.WITHDRAWN
            row.save(update_fields=CHANGING)
            record(action=RECORD_WITHDRAWN, object_type=OBJECT_TYPE, object_key=row.key)
            return row

    return retrying(act)


def access_exemption(*, key: uuid.UUID, action: str, locked: bool = False) -> DisclosureExemption:
    """The only way to an exemption.

    Args:
        locked: hold the row until the transaction ends, for a change.

    Raises:
        Refused: the actor may not do this, or there is no such exemption.
    """
    require(thing=THING, action=action, object_type=OBJECT_TYPE, object_key=str(key))
    rows = DisclosureExemption.objects.filter(key=key)
    row = (rows.select_for_update() if locked else rows).first()
    if row is None:
        refuse(thing=THING, action=action, object_type=OBJECT_TYPE)
        raise Refused
    return row
