"""When what became known: the moments between which the demonstration differs."""

import datetime as dt

from vijfluik.demo.chance import Chance
from vijfluik.demo.workdays import moment, training_days

# The boxes of the report stand as of the first day, the report as of the second.
BOXES = dt.date(2019, 3, 1)
REPORT = dt.date(2019, 4, 15)

Window = tuple[dt.date, dt.date]
# Late registrations and withdrawals: after the boxes, before the report.
BEFORE_REPORT: Window = (dt.date(2019, 3, 4), dt.date(2019, 4, 12))
# Participants that were counted wrongly are put right in the last two weeks before the report.
CORRECTING: Window = (dt.date(2019, 4, 1), dt.date(2019, 4, 12))
AFTER_REPORT: Window = (dt.date(2019, 4, 16), dt.date(2019, 7, 12))
# Everything of the years of the report is known before this day of loading.
EARLIEST_LOADING = dt.date(2020, 4, 1)


def within(window: Window, *, chance: Chance) -> dt.datetime:
    """A moment in office hours between two days, both included."""
    return moment(chance.choice(training_days(*window)), chance=chance)
