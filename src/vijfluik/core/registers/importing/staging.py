"""Holding an uploaded file between its preview and its import."""

import uuid

from django.db.models import QuerySet

from vijfluik.core.access.gate import Refused, refuse, require_somewhere
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers.access import need_filed
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.importing.reading import read_file
from vijfluik.core.registers.models import StagedFile

# Whoever uploads again and again without importing keeps the latest few.
_KEPT = 5


def stage(
    register: Register, *, who: Acting, file_name: str, content: bytes, owner: str = ""
) -> StagedFile:
    """Keep a file for a preview; it is read first, so that what cannot be read is not kept.

    Args:
        owner: the code of the organisation for rows that name none; empty for none.

    Raises:
        FileRefused: it cannot be read.
        Refused: the person may not import.
    """
    need_filed(register, who=who)
    with acting(who):
        require_somewhere(thing=register.thing, action="import")
    read_file(content)
    with acting(who):
        staged = StagedFile.objects.create(
            register=register.thing,
            file_name=short_name(file_name),
            content=content,
            owner=owner,
            staged_by_id=who.actor.key,
        )
        own = _own(register, who=who)
        own.exclude(key__in=list(own.values_list("key", flat=True)[:_KEPT])).delete()
        return staged


def access_staged(register: Register, *, who: Acting, key: uuid.UUID) -> StagedFile:
    """The file, for who uploaded it. Call it inside `acting(who)`.

    Raises:
        Refused: it is not there, or somebody else's.
    """
    require_somewhere(thing=register.thing, action="import")
    found = _own(register, who=who).filter(key=key).first()
    if found is None:
        refuse(
            thing=register.thing,
            action="import",
            object_type=StagedFile._meta.label_lower,
            object_key=str(key),
        )
        raise Refused
    return found


def discard(register: Register, *, who: Acting, key: uuid.UUID) -> None:
    """Give an import up."""
    with acting(who):
        access_staged(register, who=who, key=key).delete()


def short_name(file_name: str) -> str:
    """The last part of the name, without signs that do not show, at most 200 characters."""
    last = file_name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in last if sign.isprintable())[-200:] or "bestand"


def _own(register: Register, *, who: Acting) -> QuerySet[StagedFile]:
    return StagedFile.objects.filter(register=register.thing, staged_by_id=who.actor.key)
