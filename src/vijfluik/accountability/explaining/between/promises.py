"""What was still promised when the first report was made, and what came of it by the second."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from vijfluik.accountability.figures.computing import REPORT
from vijfluik.accountability.undertakings.models import Undertaking
from vijfluik.accountability.undertakings.vocabulary import UndertakingState
from vijfluik.core.access.gate import acting_now
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.registers.declaration import WITHDRAWN
from vijfluik.core.versions.history import as_of as versions_as_of


class Outcome(StrEnum):
    """What came of a promise."""

    KEPT = "kept"  # settled on or before the day that was promised
    LATE = "late"  # settled, after that day
    OVERDUE = "overdue"  # not settled, and its day has passed
    POSTPONED = "postponed"  # not settled; the day was moved by a letter
    OPEN = "open"  # not settled; its day is still to come
    WITHDRAWN = "withdrawn"  # taken back as a record
    NEW = "new"  # promised since


@dataclass(frozen=True, kw_only=True)
class Promise:
    """A motion or a commitment with its outcome.

    promised: the day that stood when the first report was made; now: the day that stands. figure:
    the one that shows that it is kept, if any.
    """

    key: str
    kind: str
    title: str
    outcome: Outcome
    promised: dt.date
    now: dt.date
    settled_on: dt.date | None
    figure: str


def promises(*, before: dt.datetime, after: dt.datetime) -> tuple[Promise, ...]:
    """Every promise that was not settled at the first moment, and those made since.

    They go with a report, so they are read as its figures are: as role report, from versions.

    Raises:
        Refused: nobody acts.
    """
    with acting(acting_now(), using=REPORT):
        first = list(versions_as_of(Undertaking, moment=before, using=REPORT))
        last = list(versions_as_of(Undertaking, moment=after, using=REPORT))
    return compared(first, last, on=after.astimezone(AMSTERDAM).date())


def compared(first: Iterable[Any], last: Iterable[Any], *, on: dt.date) -> tuple[Promise, ...]:
    """The promises of two moments, by outcome and day; pure.

    Args:
        first: undertakings as they were.
        last: undertakings as they are.
        on: the Dutch day of the later moment.
    """
    then = {row.key: row for row in first if row.state != WITHDRAWN}
    now = {row.key: row for row in last}
    found = [
        _promise(was, now=now.get(key), on=on)
        for key, was in then.items()
        if was.state != UndertakingState.SETTLED
    ]
    found += [
        _made(row, outcome=Outcome.NEW, promised=row.due_on, row=row)
        for key, row in now.items()
        if key not in then and row.state != WITHDRAWN
    ]
    order = list(Outcome)
    return tuple(sorted(found, key=lambda one: (order.index(one.outcome), one.promised, one.key)))


def _promise(was: Any, *, now: Any | None, on: dt.date) -> Promise:
    if now is None or now.state == WITHDRAWN:
        return _made(was, outcome=Outcome.WITHDRAWN, promised=was.due_on, row=was)
    return _made(now, outcome=_outcome(was, now=now, on=on), promised=was.due_on, row=now)


def _outcome(was: Any, *, now: Any, on: dt.date) -> Outcome:
    if now.state == UndertakingState.SETTLED:
        return Outcome.KEPT if now.settled_on <= was.due_on else Outcome.LATE
    if now.due_on < on:
        return Outcome.OVERDUE
    if now.due_on != was.due_on:
        return Outcome.POSTPONED
    return Outcome.OPEN


def _made(source: Any, *, outcome: Outcome, promised: dt.date, row: Any) -> Promise:
    settled = row.settled_on if row.state == UndertakingState.SETTLED else None
    return Promise(
        key=str(source.key),
        kind=str(source.kind),
        title=source.title,
        outcome=outcome,
        promised=promised,
        now=row.due_on,
        settled_on=settled,
        figure=source.figure,
    )
