"""When somebody is told of something that is due, and when mail about it goes out. Pure."""

import datetime as dt

from vijfluik.core.notices.models import Rhythm
from vijfluik.core.partners.queries import AMSTERDAM

# Days before a due date, the furthest first.
BEFORE = (30, 14, 7)
HORIZON = dt.timedelta(days=max(BEFORE))
# With so many days left there is no waiting for an overview.
URGENT_DAYS = 1
# When overviews go out.
HOUR = dt.time(8)
MONDAY, SATURDAY = 0, 5


def days_before(due_on: dt.date, *, on: dt.date) -> int | None:
    """Which of the moments before a due date was reached last: 30, 14 or 7 days before.

    None when it lies further ahead, or is over: that is told by Mijn werk. What comes to be known
    late, or after the notifier stood still, has the nearest moment and not all that passed.
    """
    left = (due_on - on).days
    if left < 0:
        return None
    reached = [days for days in BEFORE if left <= days]
    return min(reached) if reached else None


def presses(due_on: dt.date, *, on: dt.date) -> bool:
    """Whether so little time is left that mail goes at once."""
    return (due_on - on).days <= URGENT_DAYS


def named(due_on: dt.date, *, before: int) -> str:
    """The name of a moment: what is due on another day is told of anew."""
    return f"{due_on:%Y-%m-%d}/{before}"


def goes_out(rhythm: Rhythm, *, at: dt.datetime) -> dt.datetime:
    """When mail about what is not urgent goes out.

    Args:
        rhythm: what its reader chose.
        at: now.
    """
    if rhythm == Rhythm.DIRECT:
        return at
    day = at.astimezone(AMSTERDAM).date()
    while True:
        then = dt.datetime.combine(day, HOUR, AMSTERDAM)
        if then >= at and _goes_on(day, rhythm=rhythm):
            return then
        day += dt.timedelta(days=1)


def without_waiting(rhythm: Rhythm, *, at: dt.datetime) -> dt.date:
    """The last day on which something can be due that may not wait for the next overview: that of
    the overview itself, and tomorrow at least.
    """
    overview = goes_out(rhythm, at=at).astimezone(AMSTERDAM).date()
    return max(overview, at.astimezone(AMSTERDAM).date() + dt.timedelta(days=URGENT_DAYS))


def _goes_on(day: dt.date, *, rhythm: Rhythm) -> bool:
    if rhythm == Rhythm.WEEKLY:
        return day.weekday() == MONDAY
    return day.weekday() < SATURDAY
