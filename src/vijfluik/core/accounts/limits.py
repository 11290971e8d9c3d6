"""How long what lasts, and how often what may be tried: one set of values under a version.

A change gets a new version; each session keeps the version it began under, so that later can be
told what held then. BIO2 5.17 and 8.05 ask for limits and leave the numbers to who runs it; these
are those of ASVS 5.0 (7.3.1, 7.3.2) for work with sensitive data.
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The values.

    Attributes:
        idle: a session ends when nothing was asked for so long.
        whole: a session ends so long after it began, whatever was done.
        fresh: a proof counts so long for an act that asks for a fresh one.
        invitation: a link to begin with works so long.
        recovery: a link to begin anew with works so long.
        window: attempts are counted over so long, and then forgotten.
        per_account: so many failures for one name within the window, then it waits.
        per_address: so many failures from one address within the window.
        review_months: an account is looked at anew after so many months.
        shortest_password: in characters.
        pages_per_minute: so much one person may ask of one web process in a minute.
        files_per_quarter: so many files one person may take out of one web process in a quarter of
            an hour.
    """

    version: str
    idle: dt.timedelta
    whole: dt.timedelta
    fresh: dt.timedelta
    invitation: dt.timedelta
    recovery: dt.timedelta
    window: dt.timedelta
    per_account: int
    per_address: int
    review_months: int
    shortest_password: int
    pages_per_minute: int
    files_per_quarter: int


LIMITS = Limits(
    version="2026-11-26.2",
    idle=dt.timedelta(minutes=15),
    whole=dt.timedelta(hours=8),
    fresh=dt.timedelta(minutes=5),
    invitation=dt.timedelta(hours=72),
    recovery=dt.timedelta(hours=24),
    window=dt.timedelta(minutes=15),
    per_account=5,
    per_address=50,
    review_months=12,
    shortest_password=12,
    pages_per_minute=300,
    files_per_quarter=60,
)
