"""The records behind the figures: one provider in one year."""

import datetime as dt
from collections.abc import Iterator

from vijfluik.demo import changes, knowledge
from vijfluik.demo.amounts import by_sector, spread
from vijfluik.demo.catalogue import Offer, offers
from vijfluik.demo.chance import Chance, key, stream
from vijfluik.demo.evaluations import evaluated
from vijfluik.demo.lives import live
from vijfluik.demo.numbering import Numbering
from vijfluik.demo.outlines import (
    SECTORS,
    Outline,
    ask_before,
    days_of,
    outline,
    put_cancelled,
    put_held,
)
from vijfluik.demo.records import Batch, Record
from vijfluik.demo.table import Series
from vijfluik.demo.targets import Targets
from vijfluik.demo.workdays import training_days

# So many late registrations come as a file; fewer are typed one by one.
FILE_FROM = 10
# Requests for a running year begin in the September before it and end when the offer is full.
INTAKE_ENDS = dt.date(2019, 4, 12)
DOUBLED_BEFORE = dt.date(2019, 1, 14)
SETTLED_BEFORE = dt.date(2019, 3, 25)
NOTICE = dt.timedelta(days=14)


class Pool:
    """Trainings in random order, each taken once."""

    def __init__(self, made: list[Outline], *, chance: Chance) -> None:
        self._left = list(made)
        chance.shuffle(self._left)

    def take(self, count: int) -> list[Outline]:
        """So many, or as many as are left."""
        taken, self._left = self._left[:count], self._left[count:]
        return taken

    def take_settled(self, count: int) -> list[Outline]:
        """As `take`, of those whose result was known at the report."""
        days = ((one, one.row.held_on) for one in self._left)
        taken = [one for one, day in days if day is not None and day < SETTLED_BEFORE][:count]
        gone = {one.row.key for one in taken}
        self._left = [one for one in self._left if one.row.key not in gone]
        return taken


def records_of(series: Series, *, targets: Targets, numbering: Numbering) -> Iterator[Record]:
    """Every record of a series; its figures come out as the targets say."""
    chance = stream(targets.seed, series.name)
    if series.requested:
        made = _requested(series, count=targets.value(series.requested), chance=chance)
    else:
        made = _held(
            series,
            count=targets.value(series.trainings),
            seats=targets.value(series.participants),
            chance=chance,
        )
    numbering.in_order(made)  # a list of its own: `made` keeps the order in which they were drawn
    pool = Pool(made, chance=chance)
    # The last requests were made early enough to be recorded twice by 1 March.
    early = made[max(0, len(made) - series.duplicates) :]
    again = changes.duplicates(
        early if series.requested else pool.take(series.duplicates),
        asked_only=bool(series.requested),
        chance=chance,
    )
    extra = changes.exchanged(pool.take(series.exchanged), chance=chance)
    beside = numbering.in_order([*_not_held(series, chance=chance), *again, *extra])
    _known_otherwise(series, pool=pool, seed=targets.seed, chance=chance)
    for one in (*made, *beside):
        yield live(one, chance=chance)


def batch_of(series: Series, *, targets: Targets) -> Batch | None:
    """The file in which the late registrations of a series came; None when there is none."""
    held = targets.value(series.trainings)
    count = min(series.late, max(0, held - series.duplicates - series.exchanged))
    if count < FILE_FROM:
        return None
    return _batch(series, count=count, seed=targets.seed)


def _batch(series: Series, *, count: int, seed: int) -> Batch:
    chance = stream(seed, series.name, "file")
    return Batch(
        key=key(chance),
        file_name=f"nagekomen-{series.year}.csv",
        by="ruben" if series.provider == "ror" else "noor",
        at=knowledge.within((dt.date(2019, 3, 12), dt.date(2019, 3, 22)), chance=chance),
        added=count,
    )


def _offer(series: Series, *, chance: Chance) -> Offer:
    known = [offers()[code] for code in series.courses]
    return chance.choices(known, weights=[offer.weight for offer in known])[0]


def _first_day(series: Series, offer: Offer) -> dt.date:
    return max(series.first_day or dt.date(series.year, 1, 1), offer.since)


def _held(series: Series, *, count: int, seats: int, chance: Chance) -> list[Outline]:
    made = []
    sizes = spread(seats, over=count, chance=chance)
    split = by_sector(sizes, parts=series.sectors, chance=chance) if series.sectors else []
    for number, size in enumerate(sizes):
        offer = _offer(series, chance=chance)
        first = _first_day(series, offer)
        held_on = chance.choice(days_of(series.year, since=first))
        wanted_on = max(first, held_on - dt.timedelta(days=chance.choice((0, 0, 0, 1, 2, 7, 10))))
        asked = max(ask_before(wanted_on, chance=chance), first - dt.timedelta(days=180))
        one = outline(offer=offer, wanted_on=wanted_on, requested_on=asked, chance=chance)
        put_held(one, held_on=held_on, participants=size, chance=chance)
        if split:
            one.put(**dict(zip(SECTORS, split[number], strict=True)))
            if number < series.others:
                one.put(participants=size + chance.randint(1, 4))
        evaluated(one, chance=chance)
        made.append(one)
    return made


def _requested(series: Series, *, count: int, chance: Chance) -> list[Outline]:
    made = []
    intake = training_days(dt.date(series.year - 1, 9, 3), INTAKE_ENDS)
    early = [day for day in intake if day < DOUBLED_BEFORE]
    for number in range(count):
        offer = _offer(series, chance=chance)
        asked = chance.choice(early if number >= count - series.duplicates else intake)
        wanted_on = chance.choice(days_of(series.year, since=asked + NOTICE))
        one = outline(offer=offer, wanted_on=wanted_on, requested_on=asked, chance=chance)
        if number < series.cancelled:
            put_cancelled(one, chance=chance)
        else:
            size = chance.randint(offer.least, offer.most)
            put_held(one, held_on=wanted_on, participants=size, chance=chance)
            evaluated(one, chance=chance)
        made.append(one)
    return made


def _not_held(series: Series, *, chance: Chance) -> Iterator[Outline]:
    """What was called off, and what slipped into the next year."""
    for number in range(0 if series.requested else series.cancelled + series.slipped):
        offer = _offer(series, chance=chance)
        slips = number >= series.cancelled
        days = days_of(series.year, since=_first_day(series, offer))
        wanted_on = chance.choice([day for day in days if not slips or day.month == 12])
        asked = ask_before(wanted_on, chance=chance)
        january = training_days(dt.date(series.year + 1, 1, 7), dt.date(series.year + 1, 1, 31))
        one = outline(
            offer=offer,
            wanted_on=wanted_on,
            requested_on=asked,
            until=january[-1] if slips else wanted_on,
            chance=chance,
        )
        if slips:
            size = chance.randint(offer.least, offer.most)
            put_held(one, held_on=chance.choice(january), participants=size, chance=chance)
            one.moved_from = wanted_on
        else:
            put_cancelled(one, chance=chance)
        yield one


def _known_otherwise(series: Series, *, pool: Pool, seed: int, chance: Chance) -> None:
    """Late registrations and corrections, as long as there are trainings left for them."""
    late = pool.take(series.late)
    batch = _batch(series, count=len(late), seed=seed) if len(late) >= FILE_FROM else None
    for one in late:
        one.entered_at = knowledge.within(knowledge.BEFORE_REPORT, chance=chance)
        if batch is not None:
            one.entered_at, one.by = batch.at, batch.by
            one.put(batch=batch.key)
    for one in pool.take(series.miscounted):
        changes.miscounted(one, chance=chance)
    for _ in range(series.swapped):
        pair = pool.take(2)
        if len(pair) == 2:
            changes.swapped(*pair, chance=chance)
    finding = pool.take(-(-series.found_since // 2))
    changes.found(finding, seats_found=series.found_since, chance=chance)
    for one in pool.take_settled(series.touched):
        changes.touched(one, chance=chance)
