"""Records as plain data under their English identifiers, for the command line."""

from typing import Any

from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers.access import listed_records
from vijfluik.core.registers.contents import content_of
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.filtering import Wanted, ordering


def plain_rows(register: Register, *, who: Acting, wanted: Wanted) -> list[dict[str, Any]]:
    """The records that pass and that the person may see, in the usual order.

    Raises:
        Refused: the person may see none.
    """
    with acting(who), listed_records(register, who=who) as (records, shown):
        found = wanted.apply(register, rows=records)
        rows: list[dict[str, Any]] = [
            {
                "key": record.key,
                register.scope: register.owner_of(record),
                "state": record.state,
                **content_of(register, record=record),
            }
            for record in found.order_by(*ordering(register, sort="")).iterator(chunk_size=2000)
        ]
        shown.showed((row["key"] for row in rows), filters=wanted.used())
    return rows
