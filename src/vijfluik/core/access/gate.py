"""The gate: every access to a thing passes here, and every decision is journalled.

A refusal is recorded on a connection of its own, so that it outlives the rollback that follows it;
to the person it looks exactly like a thing that does not exist.
"""

import contextlib
import uuid
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from vijfluik.core.access.decisions import Decision, Reach, decide, reach
from vijfluik.core.journal.kinds import Kind
from vijfluik.core.journal.recording import record, record_apart
from vijfluik.core.journal.results import Result
from vijfluik.core.journal.vocabulary import ACCESS_DECIDED, RECORDS_LISTED
from vijfluik.core.partners.acting import Acting, current, said_before, use_mandate

Row = TypeVar("Row", bound=Model)


class Refused(Http404):
    """Not allowed, or not there: the person is told the same in both cases."""


def acting_now() -> Acting:
    """Who acts in this transaction.

    Raises:
        Refused: nobody does; without an actor there is nothing to see.
    """
    who = current()
    if who is None:
        raise Refused
    return who


def require(
    *,
    thing: str,
    action: str,
    organisation: str | None = None,
    object_type: str = "",
    object_key: str = "",
    subjects: Sequence[uuid.UUID] = (),
) -> Decision:
    """Decide, journal the decision, and go on only when it is allowed.

    Args:
        thing: what the policy calls it, such as `trainings`.
        action: what the policy calls the act, such as `read`.
        organisation: the code of the organisation that owns the object; None for a list or a
            thing without an owner.
        object_type: the type of the object in the journal; the thing when empty.
        object_key: the object's random key; empty for a list.
        subjects: the keys of the people whom the object is about.

    Raises:
        Refused: no rule allows it.
    """
    who = acting_now()
    decision = decide(who=who, thing=thing, action=action, organisation=organisation)
    if decision.mandate is not None:
        use_mandate(decision.mandate)
        _note_allowed(
            action=action,
            object_type=object_type or thing,
            object_key=object_key,
            rule=decision.rule,
            policy_version=decision.policy_version,
            subjects=subjects,
        )
        return decision
    refuse(thing=thing, action=action, object_type=object_type, object_key=object_key)
    raise Refused


def require_somewhere(*, thing: str, action: str) -> Reach:
    """As `require`, for a list: allowed when the actor may do it at one organisation or more.

    Returns:
        Where, for `limited`.

    Raises:
        Refused: it may be done nowhere.
    """
    where = _reach_of(thing=thing, action=action)
    _note_allowed(
        action=action,
        object_type=thing,
        object_key="",
        rule=where.rule,
        policy_version=where.policy_version,
    )
    return where


@dataclass(kw_only=True)
class Listing:
    """A list that is being made: where it may look, and what it showed in the end."""

    where: Reach
    rows: int | None = None
    filters: tuple[str, ...] = ()
    objects: tuple[uuid.UUID, ...] = ()

    def showed(
        self,
        objects: Iterable[uuid.UUID],
        *,
        rows: int | None = None,
        filters: Iterable[str] = (),
    ) -> None:
        """Say what the list shows, for the journal.

        Args:
            objects: the keys of the records shown.
            rows: how many rows it shows; the number of the keys when None.
            filters: the names of the filters in use, never what was typed in them.
        """
        self.objects = tuple(objects)
        self.rows = rows
        if rows is None:
            self.rows = len(self.objects)
        self.filters = tuple(sorted(filters))


@contextlib.contextmanager
def listing(
    *,
    thing: str,
    action: str = "read",
    object_type: str = "",
    kind: Kind = RECORDS_LISTED,
    details: Mapping[str, object] | None = None,
    persons: bool = False,
) -> Iterator[Listing]:
    """As `require_somewhere`, round the making of a list: one event for decision and list.

    The event is written when the list is there, with its rule, the number of rows, the names of
    the filters and the keys of the records shown. Only a list that says what it `showed` is told
    as such; of another one the decision alone is. An error leaves nothing, as nothing was shown.

    Args:
        object_type: the type of the records in the journal; the thing when empty.
        kind: what becomes of the list; its details are `rows`, `filters` and those given here.
        persons: the records shown are people, whom the event names by their keys.

    Raises:
        Refused: it may be done nowhere.
    """
    where = _reach_of(thing=thing, action=action)
    made = Listing(where=where)
    yield made
    if made.rows is None:
        _note_allowed(
            action=action,
            object_type=thing,
            object_key="",
            rule=where.rule,
            policy_version=where.policy_version,
        )
        return
    subjects: tuple[uuid.UUID, ...] = ()
    if persons:
        subjects = made.objects
    # The event of the list is that of the decision too: it need not be said again.
    said_before(_decided(action=action, object_type=thing, object_key="", rule=where.rule))
    record(
        action=kind,
        object_type=object_type or thing,
        rule=where.rule,
        policy_version=where.policy_version,
        details={"rows": made.rows, "filters": made.filters, **(details or {})},
        objects=made.objects,
        subjects=subjects,
    )


def _reach_of(*, thing: str, action: str) -> Reach:
    where = reach(who=acting_now(), thing=thing, action=action)
    if where.nowhere:
        refuse(thing=thing, action=action)
        raise Refused
    if len(where.mandates) == 1:
        use_mandate(*where.mandates)
    return where


def _note_allowed(
    *,
    action: str,
    object_type: str,
    object_key: str,
    rule: str,
    policy_version: str,
    subjects: Sequence[uuid.UUID] = (),
) -> None:
    """Journal that it is allowed, once per transaction: asking twice is one decision.

    A page and the action behind it both ask. Another actor, mandate, act or object is another
    decision, and so is one whose event went with a savepoint.
    """
    decided = _decided(action=action, object_type=object_type, object_key=object_key, rule=rule)
    if said_before(decided):
        return
    record(
        action=ACCESS_DECIDED,
        object_type=object_type,
        object_key=object_key,
        result=Result.ALLOWED,
        rule=rule,
        policy_version=policy_version,
        details={"act": action},
        subjects=subjects,
    )


def _decided(*, action: str, object_type: str, object_key: str, rule: str) -> Hashable:
    who = acting_now()
    return (who.actor.key, who.mandate, who.purpose, action, object_type, object_key, rule)


def refuse(*, thing: str, action: str, object_type: str = "", object_key: str = "") -> None:
    """Journal a refusal, apart from the transaction that is about to be rolled back."""
    decision = decide(who=acting_now(), thing=thing, action=action, organisation=None)
    record_apart(
        action=ACCESS_DECIDED,
        object_type=object_type or thing,
        object_key=object_key,
        result=Result.DENIED,
        rule="no-rule",
        policy_version=decision.policy_version,
        details={"act": action},
    )


def limited(queryset: QuerySet[Row], *, where: Reach, field: str) -> QuerySet[Row]:
    """The rows within the actor's reach; row-level security says the same once more.

    Args:
        queryset: the rows of one kind of thing.
        where: the reach that `require_somewhere` answered.
        field: the column that holds the owning organisation's code.
    """
    if where.everywhere:
        return queryset
    return queryset.filter(**{f"{field}__in": where.organisations})
