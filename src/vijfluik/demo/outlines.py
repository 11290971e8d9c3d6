"""What a training came to, before it is told how that became known."""

import datetime as dt
from dataclasses import dataclass, field

from vijfluik.demo.catalogue import Offer
from vijfluik.demo.chance import Chance, key
from vijfluik.demo.records import Row
from vijfluik.demo.requesters import place_for, requester
from vijfluik.demo.workdays import training_days, working_day
from vijfluik.programme.trainings.vocabulary import State

# Who records for a provider; a second name shares the work of the first.
RECORDERS = {"ror": ("ruben", "lieke"), "jep": ("jamila",), "ssv": ("sietske",)}
CORRECTOR = "noor"
SECTORS = ("participants_primary", "participants_secondary", "participants_vocational")
# The fields of a request that has not been answered.
NOTHING_YET = dict.fromkeys(
    ("planned_on", "held_on", "participants", *SECTORS, "rating", "rating_responses")
)


@dataclass(slots=True, kw_only=True)
class Correction:
    """At `at` the record became what it is; before, the fields `before` held these values."""

    at: dt.datetime
    before: dict[str, object]
    by: str
    reason: str


@dataclass(slots=True, kw_only=True)
class Outline:
    """A training as it is known in the end, and what happened on the way.

    entered_at: recorded at once at that moment, afterwards, instead of step by step.
    """

    row: Row
    by: str
    moved_from: dt.date | None = None
    cancelled_on: dt.date | None = None
    reason: str = ""
    entered_at: dt.datetime | None = None
    corrections: list[Correction] = field(default_factory=list)
    withdrawn_at: dt.datetime | None = None
    withdrawn_reason: str = ""

    def put(self, **values: object) -> None:
        """Change what is known in the end."""
        self.row = self.row.but(**values)


def outline(
    *,
    offer: Offer,
    wanted_on: dt.date,
    requested_on: dt.date,
    chance: Chance,
    until: dt.date | None = None,
) -> Outline:
    """A request for a training on a day; nothing has come of it yet. The reference comes later.

    The place is there from the request to the end of the year of `until`, or of the day wanted.
    """
    audience = tuple(sorted(chance.sample(offer.audiences, k=_width(offer, chance=chance))))
    place = place_for(first=requested_on, last=until or wanted_on, chance=chance)
    return Outline(
        row=Row(
            key=key(chance),
            provider=offer.provider,
            reference="",
            kind=offer.kind,
            course=offer.code,
            title=f"{chance.choice(offer.titles)} ({place.name})",
            state=State.REQUESTED.value,
            requester=requester(audience=chance.choice(audience), place=place, chance=chance),
            requested_on=requested_on,
            wanted_on=wanted_on,
            place=place.code,
            audience=audience,
        ),
        by=chance.choice(RECORDERS[offer.provider]),
    )


def _width(offer: Offer, *, chance: Chance) -> int:
    return min(len(offer.audiences), chance.choices((1, 2, 3), weights=(6, 3, 1))[0])


def ask_before(wanted_on: dt.date, *, chance: Chance) -> dt.date:
    """The day on which somebody asked for a training on a day: two weeks to five months before."""
    return working_day(wanted_on - dt.timedelta(days=chance.randrange(20, 150)))


def put_held(made: Outline, *, held_on: dt.date, participants: int, chance: Chance) -> None:
    """It was given on that day; some were moved there from a day before."""
    early = held_on - dt.timedelta(days=chance.randrange(4, 35))
    if chance.random() < 0.06 and early > made.row.requested_on:
        made.moved_from = working_day(early)
    made.put(state=State.HELD.value, planned_on=held_on, held_on=held_on, participants=participants)


def put_cancelled(made: Outline, *, chance: Chance) -> None:
    """It was called off between the request and the day itself; most had a day by then."""
    row = made.row
    days = max(1, (row.wanted_on - row.requested_on).days - 1)
    made.cancelled_on = working_day(row.requested_on + dt.timedelta(days=chance.randint(1, days)))
    made.reason = chance.choice(CANCELLATIONS)
    planned = row.wanted_on if chance.random() < 0.7 and days > 20 else None
    made.put(state=State.CANCELLED.value, planned_on=planned)


def days_of(year: int, *, since: dt.date | None = None) -> tuple[dt.date, ...]:
    """The days of a year on which trainings are given, from a first day on."""
    first = max(since, dt.date(year, 1, 1)) if since else dt.date(year, 1, 1)
    return training_days(first, dt.date(year, 12, 31))


CANCELLATIONS = (
    "Te weinig aanmeldingen.",
    "Aanvrager ziet ervan af wegens een reorganisatie.",
    "Trainer verhinderd; er is geen nieuwe dag gevonden.",
    "Aanvrager sluit aan bij een training van de buurgemeente.",
    "De zaal bleek niet beschikbaar en de aanvrager koos voor volgend jaar.",
)
