"""The first mandates of an installation, and those after a lock-out: its owner gives them.

Everybody else needs an administrator to get a mandate, so somebody has to be the first. The owner
of the tables may do it only while nobody can approve mandates, and the same constraints hold:
nobody has a hand in a mandate of their own, and who proposes is another than who approves. That
takes three people: two administrators, each proposed by the other, and a witness who approves both.
"""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from vijfluik.core.journal.results import Origin
from vijfluik.core.mandates.actions import tell
from vijfluik.core.mandates.administrators import working_administrators
from vijfluik.core.mandates.kinds import APPROVED, PROPOSED
from vijfluik.core.partners.acting import Acting, Actor, acting
from vijfluik.core.partners.models import Mandate, Professional, Purpose, Role
from vijfluik.core.partners.queries import today

OWNER = "owner"
# Before the reason, in journal and versions: nobody signed in to do this.
BY_THE_OWNER = "Door de eigenaar van de installatie: "


class NotGiven(Exception):
    """The first mandates cannot be given; the message says why."""


def give_first(
    *, administrators: tuple[str, str], witness: str, until: dt.date, reason: str
) -> list[Mandate]:
    """Give two people the mandate to administer mandates, over the owner's connection.

    Args:
        administrators: the sign-in names of two accounts in service.
        witness: of a third account, who approves both.
        until: the first day on which they do not work any more.
        reason: why the owner does it; it stands in the journal.

    Raises:
        NotGiven: somebody can approve mandates already, the three are not three accounts in
            service, the day has passed, or there is no reason.
    """
    if not reason.strip():
        raise NotGiven("Say why: the reason stays in the journal.")
    if until <= today():
        raise NotGiven(f"{until} has passed or is today; the mandates would not work.")
    with transaction.atomic(using=OWNER):
        if working_administrators(on=today(), using=OWNER).exists():
            raise NotGiven(
                "There is a mandate administrator. Mandates are proposed and approved on the pages."
            )
        one, other, third = _accounts((*administrators, witness))
        return [
            _given(professional, proposer=proposer, approver=third, until=until, reason=reason)
            for professional, proposer in ((one, other), (other, one))
        ]


def _accounts(names: tuple[str, str, str]) -> list[Professional]:
    found = (
        Professional.objects.using(OWNER)
        .filter(is_active=True)
        .in_bulk(names, field_name="username")
    )
    missing = [name for name in names if name not in found]
    if missing:
        raise NotGiven(f"There is no account in service named {missing[0]!r}.")
    if len(found) != len(names):
        raise NotGiven("Name three different people: two administrators and a witness.")
    return [found[name] for name in names]


def _given(
    professional: Professional,
    *,
    proposer: Professional,
    approver: Professional,
    until: dt.date,
    reason: str,
) -> Mandate:
    """One mandate, in the names of who propose and approve it: the journal knows no owner."""
    with acting(_named(proposer, reason=reason), using=OWNER):
        made = Mandate(
            professional=professional,
            organisation_id=professional.organisation_id,
            role=Role.MANDATE_ADMINISTRATOR,
            purpose=Purpose.ADMINISTRATION,
            valid_from=today(),
            valid_until=until,
            proposed_by=proposer,
            reviewed_on=today(),
        )
        made.save(using=OWNER, force_insert=True)
        tell(made, action=PROPOSED, using=OWNER)
    with acting(_named(approver, reason=reason), using=OWNER):
        made.approved_by = approver
        made.approved_at = timezone.now()
        made.save(using=OWNER, update_fields=["approved_by", "approved_at"])
        tell(made, action=APPROVED, using=OWNER)
    return made


def _named(professional: Professional, *, reason: str) -> Acting:
    """Somebody in whose name the owner acts; they have no mandate that gives them a right to."""
    return Acting(
        actor=Actor(
            key=professional.key,
            name=professional.name,
            organisation=professional.organisation_id,
            grants=(),
        ),
        purpose=Purpose.ADMINISTRATION,
        reason=BY_THE_OWNER + reason.strip(),
        origin=Origin.COMMAND,
    )
