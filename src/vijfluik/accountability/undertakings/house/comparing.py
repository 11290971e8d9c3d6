"""Laying what we say beside what the House says."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from vijfluik.accountability.undertakings.models import HouseEntry, Undertaking
from vijfluik.accountability.undertakings.vocabulary import HouseSays, UndertakingState
from vijfluik.core.access.gate import limited, listing
from vijfluik.core.registers.declaration import WITHDRAWN

THING = "undertakings"


@dataclass(kw_only=True)
class Comparison:
    """Where the two differ, and what stands on one side only.

    Attributes:
        house_open: the House says open, we say done.
        house_done: the House says done, we say that there is still something to do.
        only_house: entries of the House without one of ours.
        only_ours: ours with the number of an entry that the House does not have.
        unnumbered: ours without a number, such as written commitments, which the House keeps not.
        agreed: how many say the same on both sides.
        read_at: when the last file was read; None when there was none.
    """

    house_open: list[Undertaking] = field(default_factory=list)
    house_done: list[Undertaking] = field(default_factory=list)
    only_house: list[HouseEntry] = field(default_factory=list)
    only_ours: list[Undertaking] = field(default_factory=list)
    unnumbered: list[Undertaking] = field(default_factory=list)
    agreed: int = 0
    read_at: dt.datetime | None = None


def comparison() -> Comparison:
    """Of what the actor may see; one event in the journal, with the keys of ours.

    Raises:
        Refused: the actor may see no undertakings.
    """
    with listing(thing=THING, object_type=Undertaking._meta.label_lower) as shown:
        rows = limited(Undertaking.objects.all(), where=shown.where, field="organisation")
        entries = limited(HouseEntry.objects.all(), where=shown.where, field="organisation")
        ours = list(rows.exclude(state=WITHDRAWN).order_by("due_on", "key"))
        found = compared(ours, list(entries))
        shown.showed(row.key for row in ours)
    return found


def compared(ours: Iterable[Undertaking], entries: Iterable[HouseEntry]) -> Comparison:
    """Sort them; pure. Both are within what one organisation, or all of them, may see."""
    found = Comparison()
    theirs = {(entry.organisation_id, entry.number): entry for entry in entries}
    found.read_at = max((entry.read_at for entry in theirs.values()), default=None)
    known = set()
    for row in ours:
        place = (row.organisation_id, row.house_number)
        known.add(place)
        if not row.house_number:
            found.unnumbered.append(row)
        elif place not in theirs:
            found.only_ours.append(row)
        _beside(row, found=found)
    found.only_house = [entry for place, entry in theirs.items() if place not in known]
    return found


def _beside(row: Undertaking, *, found: Comparison) -> None:
    settled = row.state == UndertakingState.SETTLED
    if not row.house_says:
        return
    done = row.house_says == HouseSays.DONE
    if settled and not done:
        found.house_open.append(row)
    elif done and not settled:
        found.house_done.append(row)
    else:
        found.agreed += 1
