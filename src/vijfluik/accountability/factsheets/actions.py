"""Making the sheets of all municipalities: who may, and the event in the journal."""

import datetime as dt
from collections.abc import Sequence

from vijfluik.accountability.factsheets.events import SHEETS_MADE
from vijfluik.accountability.factsheets.lines import lines
from vijfluik.accountability.factsheets.places import Municipality, municipalities
from vijfluik.accountability.factsheets.sheets import Sheets
from vijfluik.accountability.reports.actions import THING
from vijfluik.core.access.gate import require
from vijfluik.core.documents.structure import Language
from vijfluik.core.journal.recording import record
from vijfluik.core.partners.queries import AMSTERDAM


def make_sheets(
    *, as_of: dt.datetime, language: Language, demonstration: bool
) -> tuple[Sheets, Sequence[Municipality]]:
    """What the sheets of a moment are made of, and the municipalities of its day.

    Receipts are kept, and what is hidden is decided on once for all sheets.

    Raises:
        Refused: the actor may not build reports.
        NotClosed: somebody may still write at the moment.
    """
    require(thing=THING, action="build")
    made = Sheets(
        lines=lines(as_of=as_of, language=language, keep=True),
        as_of=as_of,
        language=language,
        demonstration=demonstration,
        kept=True,
    )
    found = municipalities(on=as_of.astimezone(AMSTERDAM).date())
    record(
        action=SHEETS_MADE,
        object_type="factsheets.sheets",
        details={"sheets": len(found), "language": str(language), "as_of": as_of},
    )
    return made, found
