"""The first records of a register that say some words, for a page that asks many registers."""

from dataclasses import dataclass

from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import listed_records
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.filtering import Wanted
from vijfluik.core.registers.looking import look
from vijfluik.core.registers.paging import ListPage
from vijfluik.core.search.words import search_words

SHOWN = 5
# Beyond this a group says "meer dan": its own list counts further.
COUNTED = 1_000


@dataclass(frozen=True, kw_only=True)
class FoundRecords:
    """A register, the first records found in it, and how many there are."""

    register: Register
    page: ListPage


def find_records(register: Register, *, who: Acting, text: str) -> FoundRecords:
    """What the person may see of a register that says each of the words; one event in the journal.

    Raises:
        Refused: the person may see no records of this register.
    """
    wanted = Wanted(search=" ".join(search_words(text)))
    with listed_records(register, who=who) as (rows, shown):
        page = look(
            register, rows=rows, where=shown.where, wanted=wanted, size=SHOWN, bound=COUNTED
        )
        shown.showed([row.key for row in page.object_list], filters=wanted.used())
    return FoundRecords(register=register, page=page)
