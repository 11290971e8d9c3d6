"""What the pages of the official values show."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.official.actions import (
    OBJECT_TYPE,
    THING,
    access_official,
)
from vijfluik.accountability.figures.official.content import official_definitions
from vijfluik.accountability.figures.official.model import OfficialState, OfficialValue
from vijfluik.accountability.figures.values import Supplied, supplied
from vijfluik.core.access.gate import require
from vijfluik.core.journal.recording import record
from vijfluik.core.journal.vocabulary import RECORD_VIEWED, RECORDS_LISTED
from vijfluik.core.partners.models import Professional
from vijfluik.core.versions.history import versions
from vijfluik.core.versions.rows import VersionRow

SHOWN_FIRST = (OfficialState.PROPOSED, OfficialState.CONFIRMED)


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A value with the figure it belongs to; definition: None when the figure is no more."""

    row: OfficialValue
    definition: Definition | None


def listed(*, everything: bool) -> list[Listed]:
    """The values that count or wait, those that wait first; all that ever were on demand.

    Raises:
        Refused: the actor may not read official values.
    """
    require(thing=THING, action="read")
    rows = OfficialValue.objects.select_related("proposed_by", "approved_by")
    if not everything:
        rows = rows.filter(state__in=SHOWN_FIRST)
    known = official_definitions()
    found = [Listed(row=row, definition=known.get(row.figure)) for row in rows]
    record(action=RECORDS_LISTED, object_type=OBJECT_TYPE, details={"rows": len(found)})
    return sorted(
        found, key=lambda each: (each.row.state != OfficialState.PROPOSED, each.row.figure)
    )


def viewed(key: uuid.UUID) -> OfficialValue:
    """One value, for its page.

    Raises:
        Refused: the actor may not read it, or there is none.
    """
    row = access_official(key=key)
    record(action=RECORD_VIEWED, object_type=OBJECT_TYPE, object_key=row.key)
    return row


def history(key: uuid.UUID) -> Sequence[VersionRow]:
    """The versions of a value, the newest first."""
    return list(versions(OfficialValue).filter(key=key).order_by("-tx_from", "-vid"))


def names_of(rows: Sequence[VersionRow]) -> dict[uuid.UUID, str]:
    """Who made the versions, by key."""
    keys = {row.actor for row in rows if row.actor}
    return dict(Professional.objects.filter(key__in=keys).values_list("key", "name"))


def said(row: OfficialValue) -> Supplied | None:
    """The value of a row as a figure says it."""
    return supplied(
        [
            (
                row.number,
                row.parts,
                row.words_nl,
                row.words_en,
                row.hedge,
                row.hedge_word_nl,
                row.hedge_word_en,
                row.supplied_by,
                row.document,
                row.place,
            )
        ]
    )
