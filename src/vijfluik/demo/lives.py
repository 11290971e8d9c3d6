"""From an outline to the record: every version with the moment it became known, every step."""

import datetime as dt

from vijfluik.demo.chance import Chance, key
from vijfluik.demo.outlines import CORRECTOR, NOTHING_YET, Outline
from vijfluik.demo.records import Due, Record, Row, Step, Version
from vijfluik.demo.workdays import moment, working_day
from vijfluik.programme.trainings.terms import term_of_state
from vijfluik.programme.trainings.vocabulary import State

MOVED = (
    "Op verzoek van de aanvrager verzet.",
    "Trainer ziek; nieuwe dag afgesproken.",
    "Verzet om meer deelnemers de gelegenheid te geven.",
)


class Life:
    """A record while it is being told, from the first moment on."""

    def __init__(self, *, by: str, chance: Chance) -> None:
        self.by = by
        self.chance = chance
        self.known: list[tuple[dt.datetime, Row, str, str]] = []
        self.steps: list[Step] = []

    def office(self, day: dt.date) -> dt.datetime:
        """A moment on a day, or on the first working day after it, later than the last one."""
        found = moment(working_day(day), chance=self.chance)
        last = self.known[-1][0] if self.known else found
        return found if found > last or not self.known else last + dt.timedelta(minutes=7)

    def tell(
        self,
        row: Row,
        *,
        at: dt.datetime,
        edge: str,
        on: dt.date,
        by: str | None = None,
        reason: str = "",
    ) -> None:
        """The record became `row` at a moment, by a step along an edge."""
        who = by or self.by
        before = self.known[-1][1].state if self.known else ""
        self.known.append((at, row, who, reason))
        self.steps.append(
            Step(
                key=key(self.chance),
                edge=edge,
                from_state=before,
                to_state=row.state,
                on=on,
                registered_at=at,
                by=who,
                reason=reason,
            )
        )

    def record(self) -> Record:
        """The versions one after another without a gap, and what is due of the last one."""
        ends = [at for at, *_ in self.known[1:]]
        row = self.known[-1][1]
        return Record(
            versions=tuple(
                Version(row=row, known_from=at, known_until=until, by=by, reason=reason)
                for (at, row, by, reason), until in zip(self.known, (*ends, None), strict=True)
            ),
            steps=tuple(self.steps),
            due=due_of(row, chance=self.chance),
        )


def due_of(row: Row, *, chance: Chance) -> Due | None:
    """What is due of a training in its state, by the terms of its room."""
    term = term_of_state(row.state)
    if term is None:
        return None
    return Due(
        key=key(chance),
        kind=term.kind,
        due_on=term.ends(getattr(row, term.start)),
        provision=term.provision,
    )


def live(made: Outline, *, chance: Chance) -> Record:
    """Tell how an outline became known."""
    life = Life(by=made.by, chance=chance)
    first = made.row
    for correction in reversed(made.corrections):
        first = first.but(**correction.before)
    if made.entered_at is None:
        _step_by_step(first, made=made, life=life)
    else:
        life.tell(first, at=made.entered_at, edge="request", on=first.held_on or first.requested_on)
    _corrections(made, life=life)
    if made.withdrawn_at is not None:
        life.tell(
            made.row.but(state=State.WITHDRAWN.value),
            at=made.withdrawn_at,
            edge="withdraw",
            on=made.withdrawn_at.date(),
            by=CORRECTOR,
            reason=made.withdrawn_reason,
        )
    return life.record()


def _step_by_step(first: Row, *, made: Outline, life: Life) -> None:
    asked = first.but(state=State.REQUESTED.value, **NOTHING_YET)
    life.tell(asked, at=life.office(asked.requested_on), edge="request", on=asked.requested_on)
    row = _agreed(asked, first=first, made=made, life=life)
    if first.state == State.HELD and first.held_on is not None:
        # Most results come within the week that the terms ask.
        day = first.held_on + dt.timedelta(days=life.chance.choice((0, 1, 1, 2, 3, 4, 5, 6, 7, 9)))
        life.tell(first, at=life.office(day), edge="hold", on=first.held_on)
    elif first.state == State.CANCELLED and made.cancelled_on is not None:
        life.tell(
            row.but(state=State.CANCELLED.value),
            at=life.office(made.cancelled_on),
            edge="cancel",
            on=made.cancelled_on,
            reason=made.reason,
        )


def _agreed(asked: Row, *, first: Row, made: Outline, life: Life) -> Row:
    """Agree on a day within the term, and sometimes on another one afterwards."""
    if first.planned_on is None:
        return asked
    planned_on = made.moved_from or first.planned_on
    room = max(0, min(12, (planned_on - asked.requested_on).days - 3))
    if made.cancelled_on is not None:
        room = max(0, min(room, (made.cancelled_on - asked.requested_on).days - 1))
    at = life.office(asked.requested_on + dt.timedelta(days=life.chance.randint(0, room)))
    row = asked.but(state=State.PLANNED.value, planned_on=planned_on)
    life.tell(row, at=at, edge="plan", on=at.date())
    if made.moved_from is None:
        return row
    at = life.office(max(at.date(), planned_on - dt.timedelta(days=3)))
    row = row.but(planned_on=first.planned_on)
    reason = life.chance.choice(MOVED)
    life.tell(row, at=at, edge="replan", on=at.date(), reason=reason)
    return row


def _corrections(made: Outline, *, life: Life) -> None:
    for number, correction in enumerate(made.corrections):
        row = made.row
        for later in reversed(made.corrections[number + 1 :]):
            row = row.but(**later.before)
        life.tell(
            row,
            at=correction.at,
            edge="correct",
            on=correction.at.date(),
            by=correction.by,
            reason=correction.reason,
        )
