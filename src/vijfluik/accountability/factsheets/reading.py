"""Reading sheets: which set holds, and whose sheet somebody may see."""

import datetime as dt
from collections.abc import Sequence

from vijfluik.accountability.disclosure.models import DisclosurePattern, PatternState
from vijfluik.accountability.factsheets.lines import PUBLICATION, lines
from vijfluik.accountability.factsheets.places import Municipality, municipalities
from vijfluik.accountability.factsheets.sheets import Sheets
from vijfluik.accountability.reports.actions import THING
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import Refused, acting_now, refuse
from vijfluik.core.documents.structure import Language
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.programme.municipalities.support.queries import THING as SUPPORT
from vijfluik.programme.municipalities.support.queries import support


def set_in_force() -> DisclosurePattern | None:
    """The latest set that was made; who does not make reports sees those that were adopted.

    None while there is none: sheets are of one moment for all, so nobody sees one of today.
    """
    rows = DisclosurePattern.objects.filter(publication=PUBLICATION)
    if reach(who=acting_now(), thing=THING, action="read").nowhere:
        rows = rows.filter(state=PatternState.ADOPTED)
    return rows.order_by("-as_of", "-revision").first()


def visible(*, as_of: dt.datetime) -> Sequence[Municipality]:
    """The municipalities of the day of a moment whose sheets the actor may see, by name.

    Raises:
        Refused: the actor may see none.
    """
    day = as_of.astimezone(AMSTERDAM).date()
    seen = {each.code for each in support(year=day.year)}
    return [each for each in municipalities(on=day) if each.code in seen]


def access_sheet(*, code: str, as_of: dt.datetime) -> Municipality:
    """The only way to a sheet.

    Raises:
        Refused: there is no such municipality, or its sheet may not be seen.
    """
    for each in visible(as_of=as_of):
        if each.code == code:
            return each
    refuse(thing=SUPPORT, action="read")
    raise Refused


def sheets_to_read(*, as_of: dt.datetime, language: Language, demonstration: bool) -> Sheets:
    """The set of a moment, to look at; its receipts were kept when it was made."""
    return Sheets(
        lines=lines(as_of=as_of, language=language, keep=False),
        as_of=as_of,
        language=language,
        demonstration=demonstration,
        kept=True,
    )
