"""Writing the money of the demonstration, in the order in which one record refers to another."""

import datetime as dt

from vijfluik.core.partners.models import Place
from vijfluik.core.versions.loading import load_history
from vijfluik.demo.grants import capacity, current, fund, strengthening
from vijfluik.demo.grants.giving import Given
from vijfluik.demo.grants.lines import past_lines
from vijfluik.demo.grants.telling import line_of
from vijfluik.demo.histories import load_lives
from vijfluik.demo.owner import OWNER
from vijfluik.demo.targets import Targets
from vijfluik.programme.grants.models import Assessment
from vijfluik.programme.grants.registers import (
    APPLICATIONS,
    AWARDS,
    BUDGET_LINES,
    INSTALMENTS,
    ROUNDS,
)


def load_grants(*, day: dt.date, targets: Targets) -> int:  # noqa: ARG001 - a table of its own
    """Write them, in the transaction that the caller opened; `day` is today.

    Returns:
        The number of records.
    """
    fund.load_makers()
    places = dict(Place.objects.using(OWNER).values_list("name", "id"))
    past, now = list(past_lines()), current.current_lines(day=day)
    lines = {
        (line.scheme, line.year): line
        for line in (line_of(life) for life in past if life.record.overlap != "repeats")
    }
    given = Given()
    strengthening.tell(given, lines=lines, places=places)
    fund.tell(given, lines=lines)
    capacity.tell(given, lines=lines)
    current.tell(given, lines=now, places=places, day=day)
    written = load_lives(BUDGET_LINES, [*past, *now])
    written += load_lives(ROUNDS, given.rounds)
    written += load_lives(APPLICATIONS, given.applications)
    load_history(Assessment, given.assessments, using=OWNER)
    written += load_lives(AWARDS, given.awards)
    return written + load_lives(INSTALMENTS, given.instalments)
