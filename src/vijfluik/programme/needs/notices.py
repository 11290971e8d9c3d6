"""Rounds that wait for an answer, as something to be told of."""

import datetime as dt
from collections.abc import Iterator

from vijfluik.core.notices.models import Kind
from vijfluik.core.notices.subjects import Subject, ahead
from vijfluik.core.partners.acting import Acting
from vijfluik.programme.needs.queries import open_rounds
from vijfluik.programme.needs.registers import ROUNDS


def rounds(who: Acting, on: dt.date) -> Iterator[Subject]:
    """Rounds with a last day in which the actor's organisation has not said everything."""
    for each in open_rounds(who=who):
        if each.found.closes_on is not None and each.answered < each.total:
            yield ahead(
                kind=Kind.ROUND,
                thing=ROUNDS.thing,
                object_key=each.found.key,
                due_on=each.found.closes_on,
                on=on,
            )
