"""The only way to a record of a register.

Not found and not allowed are the same answer, from here and from row-level security.
"""

import contextlib
import dataclasses
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from vijfluik.core.access.gate import (
    Listing,
    Refused,
    acting_now,
    listing,
    refuse,
    require,
    require_somewhere,
)
from vijfluik.core.journal.kinds import Kind
from vijfluik.core.journal.vocabulary import RECORDS_LISTED
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.walls import reachable, walled_off


def access_record(
    register: Register, *, who: Acting, key: uuid.UUID, action: str = "read", locked: bool = False
) -> Any:
    """The record, when `who` may do `action` with it; the decision is journalled.

    Call it inside `acting(who)`, whose transaction it reads in.

    Args:
        locked: hold the row until the transaction ends, for a change.

    Raises:
        Refused: it may not be done, or there is no such record.
    """
    _acts_here(who)
    rows = with_related(register, rows=register.model._default_manager.select_related("batch"))
    if locked:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(key=key).first()
    if found is None:
        refuse(
            thing=register.thing,
            action=action,
            object_type=register.object_type,
            object_key=str(key),
        )
        raise Refused
    require(
        thing=register.thing,
        action=action,
        organisation=register.owner_of(found),
        object_type=register.object_type,
        object_key=str(key),
        subjects=subjects_of(register, keys=[key]),
    )
    if walled_off(register, record=found, who=who, action=action):
        refuse(
            thing=register.thing,
            action=action,
            object_type=register.object_type,
            object_key=str(key),
        )
        raise Refused
    return found


def access_records(register: Register, *, who: Acting, action: str = "read") -> QuerySet[Any]:
    """The records with which `who` may do `action`; the decision is journalled.

    Raises:
        Refused: it may be done nowhere.
    """
    _acts_here(who)
    where = require_somewhere(thing=register.thing, action=action)
    return reachable(register, rows=register.model._default_manager.all(), where=where)


@contextlib.contextmanager
def listed_records(
    register: Register,
    *,
    who: Acting,
    action: str = "read",
    kind: Kind = RECORDS_LISTED,
    details: Mapping[str, object] | None = None,
) -> Iterator[tuple[QuerySet[Any], Listing]]:
    """As `access_records`, for a list: say with `Listing.showed` what it shows.

    Raises:
        Refused: it may be done nowhere.
    """
    _acts_here(who)
    made = listing(
        thing=register.thing,
        action=action,
        object_type=register.object_type,
        kind=kind,
        details=details,
        persons=register.persons,
    )
    with made as shown:
        rows = register.model._default_manager.all()
        yield reachable(register, rows=rows, where=shown.where), shown


def subjects_of(register: Register, *, keys: Iterable[uuid.UUID]) -> tuple[uuid.UUID, ...]:
    """Whose data were touched, for the journal: the records themselves where they are people."""
    if register.persons:
        return tuple(keys)
    return ()


def need_filed(register: Register, *, who: Acting) -> None:
    """Refuse, before it is read and outside any transaction, a file for a register without files.

    Raises:
        Refused: as for a register that does not exist.
    """
    if register.filed:
        return
    # Not with the words that came along: of this register none are kept.
    with acting(dataclasses.replace(who, reason="")):
        refuse(thing=register.thing, action="import")
    raise Refused


def with_related(register: Register, *, rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows with what their foreign keys lead to."""
    found = [kind.related for kind in kinds_of(register).values() if kind.related]
    if found:
        return rows.select_related(*found)
    return rows


def by_key(
    register: Register, *, rows: QuerySet[Any], keys: Iterable[uuid.UUID]
) -> dict[uuid.UUID, Any]:
    """Those of the rows, by key, with what their foreign keys lead to."""
    return with_related(register, rows=rows).order_by().in_bulk(list(keys))


def named_by_key(
    register: Register, *, rows: QuerySet[Any], keys: Iterable[uuid.UUID]
) -> dict[uuid.UUID, Any]:
    """As `by_key`, for a page that says only what a record is called and whose it is.

    Anything but key, reference, name and owner of such a record is a question of its own.
    """
    needed = (register.model._meta.pk.name, "reference", register.naming.name, register.scope)
    owner = (f"{register.scope}__code", f"{register.scope}__name")
    narrow = rows.order_by().select_related(register.scope).only(*needed, *owner)
    return narrow.in_bulk(list(keys))


def _acts_here(who: Acting) -> None:
    """Nobody looks with somebody else's rights: the transaction is that of `who`."""
    if acting_now().actor != who.actor:
        raise Refused
