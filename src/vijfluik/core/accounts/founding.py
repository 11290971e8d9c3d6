"""The first people of an empty installation: its owner writes them, once.

Everybody after them is invited on the pages. Four at least: two who administer mandates and two who
administer accounts, for nobody has a hand in a mandate or an account of their own. Each is written
in the name of the next, as every account is somebody else's doing.
"""

import dataclasses
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from vijfluik.core.accounts.actions import USERNAME, tell
from vijfluik.core.accounts.first import OWNER, in_the_name_of
from vijfluik.core.accounts.kinds import FOUNDED
from vijfluik.core.accounts.models import Account
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Organisation, OrganisationKind, Professional
from vijfluik.core.partners.queries import today

LEAST = 4


class NotFounded(Exception):
    """The first people cannot be written; the message says why."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Founded:
    """The first organisation, and its people by sign-in name and name."""

    code: str
    name: str
    kind: str
    people: Sequence[tuple[str, str]]


def found(first: Founded, *, reason: str) -> list[Professional]:
    """Write the first organisation and its people, over the owner's connection.

    None of them can sign in or may do anything yet: links and mandates come after
    (`core.accounts.first`, `core.mandates.first`).

    Args:
        reason: why the owner does it; it stands in the journal.

    Raises:
        NotFounded: somebody is here already, there are fewer than four people, a name will not do,
            or there is no reason.
    """
    if not reason.strip():
        raise NotFounded("Say why: the reason stays in the journal.")
    _refuse_unfit(first)
    with transaction.atomic(using=OWNER):
        if Professional.objects.using(OWNER).exists():
            raise NotFounded("Somebody is here already. People are invited on the pages.")
        organisation = Organisation(
            code=first.code, name=first.name.strip(), kind=first.kind, valid_from=today()
        )
        try:
            organisation.full_clean(validate_unique=False, validate_constraints=False)
        except ValidationError as error:
            raise NotFounded(f"The organisation: {'; '.join(error.messages)}") from None
        if not Organisation.objects.using(OWNER).filter(code=first.code).exists():
            organisation.save(using=OWNER, force_insert=True)
        people = [
            Professional(
                username=username, name=name.strip(), organisation=organisation, language="nl"
            )
            for username, name in first.people
        ]
        for person in people:
            person.save(using=OWNER, force_insert=True)
        for person, by in zip(people, [*people[1:], people[0]], strict=True):
            with acting(in_the_name_of(by, reason=reason), using=OWNER):
                Account(
                    professional=person,
                    invited_by=by,
                    invited_at=timezone.now(),
                    reviewed_on=today(),
                ).save(using=OWNER, force_insert=True)
                tell(
                    person.key,
                    action=FOUNDED,
                    details={"organisation": organisation.code},
                    using=OWNER,
                )
    return people


def _refuse_unfit(first: Founded) -> None:
    usernames = [username for username, _ in first.people]
    if len(set(usernames)) < LEAST or len(set(usernames)) != len(usernames):
        raise NotFounded(
            f"Name {LEAST} different people or more: two to administer mandates, two to administer"
            " accounts."
        )
    for username, name in first.people:
        if not USERNAME.fullmatch(username):
            raise NotFounded(
                f"{username!r} is no sign-in name: small letters, figures and dashes, at least two."
            )
        if not 1 <= len(name.strip()) <= 120:
            raise NotFounded(f"Give the name of {username}, a person, in 120 characters at most.")
    if first.kind not in OrganisationKind.values:
        raise NotFounded(
            f"{first.kind!r} is no sort of organisation: {', '.join(OrganisationKind.values)}."
        )
