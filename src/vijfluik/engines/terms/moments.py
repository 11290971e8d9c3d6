"""Days are those of Amsterdam, moments are UTC; daylight saving lies between the two."""

import datetime as dt
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def day_of(moment: dt.datetime) -> dt.date:
    """The Amsterdam day of a moment.

    Raises:
        ValueError: the moment has no offset.
    """
    if moment.tzinfo is None:
        raise ValueError(f"a moment needs an offset: {moment!r}")
    return moment.astimezone(AMSTERDAM).date()


def beginning(day: dt.date) -> dt.datetime:
    """The moment, in UTC, at which an Amsterdam day begins."""
    return dt.datetime.combine(day, dt.time(), tzinfo=AMSTERDAM).astimezone(dt.UTC)


def end(day: dt.date) -> dt.datetime:
    """The moment, in UTC, at which an Amsterdam day is over: the beginning of the next."""
    return beginning(day + dt.timedelta(days=1))
