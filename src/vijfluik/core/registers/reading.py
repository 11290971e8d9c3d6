"""Reading records. Call these inside `acting(who)`; each journals its decision once."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vijfluik.core.access.decisions import decide
from vijfluik.core.lifecycle.edges import Edge
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import access_record, listed_records
from vijfluik.core.registers.contents import changed, content_of
from vijfluik.core.registers.declaration import CORRECT, WITHDRAWN, Register
from vijfluik.core.registers.filtering import Wanted
from vijfluik.core.registers.looking import look
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.paging import ListPage
from vijfluik.core.registers.seen import token_of
from vijfluik.core.registers.timeline import Moment, timeline_of


def record_list(
    register: Register, *, who: Acting, wanted: Wanted, sort: str = "", page: int = 1
) -> ListPage:
    """A page of the list, with what its rows refer to: four queries.

    Raises:
        Refused: the person may see none.
    """
    with listed_records(register, who=who) as (rows, shown):
        found = look(register, rows=rows, where=shown.where, wanted=wanted, sort=sort, page=page)
        shown.showed([row.key for row in found.object_list], filters=wanted.used())
    return found


@dataclass(frozen=True, kw_only=True)
class Detail:
    """A record with what can be done and what was done.

    `seen` is the token that a form sends along; `acts` are the edges open to this person;
    `correctable` says whether it may correct.
    """

    record: Any
    seen: str
    acts: tuple[Edge, ...]
    correctable: bool
    timeline: tuple[Moment, ...]
    lookups: Lookups


def record_detail(register: Register, *, who: Acting, key: uuid.UUID) -> Detail:
    """All of one record.

    Raises:
        Refused: there is none, or it may not be seen.
    """
    record = access_record(register, who=who, key=key)
    owner, lookups = register.owner_of(record), Lookups()

    def may(action: str) -> bool:
        return decide(who=who, thing=register.thing, action=action, organisation=owner).allowed

    return Detail(
        record=record,
        seen=token_of(register, key=key),
        acts=tuple(
            edge for edge in register.lifecycle.open_edges(record.state) if may(edge.action)
        ),
        correctable=record.state != WITHDRAWN and may("correct"),
        timeline=timeline_of(register, key=key, lookups=lookups),
        lookups=lookups,
    )


def former_values(register: Register, *, who: Acting, key: uuid.UUID) -> Mapping[str, object]:
    """What the last correction replaced: field → value before it; empty when there was none.

    With these as its initial values the correction form undoes it.
    """
    record = access_record(register, who=who, key=key, action="correct")
    moments = timeline_of(register, key=key, lookups=Lookups())
    last = moments[0] if moments else None
    if last is None or last.edge != CORRECT or last.before is None:
        return {}
    now = content_of(register, record=record)
    return {name: last.before[name] for name in changed(register, before=last.before, after=now)}
