"""What became known of the years of the report after their end."""

import datetime as dt
from collections.abc import Iterator

from vijfluik.demo import knowledge
from vijfluik.demo.chance import Chance, key
from vijfluik.demo.outlines import CORRECTOR, NOTHING_YET, SECTORS, Correction, Outline
from vijfluik.demo.records import Row
from vijfluik.programme.trainings.vocabulary import State

COUNTED_WRONGLY = (
    "Presentielijst nageteld.",
    "De tweede groep ontbrak in de telling.",
    "Aanwezigen geteld in plaats van aanmeldingen.",
    "Opgave van de locatie ontvangen.",
)
FOUND = "Getekende presentielijst gevonden."
LATE_FORMS = "Evaluatieformulieren nagekomen."
RENAMED = "Naam van de aanvrager verbeterd."
NOT_HELD = "Bleek niet doorgegaan te zijn."


def seats(row: Row, *, more: int) -> dict[str, object] | None:
    """The counts with so many seats more (fewer when negative); None when there are too few.

    Where participants are told per sector, the largest sector changes with the total.
    """
    told = {name: getattr(row, name) for name in SECTORS if getattr(row, name) is not None}
    total = (row.participants or 0) + more
    if not told:
        return {"participants": total} if total >= 0 else None
    largest = max(told, key=lambda name: told[name])
    if told[largest] + more < 0:
        return None
    return {"participants": total, largest: told[largest] + more}


def miscounted(made: Outline, *, chance: Chance) -> None:
    """The participants were counted wrongly until shortly before the report; mostly too few."""
    before = seats(made.row, more=chance.choice((-6, -5, -4, -3, -3, -2, -2, -1, 1, 2)))
    made.corrections.append(
        Correction(
            at=knowledge.within(knowledge.CORRECTING, chance=chance),
            before=before or {"participants": (made.row.participants or 0) + 2},
            by=CORRECTOR,
            reason=chance.choice(COUNTED_WRONGLY),
        )
    )


def swapped(up: Outline, down: Outline, *, chance: Chance) -> None:
    """After the report one gained what the other lost, at the same moment: no figure moves."""
    fewer, more = seats(up.row, more=-2), seats(down.row, more=2)
    if fewer is None or more is None:
        return
    at = knowledge.within(knowledge.AFTER_REPORT, chance=chance)
    for made, before in ((up, fewer), (down, more)):
        made.corrections.append(
            Correction(at=at, before=before, by=made.by, reason="Twee presentielijsten verwisseld.")
        )


def found(made: list[Outline], *, seats_found: int, chance: Chance) -> None:
    """After the report participants were found: a few per training, no more than took part."""
    for one in made:
        part = min(4, seats_found)
        before = seats(one.row, more=-part) if part else None
        if before is None:
            continue
        at = knowledge.within(knowledge.AFTER_REPORT, chance=chance)
        one.corrections.append(Correction(at=at, before=before, by=CORRECTOR, reason=FOUND))
        seats_found -= part


def touched(made: Outline, *, chance: Chance) -> None:
    """After the report something was put right that no figure counts."""
    before: dict[str, object] = {"requester": "Onbekend"}
    reason = RENAMED
    if made.row.rating is not None:
        before, reason = {"rating": None, "rating_responses": None}, LATE_FORMS
    made.corrections.append(
        Correction(
            at=knowledge.within(knowledge.AFTER_REPORT, chance=chance),
            before=before,
            by=made.by,
            reason=reason,
        )
    )


def duplicates(made: list[Outline], *, asked_only: bool, chance: Chance) -> Iterator[Outline]:
    """The same trainings, or requests, recorded a second time, and withdrawn before the report."""
    for one in made:
        again = one.row.but(key=key(chance), reference="", rating=None, rating_responses=None)
        if asked_only:
            again = again.but(state=State.REQUESTED.value, **NOTHING_YET)
        yield Outline(
            row=again,
            by=one.by,
            entered_at=_soon_after(again.held_on or again.requested_on, chance=chance),
            withdrawn_at=knowledge.within(knowledge.BEFORE_REPORT, chance=chance),
            withdrawn_reason=f"Dubbel vastgelegd; zie {one.row.reference}.",
        )


def exchanged(made: list[Outline], *, chance: Chance) -> Iterator[Outline]:
    """Each was found after the report, at the moment at which another proved not to be held."""
    for one in made:
        at = knowledge.within(knowledge.AFTER_REPORT, chance=chance)
        one.entered_at = at
        yield Outline(
            row=one.row.but(key=key(chance), reference="", rating=None, rating_responses=None),
            by=one.by,
            entered_at=_soon_after(one.row.held_on or one.row.wanted_on, chance=chance),
            withdrawn_at=at,
            withdrawn_reason=NOT_HELD,
        )


def _soon_after(day: dt.date, *, chance: Chance) -> dt.datetime:
    first = day + dt.timedelta(days=1)
    return knowledge.within((first, first + dt.timedelta(days=45)), chance=chance)
