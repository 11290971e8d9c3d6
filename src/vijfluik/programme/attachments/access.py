"""The only way to a document: by its record, and then by whose it is or whether it is shared."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from vijfluik.core.access.decisions import decide, reach
from vijfluik.core.access.gate import Refused, acting_now, refuse, require
from vijfluik.core.access.policy import policy
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.declaration import WITHDRAWN, Register
from vijfluik.core.registers.registry import register_named
from vijfluik.programme.attachments.concerned import concerned_with
from vijfluik.programme.attachments.models import LINKS, Document
from vijfluik.ui.shell import Link

THING = "documents"
OBJECT = Document._meta.label_lower
# What leaves a record as it was.
_NO_CHANGE = frozenset({"read", "export", "create", "import"})


@dataclass(frozen=True, kw_only=True)
class Held:
    """A document with the record that it hangs at."""

    document: Document
    register: Register
    record: Any
    # Where the record stands for whom it is about, who has no rule about its register.
    home: Link | None = None


def access_document(*, who: Acting, key: uuid.UUID, action: str = "read") -> Held:
    """The document, when `who` may do `action` with it. Call it inside `acting(who)`.

    Args:
        action: of the policy: read, attach (a new version), share, withdraw.

    Raises:
        Refused: it may not be done, or there is no such document.
    """
    if acting_now().actor != who.actor:
        raise Refused
    found = Document.objects.select_related("brought_by", "organisation").filter(key=key).first()
    if found is None:
        raise _refused(key, action=action)
    register = register_named(found.thing)
    concerned = concerned_with(register.thing, who=who)
    if concerned is not None:
        if action != "read":
            raise _refused(key, action=action)
        if not found.shared:
            raise _refused(key, action=action)
        record = concerned.access(who=who, key=found.record_key)
        home = concerned.home(record)
        return Held(document=found, register=register, record=record, home=home)
    record = access_record(register, who=who, key=found.record_key)
    held = Held(document=found, register=register, record=record)
    if _needs_no_rule(found, who=who, action=action):
        return held
    require(
        thing=THING,
        action=action,
        organisation=found.organisation_id,
        object_type=OBJECT,
        object_key=str(key),
    )
    return held


def may_see(document: Document, *, who: Acting) -> bool:
    """Whether it is shared, one's own, or of colleagues; the record was asked already."""
    if document.shared:
        return True
    if document.brought_by_id == who.actor.key:
        return True
    return document.organisation_id in reach(who=who, thing=THING, action="read").organisations


def visible(*, register: Register, record: Any, who: Acting) -> QuerySet[Document]:
    """The documents of a record that `who` may see; row-level security says the same once more."""
    own = reach(who=who, thing=THING, action="read").organisations
    seen = Q(shared=True) | Q(brought_by=who.actor.key) | Q(organisation__in=own)
    return Document.objects.filter(seen, **{LINKS[register.thing]: record.key})


def may(document: Document, *, who: Acting, action: str) -> bool:
    """Whether `access_document` would allow it, without telling the journal."""
    return decide(
        who=who, thing=THING, action=action, organisation=document.organisation_id
    ).allowed


def organisations_for(*, who: Acting, action: str = "attach") -> tuple[str, ...]:
    """The organisations for which `who` may put documents somewhere, by their codes."""
    return tuple(sorted(reach(who=who, thing=THING, action=action).organisations))


def access_for_attaching(register: Register, *, who: Acting, key: uuid.UUID) -> Any:
    """A record to which `who` may add a document: one that they may change. Inside `acting(who)`.

    Raises:
        Refused: it takes none, may not be changed by them, or is not there.
    """
    if register.thing not in LINKS:
        raise Refused
    record = access_record(register, who=who, key=key)
    if not attachable(register, record=record, who=who):
        refuse(thing=THING, action="attach", object_type=register.object_type, object_key=str(key))
        raise Refused
    return record


def attachable(register: Register, *, record: Any, who: Acting) -> bool:
    """Whether `who` may add a document to a record that they may see."""
    if record.state == WITHDRAWN:
        return False
    if not organisations_for(who=who):
        return False
    owner = register.owner_of(record)
    return any(
        decide(who=who, thing=register.thing, action=action, organisation=owner).allowed
        for action in _changes(register.thing)
    )


def _changes(thing: str) -> Iterable[str]:
    return {rule.action for rule in policy().rules if rule.thing == thing} - _NO_CHANGE


def _needs_no_rule(document: Document, *, who: Acting, action: str) -> bool:
    """Whether reading it is allowed by the record at which it hangs."""
    if action != "read":
        return False
    return may_see(document, who=who)


def _refused(key: uuid.UUID, *, action: str) -> Refused:
    refuse(thing=THING, action=action, object_type=OBJECT, object_key=str(key))
    return Refused()
