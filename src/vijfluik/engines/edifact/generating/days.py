"""A day of national traffic: flights, pushes, lists."""

from collections.abc import Iterator

from vijfluik.engines.edifact.generating.flights import flights
from vijfluik.engines.edifact.generating.messages import paxlst_of, pnrgov_of
from vijfluik.engines.edifact.writing import write_paxlst, write_pnrgov

FLIGHTS_A_DAY, TRAVELLERS_A_DAY = 1_500, 211_000


def day(
    *, seed: int, flights_a_day: int = FLIGHTS_A_DAY, version: str = "18.1", pushes: int = 1
) -> Iterator[bytes]:
    """Interchanges of a day, flight by flight: bookings so many times, then the passenger list."""
    for flight in flights(count=flights_a_day, seed=seed):
        for push in range(pushes):
            yield write_pnrgov(pnrgov_of(flight, version=version, hours_before=48 / (push + 1)))
        yield write_paxlst([paxlst_of(flight)])
