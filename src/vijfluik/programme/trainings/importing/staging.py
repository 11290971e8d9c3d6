"""Holding an uploaded file between its preview and its import."""

import uuid

from django.db.models import QuerySet

from vijfluik.core.access.gate import Refused, refuse, require_somewhere
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers.importing.reading import read_file
from vijfluik.programme.trainings.access import THING
from vijfluik.programme.trainings.models import StagedFile

# Whoever uploads again and again without importing keeps the latest few.
_KEPT = 5


def stage(*, who: Acting, file_name: str, content: bytes, provider: str = "") -> StagedFile:
    """Keep a file for a preview; it is read first, so that what cannot be read is not kept.

    Args:
        provider: the code of the organisation for rows that name none; empty for none.

    Raises:
        FileRefused: it cannot be read.
        Refused: the person may not import.
    """
    with acting(who):
        require_somewhere(thing=THING, action="import")
    read_file(content)
    with acting(who):
        staged = StagedFile.objects.create(
            file_name=short_name(file_name),
            content=content,
            provider=provider,
            staged_by_id=who.actor.key,
        )
        _own(who).exclude(key__in=list(_own(who).values_list("key", flat=True)[:_KEPT])).delete()
        return staged


def access_staged(*, who: Acting, key: uuid.UUID) -> StagedFile:
    """The file, for who uploaded it. Call it inside `acting(who)`.

    Raises:
        Refused: it is not there, or somebody else's.
    """
    require_somewhere(thing=THING, action="import")
    found = _own(who).filter(key=key).first()
    if found is None:
        refuse(
            thing=THING,
            action="import",
            object_type="trainings.stagedfile",
            object_key=str(key),
        )
        raise Refused
    return found


def discard(*, who: Acting, key: uuid.UUID) -> None:
    """Give an import up."""
    with acting(who):
        access_staged(who=who, key=key).delete()


def short_name(file_name: str) -> str:
    """The last part of the name, without signs that do not show, at most 200 characters."""
    last = file_name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in last if sign.isprintable())[-200:] or "bestand"


def _own(who: Acting) -> QuerySet[StagedFile]:
    return StagedFile.objects.filter(staged_by_id=who.actor.key)
