"""The first way in to an installation, and the one after a lock-out: its owner gives a link.

Everybody else gets theirs from account administrators, of whom a recovery takes two. So the owner
of the tables may give one only while fewer than two of them can prove who they are, in the name of
a witness, with a reason that stays in the journal.
"""

import uuid

from django.db import transaction
from django.utils import timezone

from vijfluik.core.access.policy import policy
from vijfluik.core.accounts.access import THING
from vijfluik.core.accounts.actions import Given, tell
from vijfluik.core.accounts.kinds import LINK_RENEWED
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.links import new_secret
from vijfluik.core.accounts.models import Identity, Link, LinkKind, Passkey, Password
from vijfluik.core.journal.results import Origin
from vijfluik.core.partners.acting import Acting, Actor, acting
from vijfluik.core.partners.models import Mandate, Professional, Purpose

OWNER = "owner"
# Before the reason, in the journal: nobody signed in to do this.
BY_THE_OWNER = "Door de eigenaar van de installatie: "
# One proposes a recovery, another approves it.
NEEDED = 2


class NotGiven(Exception):
    """The link cannot be given; the message says why."""


def give_link(*, username: str, witness: str, reason: str) -> Given:
    """Give somebody a link to begin with, over the owner's connection.

    Args:
        username: of an account in service.
        witness: of another account in service, in whose name it is given.
        reason: why the owner does it; it stands in the journal.

    Raises:
        NotGiven: two administrators can recover accounts already, one of the two is not there, or
            there is no reason.
    """
    if not reason.strip():
        raise NotGiven("Say why: the reason stays in the journal.")
    with transaction.atomic(using=OWNER):
        if proven_administrators() >= NEEDED:
            raise NotGiven(
                "Two account administrators can sign in. They give and recover access on the pages."
            )
        person, seen_by = accounts_named(username, witness)
        with acting(in_the_name_of(seen_by, reason=reason), using=OWNER):
            now, secret = timezone.now(), new_secret()
            mine = Link.objects.using(OWNER).filter(professional=person.key)
            mine.filter(used_at__isnull=True, withdrawn_at__isnull=True).update(
                withdrawn_at=now, withdrawn_by=seen_by.key
            )
            until = now + LIMITS.invitation
            Link(
                professional_id=person.key,
                kind=LinkKind.INVITATION,
                reason=reason.strip()[:500],
                proposed_by_id=seen_by.key,
                digest=secret.digest,
                expires_at=until,
            ).save(using=OWNER, force_insert=True)
            tell(person.key, action=LINK_RENEWED, details={"until": until}, using=OWNER)
    return Given(professional=person.key, word=secret.word, until=until)


def proven_administrators() -> int:
    """How many people may approve a recovery today and can prove who they are."""
    roles = {
        each.role for each in policy().rules if (each.thing, each.action) == (THING, "approve")
    }
    # A question of its own: inside another one the table of the mandates has another name.
    holders = set(
        Mandate.objects.using(OWNER)
        .filter(role__in=roles, professional__is_active=True)
        .extra(where=["partners.in_force(partners_mandate)"])
        .values_list("professional", flat=True)
    )
    proven: set[uuid.UUID] = set()
    for model in (Password, Identity):
        rows = model.objects.using(OWNER).filter(professional__in=holders)
        proven |= set(rows.values_list("professional", flat=True))
    return len(proven)


def anybody_proves() -> bool:
    """Whether anybody in service has something to prove with, by which a witness could be known."""
    return any(
        model.objects.using(OWNER).filter(professional__is_active=True).exists()
        for model in (Password, Passkey, Identity)
    )


def witness_named(username: str, *, reason: str) -> Acting:
    """An account in service in whose name the owner acts, with the reason for it.

    Raises:
        NotGiven: there is none of that name, or no reason.
    """
    if not reason.strip():
        raise NotGiven("Say why: the reason stays in the journal.")
    (found,) = accounts_named(username)
    return in_the_name_of(found, reason=reason)


def accounts_named(*names: str) -> list[Professional]:
    """Accounts in service by the names they sign in with, in that order.

    Raises:
        NotGiven: one is missing, or two are the same.
    """
    if len(set(names)) != len(names):
        raise NotGiven("Name another person as the witness.")
    rows = Professional.objects.using(OWNER).filter(is_active=True, account__isnull=False)
    found = rows.in_bulk(names, field_name="username")
    missing = [name for name in names if name not in found]
    if missing:
        raise NotGiven(f"There is no account in service named {missing[0]!r}.")
    return [found[name] for name in names]


def in_the_name_of(professional: Professional, *, reason: str) -> Acting:
    """Somebody in whose name the owner acts; they have no mandate that gives them a right to."""
    actor = Actor(
        key=professional.key,
        name=professional.name,
        organisation=professional.organisation_id,
        grants=(),
    )
    return Acting(
        actor=actor,
        purpose=Purpose.ADMINISTRATION,
        reason=BY_THE_OWNER + reason.strip(),
        origin=Origin.COMMAND,
    )
