"""Reading mandates: what waits, what is due for review, what works, what ended."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from vijfluik.core.access.policy import policy
from vijfluik.core.mandates.access import listed_mandates
from vijfluik.core.mandates.lifecycle import State, state_of
from vijfluik.core.partners.models import Mandate, Professional, Purpose, Role
from vijfluik.core.partners.queries import REVIEW_MONTHS, months_after

# Two reviews lie at least so many days apart, whatever the months between them.
HALF_A_YEAR = dt.timedelta(days=181)
# How long a mandate that is over stays on the list, and how soon a review counts as due.
PAST_DAYS = 365
SOON_DAYS = 30


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A mandate with its state and the day on which it must be looked at.

    `due_on` is the day of review of one in force (six months after the last) and None otherwise.
    """

    mandate: Mandate
    state: State
    due_on: dt.date | None
    overdue: bool = False
    soon: bool = False


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The mandates in the order in which they ask for attention."""

    waiting: Sequence[Standing]
    running: Sequence[Standing]
    over: Sequence[Standing]

    @property
    def due(self) -> int:
        """How many reviews are due within a month, the overdue ones included."""
        return sum(each.soon or each.overdue for each in self.running)


def standing_of(mandate: Mandate, *, on: dt.date) -> Standing:
    """Where a mandate stands on a day."""
    state = state_of(mandate, on=on)
    if state != State.IN_FORCE:
        return Standing(mandate=mandate, state=state, due_on=None)
    due = months_after(mandate.reviewed_on, months=REVIEW_MONTHS)
    return Standing(
        mandate=mandate,
        state=state,
        due_on=due,
        overdue=due < on,
        soon=due <= on + dt.timedelta(days=SOON_DAYS),
    )


def overview(*, on: dt.date) -> Overview:
    """All mandates of now and of the year before.

    Raises:
        Refused: whoever acts may read none.
    """
    past = on - dt.timedelta(days=PAST_DAYS)
    with listed_mandates() as (mandates, shown):
        rows = mandates.filter(Q(valid_until__gt=past))
        found = [standing_of(mandate, on=on) for mandate in rows]
        shown.showed(each.mandate.key for each in found)
    return Overview(
        waiting=sorted(
            (each for each in found if each.state == State.PROPOSED),
            key=lambda each: each.mandate.proposed_at,
        ),
        running=sorted(
            (each for each in found if each.state in (State.IN_FORCE, State.AHEAD)),
            key=lambda each: (each.due_on or dt.date.max, each.mandate.professional.name),
        ),
        over=sorted(
            (each for each in found if each.state in (State.ENDED, State.LAPSED)),
            key=_ended_on,
            reverse=True,
        ),
    )


def work_of(*, actor: uuid.UUID, on: dt.date) -> list[Standing]:
    """The mandates that an administrator can approve or review now, the longest waiting first.

    Those of the actor, and proposals that the actor made, wait for somebody else.

    Raises:
        Refused: whoever acts may read none.
    """
    waits = Q(approved_by__isnull=True) & ~Q(proposed_by=actor)
    reviewable = Q(
        approved_by__isnull=False,
        valid_from__lte=on,
        reviewed_on__lte=on + dt.timedelta(days=SOON_DAYS) - HALF_A_YEAR,
    )
    with listed_mandates() as (mandates, shown):
        rows = mandates.filter(waits | reviewable, ended_at__isnull=True, valid_until__gt=on)
        standings = [standing_of(each, on=on) for each in rows.exclude(professional=actor)]
        found = [each for each in standings if each.state == State.PROPOSED or each.soon]
        shown.showed((each.mandate.key for each in found), filters=["due"])
    return sorted(found, key=lambda each: each.due_on or each.mandate.proposed_at.date())


def _ended_on(standing: Standing) -> dt.date:
    at = standing.mandate.ended_at
    return standing.mandate.valid_until if at is None else at.date()


def candidates(*, but: uuid.UUID) -> list[Professional]:
    """Who may get a mandate from an actor: everybody in service but the actor."""
    people = Professional.objects.filter(is_active=True).exclude(key=but)
    return list(people.select_related("organisation").order_by("name"))


def purposes_of(role: Role) -> frozenset[Purpose]:
    """The purposes for which a role may do anything at all."""
    return frozenset(rule.purpose for rule in policy().rules if rule.role == role)
