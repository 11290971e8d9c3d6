"""The first people of an empty installation, written by its owner.

Everybody after them is invited on the pages. So the owner of the tables may add people only while
fewer than two account administrators can sign in; the event stands in the name of whoever is added,
with the reason and that the owner did it.
"""

from django.db import transaction
from django.utils import timezone

from vijfluik.core.accounts.actions import USERNAME, tell
from vijfluik.core.accounts.first import BY_THE_OWNER, NEEDED, OWNER, proven_administrators
from vijfluik.core.accounts.kinds import FOUNDED
from vijfluik.core.accounts.models import Account
from vijfluik.core.journal.results import Origin
from vijfluik.core.partners.acting import Acting, Actor, acting
from vijfluik.core.partners.models import Organisation, Professional, Purpose
from vijfluik.core.partners.models.organisation import OrganisationKind
from vijfluik.core.partners.queries import today


class NotAdded(Exception):
    """It cannot be added; the message says why."""


def add_organisation(*, code: str, name: str, kind: str) -> Organisation:
    """Write an organisation, over the owner's connection; one that is there already stays.

    Raises:
        NotAdded: the kind is none, the code is no code or that of another name.
    """
    if kind not in OrganisationKind.values:
        raise NotAdded(f"{kind!r} is no kind of organisation: {', '.join(OrganisationKind.values)}")
    if not USERNAME.fullmatch(code) or not name.strip():
        raise NotAdded("Give a code of small letters, figures and dashes, and a name.")
    made, new = Organisation.objects.using(OWNER).get_or_create(
        code=code, defaults={"name": name.strip(), "kind": kind, "valid_from": today()}
    )
    if not new and made.name != name.strip():
        raise NotAdded(f"{code} is {made.name} already.")
    return made


def add_person(*, username: str, name: str, organisation: str, reason: str) -> Professional:
    """Write somebody with an account, which opens nothing until others give it a mandate.

    Args:
        username: small letters, figures and dashes; it never changes.
        organisation: the code of the employer.
        reason: why the owner does it; it stands in the journal.

    Raises:
        NotAdded: two administrators can invite people already, the name is taken or none, there is
            no such organisation, or there is no reason.
    """
    if not reason.strip():
        raise NotAdded("Say why: the reason stays in the journal.")
    if not USERNAME.fullmatch(username) or not 0 < len(name.strip()) <= 120:
        raise NotAdded("Give a sign-in name of small letters, figures and dashes, and a name.")
    if not Organisation.objects.using(OWNER).filter(code=organisation).exists():
        raise NotAdded(f"There is no organisation {organisation!r}; add it first.")
    with transaction.atomic(using=OWNER):
        if proven_administrators() >= NEEDED:
            raise NotAdded("Two account administrators can sign in. They invite on the pages.")
        if Professional.objects.using(OWNER).filter(username=username).exists():
            raise NotAdded(f"{username} is there already.")
        person = Professional(username=username, name=name.strip(), organisation_id=organisation)
        with acting(_named(person, reason=reason), using=OWNER):
            person.save(using=OWNER, force_insert=True)
            Account(professional=person, invited_at=timezone.now(), reviewed_on=today()).save(
                using=OWNER, force_insert=True
            )
            tell(person.key, action=FOUNDED, details={"organisation": organisation}, using=OWNER)
    return person


def _named(person: Professional, *, reason: str) -> Acting:
    """Nobody is there yet in whose name it could be done."""
    return Acting(
        actor=Actor(
            key=person.key, name=person.name, organisation=person.organisation_id, grants=()
        ),
        purpose=Purpose.ADMINISTRATION,
        reason=BY_THE_OWNER + reason.strip(),
        origin=Origin.COMMAND,
    )
