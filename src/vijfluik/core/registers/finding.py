"""The first records of a register that say some words, for a page that asks many registers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import listed_records
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.filtering import Wanted
from vijfluik.core.registers.looking import look
from vijfluik.core.registers.paging import ListPage
from vijfluik.core.search.matching import saying
from vijfluik.core.search.rows import carried
from vijfluik.core.search.words import search_words

SHOWN = 5
# Beyond this a group says "meer dan": its own list counts further.
COUNTED = 1_000


@dataclass(frozen=True, kw_only=True)
class FoundRecords:
    """A register, the first records found in it, and how many there are."""

    register: Register
    page: ListPage


def find_records(
    registers: Iterable[Register], *, who: Acting, text: str
) -> Iterator[FoundRecords]:
    """What the person may see of the registers that says each of the words.

    Each register has its event in the journal, and those in which nothing was found are asked
    together whether there is anything: for most words that is most of them.

    Raises:
        Refused: the person may see no records of one of these registers.
    """
    words = search_words(text)
    asked = list(registers)
    # A large one is found in by one look at its search table, which need not be had twice.
    small = [each.model for each in asked if not carried(each.model)]
    some = saying(small, words=words)
    for register in asked:
        if carried(register.model) or register.model in some:
            yield _found(register, who=who, wanted=Wanted(search=" ".join(words)))
        else:
            with listed_records(register, who=who) as (_rows, shown):
                shown.showed((), filters=["search"])


def _found(register: Register, *, who: Acting, wanted: Wanted) -> FoundRecords:
    with listed_records(register, who=who) as (rows, shown):
        page = look(
            register, rows=rows, where=shown.where, wanted=wanted, size=SHOWN, bound=COUNTED
        )
        shown.showed([row.key for row in page.object_list], filters=wanted.used())
    return FoundRecords(register=register, page=page)
