"""What an account administrator does: invite, review, let go. Never oneself."""

import dataclasses
import datetime as dt
import re
import uuid
from contextlib import AbstractContextManager

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.core.access.gate import Refused, require
from vijfluik.core.accounts.access import OBJECT_TYPE, THING, access_account
from vijfluik.core.accounts.faults import Invalid, NotNow, needed_reason
from vijfluik.core.accounts.kinds import INVITED, LEFT, LINK_RENEWED, LINK_WITHDRAWN, REVIEWED
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.links import new_secret
from vijfluik.core.accounts.models import Account, Link, LinkKind
from vijfluik.core.journal.kinds import Kind
from vijfluik.core.journal.recording import failure_recorded, record
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Organisation, Professional
from vijfluik.core.partners.queries import today
from vijfluik.core.versions.retrying import begins_anew

USERNAME = re.compile(r"[a-z][a-z0-9-]{1,59}")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Given:
    """A link that was made: whose, the word of its address (shown once), until when it works."""

    professional: uuid.UUID
    word: str
    until: dt.datetime


def invite(*, who: Acting, username: str, name: str, organisation: str) -> Given:
    """Make an account for somebody new, and the link by which that person takes it in use.

    It opens nothing until others give it a mandate.

    Args:
        username: small letters, figures and dashes, at least two; it never changes.
        organisation: the code of the employer.

    Raises:
        Refused: whoever acts may not invite.
        Invalid: with the faults by field.
    """
    with attempted(INVITED, who=who), acting(who):
        require(thing=THING, action="invite", object_type=OBJECT_TYPE)
        faults = _faults_of(username=username, name=name, organisation=organisation)
        if faults:
            raise Invalid(faults)
        person = Professional(
            username=username, name=name.strip(), organisation_id=organisation, language="nl"
        )
        try:
            # A name that is taken may be that of somebody whom the actor cannot see.
            with transaction.atomic():
                person.save(force_insert=True)
        except IntegrityError:
            raise Invalid(
                {"username": _("Deze aanmeldnaam is al in gebruik. Kies een andere.")}
            ) from None
        Account(
            professional=person,
            invited_by_id=who.actor.key,
            invited_at=timezone.now(),
            reviewed_on=today(),
        ).save(force_insert=True)
        given = _new_invitation(who=who, professional=person.key)
        tell(
            person.key, action=INVITED, details={"organisation": organisation, "until": given.until}
        )
        return given


def invite_again(*, who: Acting, key: uuid.UUID) -> Given:
    """Make a new link for somebody who has not used one yet; the one before works no more.

    Raises:
        Refused: it may not be done, or there is no such account.
        NotNow: the account is in use or closed.
    """
    with attempted(LINK_RENEWED, who=who, key=key), acting(who):
        account = access_account(key=key, action="invite", locked=True)
        if account.left_at is not None:
            raise NotNow(_("Dit account is afgesloten."))
        if account.activated_at is not None:
            raise NotNow(_("Dit account is al in gebruik. Kwijt wat nodig is om aan te melden?"
                           " Stel dan een herstel voor."))  # fmt: skip
        withdraw_open(who=who, professional=key)
        given = _new_invitation(who=who, professional=key)
        tell(key, action=LINK_RENEWED, details={"until": given.until})
        return given


def withdraw_link(*, who: Acting, key: uuid.UUID) -> None:
    """Withdraw the invitation or recovery of somebody that was not used yet.

    Raises:
        Refused: it may not be done, or there is no such account.
        NotNow: there is none.
    """
    with attempted(LINK_WITHDRAWN, who=who, key=key), acting(who):
        access_account(key=key, action="invite", locked=True)
        if not withdraw_open(who=who, professional=key):
            raise NotNow(_("Er is geen link die nog werkt of op goedkeuring wacht."))
        tell(key, action=LINK_WITHDRAWN)


def review(*, who: Acting, key: uuid.UUID) -> Account:
    """Say that the account is still needed; the next review is due in a year.

    Raises:
        Refused: it may not be done, or there is no such account.
        NotNow: it is one's own, or closed.
    """
    with attempted(REVIEWED, who=who, key=key), acting(who):
        account = access_account(key=key, action="review", locked=True)
        _not_closed_not_own(account, who=who)
        account.reviewed_on = today()
        account.reviewed_by_id = who.actor.key
        account.save(update_fields=["reviewed_on", "reviewed_by"])
        tell(key, action=REVIEWED)
        return account


def leave(*, who: Acting, key: uuid.UUID, reason: str) -> Account:
    """Close the account of somebody who left: access ends with the next request, for good.

    Raises:
        Refused, NotNow: as `review`.
        Invalid: there is no reason, or it is longer than 500 characters.
    """
    why = needed_reason(reason)
    saying = dataclasses.replace(who, reason=why)
    with attempted(LEFT, who=saying, key=key), acting(saying):
        account = access_account(key=key, action="end", locked=True)
        _not_closed_not_own(account, who=who)
        account.left_at = timezone.now()
        account.left_by_id = who.actor.key
        account.leave_reason = why
        # The table takes the person out of service and ends links and visits with it.
        account.save(update_fields=["left_at", "left_by", "leave_reason"])
        tell(key, action=LEFT)
        return account


def withdraw_open(*, who: Acting, professional: uuid.UUID) -> int:
    """Withdraw every link of somebody that is not used yet, inside `acting(who)`."""
    return Link.objects.filter(
        professional=professional, used_at__isnull=True, withdrawn_at__isnull=True
    ).update(withdrawn_at=timezone.now(), withdrawn_by=who.actor.key)


def tell(
    key: uuid.UUID,
    *,
    action: Kind,
    details: dict[str, object] | None = None,
    using: str = "default",
) -> None:
    """Write the event of an act on an account, in the transaction of the act."""
    record(
        action=action,
        object_type=OBJECT_TYPE,
        object_key=key,
        details=details,
        using=using,
    )


def _new_invitation(*, who: Acting, professional: uuid.UUID) -> Given:
    secret, until = new_secret(), timezone.now() + LIMITS.invitation
    Link(
        professional_id=professional,
        kind=LinkKind.INVITATION,
        proposed_by_id=who.actor.key,
        digest=secret.digest,
        expires_at=until,
    ).save(force_insert=True)
    return Given(professional=professional, word=secret.word, until=until)


def _not_closed_not_own(account: Account, *, who: Acting) -> None:
    if account.professional_id == who.actor.key:
        raise NotNow(_("Dit account is van uzelf. Een ander beslist erover."))
    if account.left_at is not None:
        raise NotNow(_("Dit account is afgesloten."))


def _faults_of(*, username: str, name: str, organisation: str) -> dict[str, str]:
    faults = {}
    if not USERNAME.fullmatch(username):
        faults["username"] = _(
            "Gebruik kleine letters, cijfers en streepjes, eerst een letter; hoogstens 60."
        )
    if not name.strip():
        faults["name"] = _("Geef de naam van de persoon; een account is nooit van een groep.")
    if len(name) > 120 or "\0" in name:
        faults["name"] = _("Geef de naam in ten hoogste 120 tekens.")
    if "\0" in organisation or not Organisation.objects.filter(code=organisation).exists():
        faults["organisation"] = _("Kies een organisatie uit de lijst.")
    return faults


def attempted(
    action: Kind, *, who: Acting, key: uuid.UUID | str = ""
) -> AbstractContextManager[None]:
    """Around an act on an account: one that ends in an error leaves an event of its own."""
    return failure_recorded(
        action=action,
        who=who,
        object_type=OBJECT_TYPE,
        object_key=key,
        unless=lambda error: isinstance(error, Refused) or begins_anew(error),
    )
