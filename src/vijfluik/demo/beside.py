"""Activities that no figure counts: conferences, other audiences, other years."""

import datetime as dt
from collections.abc import Iterator

from vijfluik.demo.catalogue import offers
from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.evaluations import evaluated
from vijfluik.demo.lives import live
from vijfluik.demo.numbering import Numbering
from vijfluik.demo.outlines import SECTORS, Outline, ask_before, days_of, outline, put_held
from vijfluik.demo.records import Record
from vijfluik.demo.targets import Targets, years_until

FILLING = ("ror-signalen", 2016)
SETTLED = dt.timedelta(days=30)


def records_beside(*, targets: Targets, day: dt.date, numbering: Numbering) -> Iterator[Record]:
    """Every record of other years and kinds, up to a month before the day of loading."""
    wanted = [(beside.course, beside.year, beside.held) for beside in targets.beside]
    wanted += [
        (course, year, held) for year in years_until(day) for course, held in targets.yearly.items()
    ]
    wanted.append((*FILLING, targets.filling))
    for number, (course, year, held) in enumerate(wanted):
        chance = stream(targets.seed, "beside", number)
        made = [_held(course, year=year, until=day - SETTLED, chance=chance) for _ in range(held)]
        for one in numbering.in_order(made):
            yield live(one, chance=chance)


def _held(course: str, *, year: int, until: dt.date, chance: Chance) -> Outline:
    offer = offers()[course]
    days = [day for day in days_of(year, since=offer.since) if day <= until]
    held_on = chance.choice(days)
    asked = ask_before(held_on, chance=chance)
    one = outline(offer=offer, wanted_on=held_on, requested_on=asked, chance=chance)
    size = chance.randint(offer.least, offer.most)
    put_held(one, held_on=held_on, participants=size, chance=chance)
    if "teachers" in offer.audiences and offer.provider == "ssv":
        one.put(**{chance.choice(SECTORS): size})
    evaluated(one, chance=chance)
    return one
