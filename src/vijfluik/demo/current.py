"""Work of today: answers and results that are due, trainings to come."""

import datetime as dt
from collections.abc import Iterator

from vijfluik.demo.catalogue import offers
from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.lives import live
from vijfluik.demo.numbering import Numbering
from vijfluik.demo.outlines import Outline, outline
from vijfluik.demo.records import Record
from vijfluik.demo.table import Current
from vijfluik.demo.targets import Targets, TargetsRefused
from vijfluik.demo.workdays import working_day
from vijfluik.programme.trainings.terms import Term, term_of_state
from vijfluik.programme.trainings.vocabulary import State

# Who works there now; the other recorder of ROR has left.
NOW = {"ror": "ruben", "jep": "jamila", "ssv": "sietske"}


def current_records(*, targets: Targets, day: dt.date, numbering: Numbering) -> Iterator[Record]:
    """The records around the day of loading. Nothing of them was known later than the day before.

    Raises:
        TargetsRefused: something would be due further ahead than its term.
    """
    chance = stream(targets.seed, "current")
    made: list[Outline] = []
    for current in targets.current:
        made += _of_course(current, day=day, chance=chance)
    for one in numbering.in_order(made):
        yield live(one, chance=chance)


def _of_course(current: Current, *, day: dt.date, chance: Chance) -> Iterator[Outline]:
    for due in current.respond:
        asked = _start(State.REQUESTED, due=due, day=day)
        wanted = working_day(day + dt.timedelta(days=chance.randrange(30, 110)))
        yield _made(current.course, wanted_on=wanted, asked=asked, chance=chance)
    for due in current.result:
        yield _planned(current.course, on=_start(State.PLANNED, due=due, day=day), chance=chance)
    for ahead in current.planned:
        on = working_day(day + dt.timedelta(days=ahead))
        yield _planned(current.course, on=on, chance=chance, before=day)


def _start(state: State, *, due: int, day: dt.date) -> dt.date:
    """The day from which a term runs that ends `due` days from the day of loading."""
    start = day + dt.timedelta(days=due - _term(state).days)
    if start >= day:
        raise TargetsRefused(f"In the state {state.value} nothing can be due in {due} days.")
    return start


def _term(state: State) -> Term:
    term = term_of_state(state)
    if term is None:
        raise TargetsRefused(f"In the state {state.value} nothing is due.")
    return term


def _planned(course: str, *, on: dt.date, chance: Chance, before: dt.date | None = None) -> Outline:
    asked = min(on, before or on) - dt.timedelta(days=chance.randrange(25, 70))
    one = _made(course, wanted_on=on, asked=working_day(asked), chance=chance)
    one.put(state=State.PLANNED.value, planned_on=on)
    return one


def _made(course: str, *, wanted_on: dt.date, asked: dt.date, chance: Chance) -> Outline:
    one = outline(offer=offers()[course], wanted_on=wanted_on, requested_on=asked, chance=chance)
    one.by = NOW[one.row.provider]
    return one
