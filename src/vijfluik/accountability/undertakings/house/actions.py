"""Taking over what the House says. What we say ourselves changes only by our own steps."""

from dataclasses import dataclass

from django.contrib.postgres.functions import TransactionNow
from django.utils.translation import gettext as _

from vijfluik.accountability.undertakings.events import HOUSE_READ
from vijfluik.accountability.undertakings.house.reading import HouseFile, read_house_file
from vijfluik.accountability.undertakings.models import HouseEntry, Undertaking
from vijfluik.accountability.undertakings.promises.register import REGISTER
from vijfluik.core.access.gate import require
from vijfluik.core.journal.recording import record as journal
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.attempted import attempted
from vijfluik.core.registers.declaration import WITHDRAWN
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.core.registers.retried import retried
from vijfluik.core.registers.seen import token_of

OBJECT = "undertakings.houseentry"


@dataclass(frozen=True, kw_only=True)
class HouseRead:
    """What came of a file: the file, and of how many of ours the House said something new."""

    file: HouseFile
    noted: int


def read_house(*, who: Acting, owner: str, content: bytes) -> HouseRead:
    """Keep what the file says, in the place of the last file of this organisation, and note at each
    undertaking of the organisation with a number in it what the House says, and since when.

    The state of an undertaking, its due date and its texts stay as they are. What somebody else
    changes at the same time is left as it is, and stands in the comparison.

    Args:
        owner: the code of the organisation whose undertakings are compared.

    Raises:
        FileRefused: the file cannot be read; nothing was written.
        Refused: this may not be done for that organisation.
    """
    file = read_house_file(content, today=today())
    _keep(who=who, owner=owner, file=file)
    return HouseRead(file=file, noted=_note(who=who, owner=owner, file=file))


@retried
def _keep(*, who: Acting, owner: str, file: HouseFile) -> None:
    with attempted(action=HOUSE_READ, who=who, object_type=OBJECT), acting(who):
        require(thing=REGISTER.thing, action="import", organisation=owner, object_type=OBJECT)
        HouseEntry.objects.filter(organisation=owner).delete()
        HouseEntry.objects.bulk_create(
            HouseEntry(
                organisation_id=owner,
                number=entry.number,
                kind=entry.kind,
                text=entry.text,
                ministry=entry.ministry,
                word=entry.word,
                says=entry.says,
                said_on=entry.said_on,
                due_on=entry.due_on,
                read_at=TransactionNow(),
            )
            for entry in file.entries
        )
        ours = Undertaking.objects.filter(organisation=owner).values_list("house_number", flat=True)
        numbers = {entry.number for entry in file.entries}
        journal(
            action=HOUSE_READ,
            object_type=OBJECT,
            details={
                "rows": len(file.entries),
                "matched": len(numbers & set(ours)),
                "held": len(file.held),
            },
        )


def _note(*, who: Acting, owner: str, file: HouseFile) -> int:
    entries = {entry.number: entry for entry in file.entries}
    with acting(who):
        rows = Undertaking.objects.filter(organisation=owner, house_number__in=entries)
        ours = list(rows.exclude(state=WITHDRAWN))
        seen = {row.key: token_of(REGISTER, key=row.key) for row in ours}
    noted = 0
    for row in ours:
        entry = entries[row.house_number]
        if (row.house_says, row.house_said_on) == (entry.says, entry.said_on):
            continue
        try:
            actions.correct(
                REGISTER,
                who=who,
                key=row.key,
                changes={"house_says": str(entry.says), "house_said_on": entry.said_on},
                reason=_("Overgenomen uit een bestand van de Kamer."),
                seen=seen[row.key],
            )
        except (Conflict, Invalid):
            continue
        noted += 1
    return noted
