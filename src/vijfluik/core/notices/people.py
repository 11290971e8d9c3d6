"""Mandates, deputies and accounts that wait for somebody. Nothing here names anybody."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils import timezone

from vijfluik.core.access.decisions import reach
from vijfluik.core.accounts.access import THING as ACCOUNTS
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.models import Account, Link, LinkKind
from vijfluik.core.mandates.access import THING as MANDATES
from vijfluik.core.mandates.administrators import administering
from vijfluik.core.mandates.models import Deputy
from vijfluik.core.notices.models import Kind
from vijfluik.core.notices.moments import HORIZON
from vijfluik.core.notices.subjects import Subject, ahead, declare, waiting
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Mandate
from vijfluik.core.partners.queries import REVIEW_MONTHS, months_after

DEPUTIES = "deputies"


def mandates_waiting(who: Acting, on: dt.date) -> Iterator[Subject]:
    """Proposals that the actor may approve."""
    if _may_not(who, thing=MANDATES, action="approve"):
        return
    mine = Q(proposed_by=who.actor.key) | Q(professional=who.actor.key)
    rows = Mandate.objects.filter(approved_by__isnull=True, ended_at__isnull=True)
    with acting(administering(who)):
        for each in rows.filter(valid_until__gt=on).exclude(mine):
            yield waiting(
                kind=Kind.MANDATE_WAITS,
                thing=MANDATES,
                object_key=each.key,
                since=each.proposed_at,
            )


def mandates_to_review(who: Acting, on: dt.date) -> Iterator[Subject]:
    """Mandates in force that nobody looked at for half a year by then."""
    if _may_not(who, thing=MANDATES, action="review"):
        return
    with acting(administering(who)):
        for each in _in_force(on).exclude(professional=who.actor.key):
            due = months_after(each.reviewed_on, months=REVIEW_MONTHS)
            if on <= due <= on + HORIZON:
                yield ahead(
                    kind=Kind.MANDATE_REVIEW,
                    thing=MANDATES,
                    object_key=each.key,
                    due_on=due,
                    on=on,
                )


def mandates_ending(who: Acting, on: dt.date) -> Iterator[Subject]:
    """The actor's own mandates whose last day comes near."""
    mine = _in_force(on).filter(professional=who.actor.key, valid_until__lte=on + HORIZON)
    for each in mine:
        yield ahead(
            kind=Kind.MANDATE_ENDS,
            thing=MANDATES,
            object_key=each.key,
            due_on=each.valid_until,
            on=on,
        )


def deputies_asked(who: Acting, on: dt.date) -> Iterator[Subject]:
    """What colleagues ask of the actor."""
    rows = Deputy.objects.filter(
        professional=who.actor.key,
        accepted_at__isnull=True,
        ended_at__isnull=True,
        valid_until__gt=on,
    )
    for each in rows:
        yield waiting(
            kind=Kind.DEPUTY_ASKED, thing=DEPUTIES, object_key=each.key, since=each.proposed_at
        )


def accounts_to_review(who: Acting, on: dt.date) -> Iterator[Subject]:
    """Accounts in use that nobody looked at for a year by then."""
    if _may_not(who, thing=ACCOUNTS, action="review"):
        return
    with acting(administering(who)):
        used = Account.objects.filter(activated_at__isnull=False, left_at__isnull=True)
        for each in used.exclude(professional=who.actor.key):
            due = months_after(each.reviewed_on, months=LIMITS.review_months)
            if on <= due <= on + HORIZON:
                yield ahead(
                    kind=Kind.ACCOUNT_REVIEW,
                    thing=ACCOUNTS,
                    object_key=each.professional_id,
                    due_on=due,
                    on=on,
                )


def recoveries_waiting(who: Acting, _on: dt.date) -> Iterator[Subject]:
    """Recoveries that the actor may approve."""
    if _may_not(who, thing=ACCOUNTS, action="approve"):
        return
    mine = Q(proposed_by=who.actor.key) | Q(professional=who.actor.key)
    with acting(administering(who)):
        for each in _recoveries().filter(approved_by__isnull=True).exclude(mine):
            yield waiting(
                kind=Kind.RECOVERY_WAITS,
                thing=ACCOUNTS,
                object_key=each.professional_id,
                since=each.proposed_at,
            )


def recoveries_of_oneself(who: Acting, _on: dt.date) -> Iterator[Subject]:
    """That somebody proposed to hand the actor's own access to whoever gets a link that works."""
    works = Q(expires_at__isnull=True) | Q(expires_at__gt=timezone.now())
    for each in _recoveries().filter(works, professional=who.actor.key):
        yield waiting(
            kind=Kind.RECOVERY_OF_YOU,
            thing=ACCOUNTS,
            object_key=who.actor.key,
            since=each.proposed_at,
        )


def declare_all() -> None:
    """Make these sources known."""
    declare(Kind.MANDATE_WAITS, mandates_waiting)
    declare(Kind.MANDATE_REVIEW, mandates_to_review)
    declare(Kind.MANDATE_ENDS, mandates_ending)
    declare(Kind.DEPUTY_ASKED, deputies_asked)
    declare(Kind.ACCOUNT_REVIEW, accounts_to_review)
    declare(Kind.RECOVERY_WAITS, recoveries_waiting)
    declare(Kind.RECOVERY_OF_YOU, recoveries_of_oneself)


def _in_force(on: dt.date) -> QuerySet[Mandate]:
    return Mandate.objects.filter(
        approved_by__isnull=False, ended_at__isnull=True, valid_from__lte=on, valid_until__gt=on
    )


def _recoveries() -> QuerySet[Link]:
    return Link.objects.filter(
        kind=LinkKind.RECOVERY, used_at__isnull=True, withdrawn_at__isnull=True
    )


def _may_not(who: Acting, *, thing: str, action: str) -> bool:
    return reach(who=administering(who), thing=thing, action=action).nowhere
