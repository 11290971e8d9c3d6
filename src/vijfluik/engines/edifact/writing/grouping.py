"""The rows of a message by what they hang on, so that writing is linear."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from vijfluik.engines.edifact.objects import Contents
from vijfluik.engines.edifact.records import (
    Bag,
    Contact,
    Document,
    History,
    Leg,
    Loyalty,
    Payment,
    Seat,
    Ticket,
    Traveller,
)

Row = TypeVar("Row")
Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows by booking, by booking and traveller, or by booking and leg."""

    travellers: dict[int | None, list[Traveller]]
    by_number: dict[int, Traveller]
    history: dict[int | None, list[History]]
    legs: dict[int | None, list[Leg]]
    contacts: dict[Pair, list[Contact]]
    documents: dict[Pair, list[Document]]
    payments: dict[Pair, list[Payment]]
    tickets: dict[Pair, list[Ticket]]
    loyalty: dict[Pair, list[Loyalty]]
    seats: dict[Pair, list[Seat]]
    bags: dict[Pair, list[Bag]]
    bags_of: dict[int | None, list[Bag]]


Key = TypeVar("Key", bound=Hashable)


def by(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, list[Row]]:
    """Rows under their key, in order."""
    made: dict[Key, list[Row]] = {}
    for row in rows:
        made.setdefault(key(row), []).append(row)
    return made


def grouped(contents: Contents) -> Groups:
    """The groups of one message."""
    return Groups(
        travellers=by(contents.travellers, lambda row: row.booking),
        by_number={row.traveller: row for row in contents.travellers if row.traveller is not None},
        history=by(contents.history, lambda row: row.booking),
        legs=by(contents.legs, lambda row: row.booking),
        contacts=by(contents.contacts, lambda row: (row.booking, row.traveller)),
        documents=by(contents.documents, lambda row: (row.booking, row.traveller)),
        payments=by(contents.payments, lambda row: (row.booking, row.traveller)),
        tickets=by(contents.tickets, lambda row: (row.booking, row.traveller)),
        loyalty=by(contents.loyalty, lambda row: (row.booking, row.traveller)),
        seats=by(contents.seats, lambda row: (row.booking, row.leg)),
        bags=by(contents.bags, lambda row: (row.booking, row.leg)),
        bags_of=by(contents.bags, lambda row: row.traveller),
    )
