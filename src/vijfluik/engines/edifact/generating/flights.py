"""Invented flights with the bookings on them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from vijfluik.engines.edifact.generating.people import Person, party

AIRPORTS = [
    "LHR",
    "CDG",
    "FRA",
    "MAD",
    "BCN",
    "FCO",
    "ATH",
    "IST",
    "CAI",
    "CMN",
    "JFK",
    "ATL",
    "DXB",
    "SIN",
    "HKG",
    "NBO",
    "GRU",
    "YYZ",
    "VIE",
    "CPH",
]
HOME = ["AMS", "EIN", "RTM"]
CARRIERS = [
    "KL",
    "HV",
    "OR",
    "BA",
    "AF",
    "LH",
    "IB",
    "TK",
    "MS",
    "AT",
    "DL",
    "EK",
    "SQ",
    "CX",
    "KQ",
]
SPACE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
FIRST_DAY = dt.datetime(2026, 5, 4, 5, 0)  # noqa: DTZ001 - local to the airport


@dataclass(frozen=True, slots=True)
class InventedBooking:
    """A booking: people and the legs they travel."""

    locator: str
    people: tuple[Person, ...]
    made: dt.datetime
    onward: str | None


@dataclass(frozen=True, slots=True)
class InventedFlight:
    """A flight with everybody who booked it."""

    carrier: str
    number: str
    origin: str
    destination: str
    departure: dt.datetime
    arrival: dt.datetime
    bookings: tuple[InventedBooking, ...]
    seed: int

    @property
    def travellers(self) -> int:
        """How many people are booked."""
        return sum(len(booking.people) for booking in self.bookings)


def flights(
    *, count: int, seed: int, travellers: int | None = None, start: dt.datetime = FIRST_DAY
) -> Iterator[InventedFlight]:
    """So many flights on one day, with about so many travellers, or as a national day has."""
    wanted = count * 211_000 // 1_500 if travellers is None else travellers
    rng = Random(seed)  # noqa: S311 - invented data, not secrets
    left = wanted
    for place in range(count):
        mean = left / (count - place)
        size = round(mean * rng.uniform(0.4, 1.6)) if place < count - 1 else left
        size = max(1, min(size, left - (count - place - 1)))
        left -= size
        yield _flight(rng, size=size, place=place, count=count, start=start)


def _flight(
    rng: Random, *, size: int, place: int, count: int, start: dt.datetime
) -> InventedFlight:
    departure = start + dt.timedelta(minutes=18 * 60 * place // count)
    places = [rng.choice(AIRPORTS), rng.choice(HOME)]
    if rng.random() < 0.5:
        places.reverse()
    seed = rng.randrange(1 << 30)
    own = Random(seed)  # noqa: S311 - invented data, not secrets
    return InventedFlight(
        carrier=rng.choice(CARRIERS),
        number=f"{1 + place % 9999:04d}",
        origin=places[0],
        destination=places[1],
        departure=departure,
        arrival=departure + dt.timedelta(minutes=rng.randrange(55, 800, 5)),
        bookings=tuple(_bookings(own, size=size, departure=departure)),
        seed=seed,
    )


def _bookings(rng: Random, *, size: int, departure: dt.datetime) -> Iterator[InventedBooking]:
    left, used = size, set[str]()
    while left:
        wanted = min(left, rng.choices((1, 2, 3, 4, 5, 9), (40, 34, 10, 10, 4, 2))[0])
        locator = "".join(rng.choices(SPACE, k=6))
        while locator in used:
            locator = "".join(rng.choices(SPACE, k=6))
        used.add(locator)
        left -= wanted
        yield InventedBooking(
            locator=locator,
            people=tuple(party(rng, size=wanted, on=departure.date())),
            made=departure - dt.timedelta(minutes=rng.randint(60 * 24, 60 * 24 * 200)),
            onward=rng.choice(AIRPORTS) if rng.random() < 0.3 else None,
        )
