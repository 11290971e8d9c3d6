"""What waits for somebody, and the registry of who knows: core's own sources and those of rooms."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vijfluik.core.notices.models import Kind, Notice
from vijfluik.core.notices.moments import days_before, named, presses
from vijfluik.core.partners.acting import Acting


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Something that waits for somebody.

    Attributes:
        thing: what the policy calls it.
        moment: the name of the moment to tell of now; empty while there is none.
        due: the key of the row of lifecycle.due, for a term.
    """

    kind: Kind
    thing: str
    object_key: uuid.UUID
    moment: str
    urgent: bool = False
    due: uuid.UUID | None = None
    due_on: dt.date | None = None

    def notice(self, *, professional: uuid.UUID, at: dt.datetime) -> Notice:
        """The notice of this moment, to be written."""
        return Notice(
            professional_id=professional,
            kind=self.kind,
            thing=self.thing,
            object_key=self.object_key,
            due=self.due,
            due_on=self.due_on,
            moment=self.moment,
            urgent=self.urgent,
            made_at=at,
        )


def ahead(
    *,
    kind: Kind,
    thing: str,
    object_key: uuid.UUID,
    due_on: dt.date,
    on: dt.date,
    due: uuid.UUID | None = None,
) -> Subject:
    """What is due on a day: told of 30, 14 and 7 days before."""
    before = days_before(due_on, on=on)
    return Subject(
        kind=kind,
        thing=thing,
        object_key=object_key,
        due=due,
        due_on=due_on,
        moment="" if before is None else named(due_on, before=before),
        urgent=before is not None and presses(due_on, on=on),
    )


def waiting(*, kind: Kind, thing: str, object_key: uuid.UUID, since: dt.datetime) -> Subject:
    """What waits for a hand and has no term: told of at once, and as urgent."""
    return Subject(
        kind=kind,
        thing=thing,
        object_key=object_key,
        moment=f"{since.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%S}",
        urgent=True,
    )


Source = Callable[[Acting, dt.date], Iterable[Subject]]
_sources: dict[Kind, Source] = {}


def declare(kind: Kind, source: Source) -> None:
    """Say what knows of the subjects of a kind.

    The source is asked inside `acting(who)` and answers by row-level security. It journals nothing:
    nobody is looking; the notices that come of it are told as such.

    Raises:
        ValueError: another source knows of it.
    """
    if _sources.setdefault(kind, source) is not source:
        raise ValueError(f"the notices of {kind} have two sources")


def subjects_of(who: Acting, *, on: dt.date) -> dict[Kind, list[Subject]]:
    """What waits for whoever acts on a day, by kind; every kind that has a source is there."""
    return {kind: list(source(who, on)) for kind, source in sorted(_sources.items())}
