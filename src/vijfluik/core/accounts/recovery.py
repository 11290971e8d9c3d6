"""Recovery of who lost what proves who they are: one administrator proposes, another approves.

Never by oneself and never by mail: a mailbox is not a second factor. Who approves gets the link and
gives it to the person, having seen who it is.
"""

import dataclasses
import uuid

from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.core.accounts.access import access_account
from vijfluik.core.accounts.actions import Given, attempted, tell
from vijfluik.core.accounts.faults import NotNow, needed_reason
from vijfluik.core.accounts.kinds import RECOVERY_APPROVED, RECOVERY_PROPOSED
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.links import new_secret
from vijfluik.core.accounts.models import Account, Link, LinkKind
from vijfluik.core.lifecycle.four_eyes import deputy_words
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import one_pair_of_eyes


def waiting(professional: uuid.UUID) -> Link | None:
    """The recovery of somebody that waits for its approval; None when there is none."""
    return (
        Link.objects.select_related("proposed_by")
        .filter(
            professional=professional,
            kind=LinkKind.RECOVERY,
            approved_by__isnull=True,
            withdrawn_at__isnull=True,
        )
        .first()
    )


def propose(*, who: Acting, key: uuid.UUID, reason: str) -> Link:
    """Propose that somebody may begin anew.

    Args:
        reason: what was lost and how it was seen who asks; it stays.

    Raises:
        Refused: it may not be done, or there is no such account.
        NotNow: one's own, closed, not in use yet, or proposed already.
        Invalid: there is no reason.
    """
    why = needed_reason(reason)
    saying = dataclasses.replace(who, reason=why)
    with attempted(RECOVERY_PROPOSED, who=saying, key=key), acting(saying):
        account = access_account(key=key, action="recover", locked=True)
        refused = refusal(account, actor=who.actor.key)
        if refused:
            raise NotNow(refused)
        if waiting(key) is not None:
            raise NotNow(_("Er wacht al een herstel op goedkeuring."))
        link = Link(
            professional_id=key,
            kind=LinkKind.RECOVERY,
            proposed_by_id=who.actor.key,
            reason=why,
        )
        link.save(force_insert=True)
        tell(key, action=RECOVERY_PROPOSED)
        return link


def approve(*, who: Acting, key: uuid.UUID) -> Given:
    """Approve what another proposed, and get the link; until it is used nothing changes.

    Raises:
        Refused: it may not be done, or there is no such account.
        NotNow: there is none that waits, or the actor proposed it or is the person.
    """
    with attempted(RECOVERY_APPROVED, who=who, key=key), acting(who):
        account = access_account(key=key, action="approve", locked=True)
        refused = refusal(account, actor=who.actor.key)
        if refused:
            raise NotNow(refused)
        link = waiting(key)
        if link is None:
            raise NotNow(_("Er wacht geen herstel op goedkeuring."))
        if link.proposed_by_id == who.actor.key:
            raise NotNow(_("U stelde dit zelf voor. Een ander keurt het goed."))
        if one_pair_of_eyes(one=link.proposed_by_id, other=who.actor.key, since=link.proposed_at):
            raise NotNow(deputy_words())
        secret, now = new_secret(), timezone.now()
        link.approved_by_id = who.actor.key
        link.approved_at = now
        link.digest = secret.digest
        link.expires_at = now + LIMITS.recovery
        link.save(update_fields=["approved_by", "approved_at", "digest", "expires_at"])
        tell(key, action=RECOVERY_APPROVED, details={"until": link.expires_at})
        return Given(professional=key, word=secret.word, until=link.expires_at)


def refusal(account: Account, *, actor: uuid.UUID) -> str:
    """Why nobody, or not this actor, can recover the account now; empty when it can be."""
    if account.professional_id == actor:
        return _("Dit account is van uzelf. Twee anderen herstellen het.")
    if account.left_at is not None:
        return _("Dit account is afgesloten.")
    if account.activated_at is None:
        return _("Dit account is nog niet in gebruik. Geef een nieuwe uitnodiging.")
    return ""
