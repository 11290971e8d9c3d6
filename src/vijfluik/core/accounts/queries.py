"""Reading accounts: what waits, what is due for review, who may come in, who left."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.access.decisions import reach
from vijfluik.core.accounts.access import THING, listed_accounts
from vijfluik.core.accounts.identities import identity_of
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.models import (
    Account,
    Authenticator,
    Identity,
    Link,
    LinkKind,
    Passkey,
    Password,
    Visit,
)
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import months_after

SOON = dt.timedelta(days=30)
# How long an account that was closed stays on the list.
PAST = dt.timedelta(days=365)


class State(StrEnum):
    """Where an account stands; nothing is stored that its dates tell."""

    INVITED = "invited"
    EXPIRED = "expired"
    IN_USE = "in_use"
    LEFT = "left"


LABELS = {
    State.INVITED: _("uitgenodigd"),
    State.EXPIRED: _("uitnodiging verlopen"),
    State.IN_USE: _("in gebruik"),
    State.LEFT: _("afgesloten"),
}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """An account with its state, its links that wait, and the day of its next review.

    `due_on` is None for one that is not in use; `visits` are those that still go on; `identity` is
    its tie to a provider, read for one account only.
    """

    account: Account
    state: State
    invitation: Link | None = None
    recovery: Link | None = None
    due_on: dt.date | None = None
    overdue: bool = False
    soon: bool = False
    visits: int = 0
    identity: Identity | None = None


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The accounts in the order in which they ask for attention."""

    waiting: Sequence[Standing] = field(default=())
    running: Sequence[Standing] = field(default=())
    over: Sequence[Standing] = field(default=())

    @property
    def due(self) -> int:
        """How many reviews are due within a month, the overdue ones included."""
        return sum(each.soon or each.overdue for each in self.running)


def standing_of(
    account: Account, *, links: Sequence[Link], at: dt.datetime, on: dt.date, visits: int = 0
) -> Standing:
    """Where an account stands.

    Args:
        links: its links that were neither used nor withdrawn.
        at: the moment, for links that expire.
        on: the Dutch day, for the review.
    """
    invitation = next((each for each in links if each.kind == LinkKind.INVITATION), None)
    recovery = next((each for each in links if each.kind == LinkKind.RECOVERY), None)
    if account.left_at is not None:
        return Standing(account=account, state=State.LEFT)
    if account.activated_at is None:
        works = invitation is not None and (invitation.expires_at or at) > at
        state = State.INVITED if works else State.EXPIRED
        return Standing(account=account, state=state, invitation=invitation)
    due = months_after(account.reviewed_on, months=LIMITS.review_months)
    return Standing(
        account=account,
        state=State.IN_USE,
        recovery=recovery,
        due_on=due,
        overdue=due < on,
        soon=due <= on + SOON,
        visits=visits,
    )


def one(account: Account, *, at: dt.datetime, on: dt.date) -> Standing:
    """Where one account stands, read for who may."""
    links = _open_links([account.professional_id]).get(account.professional_id, [])
    visits = _visits(at=at).get(account.professional_id, 0)
    found = standing_of(account, links=links, at=at, on=on, visits=visits)
    return dataclasses.replace(found, identity=identity_of(account.professional_id))


def overview(*, at: dt.datetime, on: dt.date) -> Overview:
    """All accounts of now, and those closed in the last year.

    Raises:
        Refused: whoever acts may read none.
    """
    with listed_accounts() as (accounts, shown):
        rows = list(
            accounts.filter(Q(left_at__isnull=True) | Q(left_at__gt=at - PAST)).order_by(
                "professional__name"
            )
        )
        shown.showed(each.professional_id for each in rows)
    links, visits = _open_links(), _visits(at=at)
    found = [
        standing_of(
            each,
            links=links.get(each.professional_id, []),
            at=at,
            on=on,
            visits=visits.get(each.professional_id, 0),
        )
        for each in rows
    ]
    return Overview(
        waiting=[each for each in found if _waits(each)],
        running=sorted(
            (each for each in found if each.state == State.IN_USE and not _waits(each)),
            key=lambda each: (each.due_on or dt.date.max, each.account.professional.name),
        ),
        over=[each for each in found if each.state == State.LEFT],
    )


def work_of(*, actor: uuid.UUID, at: dt.datetime, on: dt.date) -> list[Standing]:
    """What an account administrator can do now: approve a recovery, review an account.

    Raises:
        Refused: whoever acts may read none.
    """
    found = overview(at=at, on=on)
    return [
        each
        for each in (*found.waiting, *found.running)
        if each.account.professional_id != actor and (approvable(each, actor=actor) or each.soon)
    ]


def approvable(standing: Standing, *, actor: uuid.UUID) -> bool:
    """Whether a recovery waits that this actor can approve."""
    link = standing.recovery
    if link is None or link.approved_by_id is not None:
        return False
    return actor not in (link.proposed_by_id, standing.account.professional_id)


def may_administer(who: Acting) -> bool:
    """Whether somebody may administer accounts, for the purpose of `who`."""
    return not reach(who=who, thing=THING, action="review").nowhere


def _waits(standing: Standing) -> bool:
    if standing.state in (State.INVITED, State.EXPIRED):
        return True
    return standing.recovery is not None


def _open_links(whose: Sequence[uuid.UUID] | None = None) -> Mapping[uuid.UUID, list[Link]]:
    rows = Link.objects.select_related("proposed_by", "approved_by").filter(
        used_at__isnull=True, withdrawn_at__isnull=True
    )
    if whose is not None:
        rows = rows.filter(professional__in=whose)
    found: dict[uuid.UUID, list[Link]] = {}
    for each in rows:
        found.setdefault(each.professional_id, []).append(each)
    return found


def _visits(*, at: dt.datetime) -> Mapping[uuid.UUID, int]:
    rows = Visit.objects.filter(ended_at__isnull=True, started_at__gt=at - LIMITS.whole)
    counted = rows.order_by().values_list("professional").annotate(number=Count("key"))
    return dict(counted)


def proofs_set(*, who: Acting) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Since when one's own password and one's own app are what they are; None without one."""
    mine = {"professional": who.actor.key}
    password = Password.objects.filter(**mine).first()
    app = Authenticator.objects.filter(**mine).first()
    return (password.set_at if password else None, app.set_at if app else None)


def passkeys_of(*, who: Acting) -> list[Passkey]:
    """One's own passkeys."""
    return list(Passkey.objects.filter(professional=who.actor.key))


def passkey_of(*, who: Acting, key: uuid.UUID) -> Passkey | None:
    """One of one's own passkeys; None where it is not one's own."""
    return Passkey.objects.filter(key=key, professional=who.actor.key).first()
