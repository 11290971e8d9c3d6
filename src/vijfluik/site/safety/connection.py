"""Whether the way to the database is closed to others, and both clocks tell the same."""

import datetime as dt
import json
import time
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.db import connections

from vijfluik.site.safety.findings import Finding

MOST_DRIFT = 2.0
VERIFIED = {"verify-ca", "verify-full"}
ZONE = "Europe/Amsterdam"
# Noon of a summer's and of a winter's day: the rules of the zone, not only its name.
NOONS = ("2026-07-01 12:00", "2026-12-01 12:00")


def encryption(using: str) -> Iterator[Finding]:
    """Over a network the connection is encrypted and the server's name is verified."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT inet_server_addr() IS NULL,"
            " coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false)"
        )
        local, encrypted = cursor.fetchone()
    if local:
        return
    mode = str(connections[using].settings_dict["OPTIONS"].get("sslmode", "prefer"))
    if not encrypted:
        yield Finding(
            check="database-tls",
            what="The connection to PostgreSQL is not encrypted.",
            why="Whoever is on the way reads passwords and everything else.",
            remedy="Use the server's socket on the same machine, or TLS: add"
            " ?sslmode=verify-full&sslrootcert=FILE to each address.",
        )
    elif mode not in VERIFIED:
        yield Finding(
            check="database-tls",
            what=f"The certificate of PostgreSQL is not verified (sslmode={mode}).",
            why="Another server that stands in between is taken for it.",
            remedy="Add ?sslmode=verify-full&sslrootcert=FILE to each address.",
        )


def drift(using: str) -> float:
    """How far this machine and the database server differ at least, in seconds."""
    before = time.time()
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())::float8")
        (there,) = cursor.fetchone()
    after = time.time()
    return float(max(before - there, there - after, 0.0))


def clock(using: str) -> Iterator[Finding]:
    """This machine and the database server tell the same time, by the same rules."""
    apart = drift(using)
    with connections[using].cursor() as cursor:
        cursor.execute(
            f"SELECT extract(epoch FROM (noon::timestamp AT TIME ZONE '{ZONE}'))::float8"
            " FROM unnest(%s::text[]) WITH ORDINALITY AS t (noon, n) ORDER BY n",
            [list(NOONS)],
        )
        moments = [row[0] for row in cursor.fetchall()]
    if apart > MOST_DRIFT:
        yield Finding(
            check="clock",
            what=f"This machine and the database server differ by {apart:.1f} s.",
            why="Terms, sessions and codes are counted by both.",
            remedy="Keep both by a time service (timedatectl set-ntp true).",
        )
    if moments != _own_moments():
        yield Finding(
            check="clock",
            what=f"Noon in {ZONE} is another moment here than in PostgreSQL.",
            why="A term would end on another day on the page than in the database.",
            remedy="Bring the time zone data of both up to date (package tzdata).",
        )
    yield from _behind_signed(time.time())


def _own_moments() -> list[float]:
    try:
        zone = ZoneInfo(ZONE)
    except ZoneInfoNotFoundError:
        return []
    return [dt.datetime.fromisoformat(noon).replace(tzinfo=zone).timestamp() for noon in NOONS]


def _behind_signed(now: float) -> Iterator[Finding]:
    """A clock that was put back stands before the moment of the head that was signed last."""
    file = Path(settings.STATE) / "head.json"
    try:
        signed = dt.datetime.fromisoformat(json.loads(file.read_text())["time"]).timestamp()
    except (OSError, ValueError, KeyError, TypeError):
        return
    if signed - now > MOST_DRIFT:
        yield Finding(
            check="clock",
            what=f"The clock stands {signed - now:.0f} s before the last signed head.",
            why="It was put back: what is recorded now would stand before what was recorded then.",
            remedy="Set the clock right, or wait until it has passed that moment.",
        )
