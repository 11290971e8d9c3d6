"""Who acts, for what purpose: set per transaction, known to PostgreSQL as well as to Python.

Row-level security, the version triggers and the journal read the same settings. They are local to
a transaction, so a pooled connection cannot carry one person's rights into another's request.
"""

import contextlib
import secrets
import uuid
from collections.abc import Hashable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field, replace

from django.db import connections, transaction

from vijfluik.core.partners.models import Purpose, Role


@dataclass(frozen=True, kw_only=True)
class Grant:
    """One mandate in force: a role at an organisation for a purpose.

    `in_place_of` is the name of whose mandate it is, for a deputy; empty for one's own.
    """

    key: uuid.UUID
    role: Role
    organisation: str
    purpose: Purpose
    in_place_of: str = ""


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A professional with the mandates in force when the transaction began."""

    key: uuid.UUID
    name: str
    organisation: str
    grants: tuple[Grant, ...]


@dataclass(frozen=True, kw_only=True)
class Acting:
    """The actor, the purpose, the mandate used, the reason given and the trace of a transaction.

    `trace` is a W3C trace id (16 bytes in hexadecimal): the acts of one request share it.
    """

    actor: Actor
    purpose: Purpose
    reason: str = ""
    origin: str = "web"
    trace: str = field(default_factory=lambda: secrets.token_hex(16))
    used: uuid.UUID | None = None

    @property
    def mandate(self) -> uuid.UUID | None:
        """The mandate that opened what is being done; before that the first for the purpose.

        None when the actor holds none (and sees nothing).
        """
        if self.used is not None:
            return self.used
        for grant in self.actor.grants:
            if grant.purpose == self.purpose:
                return grant.key
        return None


_current: ContextVar[Acting | None] = ContextVar("vijfluik_acting", default=None)
# What was said already in this transaction → the savepoints that it stands behind.
_Said = dict[Hashable, tuple[str | None, ...]]
_said: ContextVar[_Said | None] = ContextVar("vijfluik_said", default=None)


def current() -> Acting | None:
    """Who acts in this transaction, or None outside one."""
    return _current.get()


@contextlib.contextmanager
def acting(who: Acting, *, using: str = "default") -> Iterator[Acting]:
    """One transaction in which `who` acts; everything in it commits or nothing does.

    Nested use sets the settings anew and puts the outer ones back, so that a test or a retried
    action never runs on with somebody else's.

    Args:
        who: the actor with purpose and reason.
        using: the connection; `default` is the application's role.
    """
    outer = _current.get()
    nested = connections[using].in_atomic_block
    with transaction.atomic(using=using):
        _announce(who, using=using)
        token = _current.set(who)
        outermost = _said.set({}) if _said.get() is None else None
        try:
            yield who
        finally:
            _current.reset(token)
            if outermost is not None:
                _said.reset(outermost)
        # A transaction that ends here, or is going to be rolled back, takes its settings along.
        if nested and not connections[using].needs_rollback:
            _announce(outer, using=using)


def said_before(what: Hashable, *, using: str = "default") -> bool:
    """Whether `what` was said already in this transaction, by whom it is said now.

    What was said behind a savepoint counts only as long as that savepoint stands: what came of it
    afterwards is not known, and saying a thing twice is better than losing it.
    """
    said = _said.get()
    if said is None:
        return False
    stands = tuple(connections[using].savepoint_ids)
    key = (using, what)
    behind = said.get(key)
    if behind is not None and stands[: len(behind)] == behind:
        return True
    said[key] = stands
    return False


def use_mandate(key: uuid.UUID, *, using: str = "default") -> None:
    """From here on this transaction acts on this mandate: the one whose rule allowed it.

    Somebody may work for two organisations; versions and journal name the one that counted.
    """
    who = _current.get()
    if who is None or who.mandate == key:
        return
    _current.set(replace(who, used=key))
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT set_config('vijfluik.mandate', %s, true)", [str(key)])


def _announce(who: Acting | None, *, using: str) -> None:
    values = ["", "", "", "", ""]
    if who is not None:
        mandate = "" if who.mandate is None else str(who.mandate)
        values = [str(who.actor.key), mandate, who.purpose, who.reason, who.trace]
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT set_config('vijfluik.actor', %s, true),"
            " set_config('vijfluik.mandate', %s, true),"
            " set_config('vijfluik.purpose', %s, true),"
            " set_config('vijfluik.reason', %s, true),"
            " set_config('vijfluik.trace', %s, true)",
            values,
        )
