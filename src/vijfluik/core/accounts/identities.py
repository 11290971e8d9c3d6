"""Whose account a subject of a provider is: tied by using a link, broken by an administrator.

Nothing that a provider says makes an account or ties one: neither a name nor a mail address is
even asked for.
"""

import uuid

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg.errors import UniqueViolation

from vijfluik.core.accounts.access import access_account
from vijfluik.core.accounts.actions import attempted, tell
from vijfluik.core.accounts.faults import NotNow
from vijfluik.core.accounts.kinds import ACTIVATED, LINKED, RECOVERED, UNLINKED
from vijfluik.core.accounts.links import Working
from vijfluik.core.accounts.models import EndedBecause, Identity, LinkKind, ProvenBy
from vijfluik.core.accounts.own import clear, use_link
from vijfluik.core.accounts.providers.configured import Provider
from vijfluik.core.accounts.providers.tokens import Identified
from vijfluik.core.accounts.proving import Proof
from vijfluik.core.accounts.sealing import blurred
from vijfluik.core.accounts.visits import end_all
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional


class TiedToAnother(Exception):
    """The subject comes in as somebody else here already."""


def by_provider(found: Identified) -> Proof | None:
    """The proof of whoever comes in as this subject; None when nobody here does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT professional FROM accounts.identity(%s)", [_digest(found)])
        rows = cursor.fetchall()
    for (professional,) in rows:
        return Proof(professional=professional, by=ProvenBy.PROVIDER, at=found.proven_at)
    return None


def begin_by(
    *, who: Acting, link: Working, person: Professional, provider: Provider, found: Identified
) -> Proof:
    """Use a link to come in by a provider from now on; what proved it before goes.

    Args:
        who: the person whose link it is; whoever holds the link is taken for that person.
        found: whom the provider says that it is.

    Raises:
        NotNow: the link does not work any more.
        TiedToAnother: the subject is somebody else's here.
    """
    kind = ACTIVATED if link.kind == LinkKind.INVITATION else RECOVERED
    with attempted(kind, who=who, key=person.key), acting(who):
        now = timezone.now()
        use_link(link, at=now)
        clear(person=person, at=now)
        try:
            with transaction.atomic():
                Identity(
                    professional_id=person.key,
                    provider=provider.name,
                    issuer=found.issuer,
                    digest=_digest(found),
                    link_id=link.key,
                    linked_at=now,
                ).save(force_insert=True)
        except IntegrityError as error:
            if isinstance(error.__cause__, UniqueViolation):
                raise TiedToAnother from error
            raise
        tell(person.key, action=kind)
        tell(person.key, action=LINKED, details={"provider": provider.name})
    return Proof(professional=person.key, by=ProvenBy.PROVIDER, at=found.proven_at)


def break_tie(*, who: Acting, key: uuid.UUID) -> None:
    """Let somebody come in by a provider no more, and end every session of that person.

    What proves it anew is given by a recovery, by two.

    Raises:
        Refused: it may not be done, or there is no such account.
        NotNow: it is one's own, or there is no tie.
    """
    with attempted(UNLINKED, who=who, key=key), acting(who):
        access_account(key=key, action="end", locked=True)
        if key == who.actor.key:
            raise NotNow(_("Dit account is van uzelf. Een ander beslist erover."))
        found = Identity.objects.filter(professional=key).first()
        if found is None:
            raise NotNow(_("Dit account is niet gekoppeld aan een aanbieder."))
        found.delete()
        end_all(who=who, professional=key, because=EndedBecause.UNLINKED)
        tell(key, action=UNLINKED, details={"provider": found.provider})


def identity_of(professional: uuid.UUID) -> Identity | None:
    """The tie of somebody, inside `acting`: one's own, or for who administers accounts."""
    return Identity.objects.filter(professional=professional).first()


def _digest(found: Identified) -> bytes:
    return blurred(f"{found.issuer}\0{found.subject}", use="subject")
