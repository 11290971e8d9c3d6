"""Writing events: in the transaction of the act, or apart from it.

`record` stands or falls with the transaction: a done-event exists exactly when the act does.
`record_apart` commits by itself over the connection `attempts`: an attempt or a refusal stays,
whatever becomes of the transaction. There it says who acts in the same statement: the database
takes no event that bears another name than that of the actor, on no connection. Neither takes a
lock that another writer waits for; the sealer chains events afterwards.
"""

import contextlib
import datetime as dt
import json
import re
import secrets
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import connections

from vijfluik.core.journal.encoding import VERSION, Entry
from vijfluik.core.journal.hashing import leaf_hash
from vijfluik.core.journal.kinds import Kind, UnknownKindError, WrongDetailsError, registered
from vijfluik.core.journal.results import DECISIONS, Origin, Result
from vijfluik.core.partners.acting import Acting, current

ATTEMPTS = "attempts"
_OBJECT_TYPE = re.compile(r"[a-z0-9_.]{0,80}")
_OBJECT_KEY = re.compile(r"[A-Za-z0-9_.:/+-]{0,120}")
_COLUMNS = (
    "moment, id, actor, actor_name, organisation, mandate, purpose, action, object_type,"
    " object_key, result, rule, policy_version, reason, origin, trace, span, details, subjects,"
    " objects, encoding, hash"
)
_VALUES = f"(%s, %s, {'%s, ' * 16}%s::uuid[], %s::uuid[], %s, %s)"
_INSERT = f"INSERT INTO journal_event ({_COLUMNS}) VALUES "
# Types stand here because a SELECT, unlike VALUES, gives its parameters none.
_INSERT_APART = (
    f"INSERT INTO journal_event ({_COLUMNS})"
    " SELECT %s::timestamptz, %s::uuid, %s::uuid, %s, %s, %s::uuid, %s, %s, %s, %s, %s, %s, %s, %s,"
    " %s, %s, %s, %s, %s::uuid[], %s::uuid[], %s::smallint, %s::bytea"
    " FROM set_config('vijfluik.actor', %s, true)"
)


# What was recorded in this transaction and is written with what comes after it.
_held: ContextVar["_Held | None"] = ContextVar("vijfluik_held_events", default=None)


class NotInTransactionError(RuntimeError):
    """An event of an act was to be recorded outside the act's transaction, or one apart inside."""


@dataclass(frozen=True, kw_only=True)
class Stranger:
    """Somebody who is not signed in, such as a sign-in attempt.

    Never what was typed as a name: people type passwords there.
    """

    key: uuid.UUID | None = None
    name: str = ""
    organisation: str = ""
    origin: str = Origin.WEB
    trace: str = field(default_factory=lambda: secrets.token_hex(16))


@dataclass(frozen=True, kw_only=True)
class _Held:
    """Events that wait, of one connection and behind the savepoints of where they began to."""

    using: str
    behind: tuple[str | None, ...]
    rows: list[list[Any]]


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """An event that was written: its key, moment and hash."""

    id: uuid.UUID
    moment: dt.datetime
    hash: bytes


def record(
    *,
    action: Kind,
    object_type: str = "",
    object_key: str | uuid.UUID = "",
    result: Result = Result.DONE,
    rule: str = "",
    policy_version: str = "",
    details: Mapping[str, object] | None = None,
    subjects: Iterable[uuid.UUID] = (),
    objects: Iterable[uuid.UUID] = (),
    who: Acting | Stranger | None = None,
    using: str = "default",
) -> Recorded:
    """Write an event in the transaction of the act it speaks of.

    Args:
        action: a registered kind of event.
        object_type: what it was done to, as `app.model`.
        object_key: the random key of one object; empty for a list.
        result: how it ended.
        rule: the rule that decided; needed for a decision.
        policy_version: the version of the policy that the rule stands in; needed for a decision.
        details: what the kind's schema asks.
        subjects: random keys of the persons whose data were touched.
        objects: random keys of the records that a list, a search or a file showed.
        who: the actor; who acts in this transaction when None.
        using: the connection whose transaction it is.

    Raises:
        NotInTransactionError: the connection is in no transaction.
        UnknownKindError: the kind is not in the vocabulary.
        WrongDetailsError: a detail, a key or a decision without its rule.
        LookupError: nobody acts and `who` is not given.
    """
    if not connections[using].in_atomic_block:
        raise NotInTransactionError("record() belongs inside acting(); record_apart() stands alone")
    return _write(
        _entry(
            action=action,
            object_type=object_type,
            object_key=object_key,
            result=result,
            rule=rule,
            policy_version=policy_version,
            details=details or {},
            subjects=subjects,
            objects=objects,
            who=who,
        ),
        using=using,
    )


def record_many(
    *,
    action: Kind,
    object_type: str,
    details: Mapping[uuid.UUID, Mapping[str, object]],
    using: str = "default",
) -> None:
    """Write what was done to many objects at once: a bulk run is one event with a manifest.

    Objects whose details differ stand in events of their own; one that stands alone is named as
    `record` names it. Each event of several says of how many `rows` it is.

    Args:
        action: what was done to all of them; a kind with the optional detail `rows`.
        details: key of the object → what the kind's schema asks.

    Raises:
        NotInTransactionError, UnknownKindError, WrongDetailsError, LookupError: as `record`.
    """
    if not connections[using].in_atomic_block:
        raise NotInTransactionError("record_many() belongs inside acting()")
    alike: dict[str, list[uuid.UUID]] = {}
    for key, told in details.items():
        alike.setdefault(canonical_json(action.plain(told)), []).append(key)
    for keys in alike.values():
        told = details[keys[0]]
        if len(keys) == 1:
            record(
                action=action,
                object_type=object_type,
                object_key=keys[0],
                details=told,
                using=using,
            )
        else:
            record(
                action=action,
                object_type=object_type,
                details={**told, "rows": len(keys)},
                objects=keys,
                using=using,
            )


def record_apart(
    *,
    action: Kind,
    result: Result,
    object_type: str = "",
    object_key: str | uuid.UUID = "",
    rule: str = "",
    policy_version: str = "",
    details: Mapping[str, object] | None = None,
    subjects: Iterable[uuid.UUID] = (),
    objects: Iterable[uuid.UUID] = (),
    who: Acting | Stranger | None = None,
) -> Recorded:
    """Write an event that outlives the transaction, which may be broken already.

    Arguments and errors as in `record`; the event is committed when this returns.
    """
    if connections[ATTEMPTS].in_atomic_block:
        raise NotInTransactionError("the connection for attempts commits by itself")
    return _write(
        _entry(
            action=action,
            object_type=object_type,
            object_key=object_key,
            result=result,
            rule=rule,
            policy_version=policy_version,
            details=details or {},
            subjects=subjects,
            objects=objects,
            who=who,
        ),
        using=ATTEMPTS,
    )


@contextlib.contextmanager
def recorded_together(*, using: str = "default") -> Iterator[None]:
    """Write the events of what stands inside in one statement, at its end.

    For a page that lists many registers: each list has its event, and writing them one by one took
    as long as the lists. What is recorded behind another savepoint, which may yet be undone, is
    written at once. After an error nothing waits any more: the act around it ends as well.

    Raises:
        NotInTransactionError: the connection is in no transaction.
    """
    if not connections[using].in_atomic_block:
        raise NotInTransactionError("recorded_together() belongs inside acting()")
    held = _Held(using=using, behind=tuple(connections[using].savepoint_ids), rows=[])
    token = _held.set(held)
    try:
        yield
    finally:
        _held.reset(token)
    if held.rows:
        _insert(held.rows, using=using)


@contextlib.contextmanager
def failure_recorded(
    *,
    action: Kind,
    who: Acting,
    object_type: str = "",
    object_key: str | uuid.UUID = "",
    details: Mapping[str, object] | None = None,
    unless: Callable[[Exception], bool] | None = None,
) -> Iterator[None]:
    """Around `acting(…)`: an act that ends in an error leaves a failed-event; the error goes on.

    Args:
        unless: tells the errors that are no failure, or are in the journal already.
    """
    try:
        yield
    except Exception as error:
        if unless is None or not unless(error):
            record_apart(
                action=action,
                result=Result.FAILED,
                who=who,
                object_type=object_type,
                object_key=object_key,
                details=details,
            )
        raise


def _entry(
    *,
    action: Kind,
    object_type: str,
    object_key: str | uuid.UUID,
    result: Result,
    rule: str,
    policy_version: str,
    details: Mapping[str, object],
    subjects: Iterable[uuid.UUID],
    who: Acting | Stranger | None,
    objects: Iterable[uuid.UUID] = (),
) -> Entry:
    if not registered(action):
        raise UnknownKindError(f"{action.name!r} is no registered kind of event")
    if result in DECISIONS and not (rule and policy_version):
        raise WrongDetailsError("a decision names its rule and the version of its policy")
    key = str(object_key)
    if not (_OBJECT_TYPE.fullmatch(object_type) and _OBJECT_KEY.fullmatch(key)):
        raise WrongDetailsError(f"{object_type!r} {key!r} is not the type and key of an object")
    whose = who or current()
    if whose is None:
        raise LookupError("nobody acts: record inside acting(), or say who")
    # What was only tried has no outcome to tell yet, so its details may be incomplete.
    plain = action.plain(details) if result is Result.DONE or details else {}
    actor, name, organisation, mandate, purpose, reason = _person(whose)
    return Entry(
        moment=dt.datetime.now(dt.UTC),
        id=uuid.uuid4(),
        actor=actor,
        actor_name=name,
        organisation=organisation,
        mandate=mandate,
        purpose=purpose,
        action=action.name,
        object_type=object_type,
        object_key=key,
        result=result.value,
        rule=rule,
        policy_version=policy_version,
        reason=reason,
        origin=Origin(whose.origin).value,
        trace=whose.trace,
        span=secrets.token_hex(8),
        details=canonical_json(plain),
        subjects=tuple(sorted(set(subjects))),
        objects=tuple(sorted(set(objects))),
    )


def _person(
    who: Acting | Stranger,
) -> tuple[uuid.UUID | None, str, str, uuid.UUID | None, str, str]:
    if isinstance(who, Stranger):
        return who.key, who.name, who.organisation, None, "", ""
    organisation, name = who.actor.organisation, who.actor.name
    for grant in who.actor.grants:
        if grant.key == who.mandate:
            # Whoever works for one organisation may act for another.
            organisation = grant.organisation
            # A deputy acts in the own name; whose mandate it was is sealed beside it.
            name += f" (in plaats van {grant.in_place_of})" if grant.in_place_of else ""
    return who.actor.key, name, organisation, who.mandate, who.purpose.value, who.reason


def canonical_json(value: Mapping[str, object]) -> str:
    """JSON with sorted keys, no spaces and ASCII only: one text per value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def _write(entry: Entry, *, using: str) -> Recorded:
    own = leaf_hash(entry.line())
    values: list[Any] = [
        entry.moment,
        entry.id,
        entry.actor,
        entry.actor_name,
        entry.organisation,
        entry.mandate,
        entry.purpose,
        entry.action,
        entry.object_type,
        entry.object_key,
        entry.result,
        entry.rule,
        entry.policy_version,
        entry.reason,
        entry.origin,
        entry.trace,
        entry.span,
        entry.details,
        list(entry.subjects),
        list(entry.objects),
        VERSION,
        own,
    ]
    held = _held.get()
    if using == ATTEMPTS:
        with connections[using].cursor() as cursor:
            # For this one statement, which is its own transaction.
            cursor.execute(_INSERT_APART, [*values, str(entry.actor or "")])
    elif held is not None and _waits(held, using=using):
        held.rows.append(values)
    else:
        _insert([values], using=using)
    return Recorded(id=entry.id, moment=entry.moment, hash=own)


def _waits(held: _Held, *, using: str) -> bool:
    return held.using == using and held.behind == tuple(connections[using].savepoint_ids)


def _insert(rows: list[list[Any]], *, using: str) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(
            _INSERT + ", ".join([_VALUES] * len(rows)), [value for row in rows for value in row]
        )
