"""The demonstration database: made, migrated and loaded once, afterwards found again.

What a database is stands in its comment, which only its owner can write: `loading` from the first
table on, `complete` when everything is there. A half load is recognised by it and made anew.
"""

import contextlib
import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from vijfluik.cli import roles
from vijfluik.cli.errors import FULL, CommandFailed, DiskFull, is_full, on_disk_of, require_room
from vijfluik.cli.progress import say
from vijfluik.cli.server import DEMONSTRATION, Connection, Server, embedded, point_at
from vijfluik.cli.test_database import fingerprint

EARLIER = (
    "This demonstration was made by an earlier version. It works with this one, and lacks what this"
    " one invents beside it. To have that too: {remedy} What was recorded in it is then gone."
)
TOO_OLD = (
    "This demonstration was made by an older version and cannot be brought up to date; see above."
    " It was left as it is. To go on: {remedy} What was recorded in it is then gone."
)
ANEW = "`./run reset --yes` removes it, `./run demo` makes it anew."
ANEW_ELSEWHERE = "name an empty database in DATABASE_URL, and run again."
ACCOUNTS = """
    SELECT professional.username, professional.name, organisation.name
    FROM partners_professional AS professional
    JOIN partners_organisation AS organisation ON organisation.code = professional.organisation_id
    ORDER BY professional.username
"""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What the comment of a demonstration database says.

    `migrated` is the version of the code that its tables are of, `made` the one that invented what
    is in it; empty for a demonstration of before that was written down.
    """

    state: str
    migrated: str
    demonstration: bool = True
    made: str = ""


def ready(*, scale: int | None = None) -> str:
    """Leave a complete demonstration behind, its addresses in the environment of this process.

    Args:
        scale: how many trainings there are, in a database apart on the embedded server; None is
            the demonstration itself.

    Returns:
        What to say of a demonstration that an earlier version made; empty for one of this version.

    Raises:
        CommandFailed: the database is not the demonstration's, or cannot be migrated or loaded.
    """
    if os.environ.get("DATABASE_URL"):
        return _ready_elsewhere(scale=scale)
    server = embedded()
    name = DEMONSTRATION if scale is None else f"{DEMONSTRATION}_{scale}"
    folder = server.cluster.place.server
    with on_disk_of(folder), _alone(server.cluster.place.state):
        point_at(server, database=name)
        with server.administrator() as admin, roles.one_at_a_time(admin):
            if not _is_whole(admin, server=server, name=name):
                require_room(folder)
            roles.ensure_database(admin, name=name)
        return _complete(scale=scale, folder=folder)


def accounts() -> list[tuple[str, str, str]]:
    """Name to sign in with, name and organisation of everybody in the demonstration."""
    with _owner() as owner:
        return [(str(a), str(b), str(c)) for a, b, c in owner.execute(ACCOUNTS).fetchall()]


def in_earnest() -> bool:
    """Whether the environment names a database with the tables of the platform that is not a
    demonstration's: one that only its owner migrates, and where people prove who they are.
    """
    address = os.environ.get("DATABASE_URL")
    if not address:
        return False
    with psycopg.connect(address, autocommit=True) as connected:
        table = connected.execute("SELECT to_regclass('public.partners_professional')").fetchone()
        return table is not None and table[0] is not None and _mark(connected) is None


def _ready_elsewhere(*, scale: int | None) -> str:
    """On a server that the environment names: only an empty database or a demonstration's."""
    with _owner() as owner:
        mark = _mark(owner)
        tables = owner.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public'").fetchone()
    if mark is None and tables is not None:
        raise CommandFailed(
            "DATABASE_URL names a database with tables that is not a demonstration's. Nothing was"
            " changed. Name an empty database, or leave DATABASE_URL empty for the embedded one."
        )
    if mark is not None and mark.state != "complete":
        raise CommandFailed(
            "DATABASE_URL names a database in which loading the demonstration was broken off."
            " Make it anew, empty, then run again."
        )
    return _complete(scale=scale, remedy=ANEW_ELSEWHERE)


def _complete(*, scale: int | None, remedy: str = ANEW, folder: Path | None = None) -> str:
    """Migrate and load what is still missing; answers what to say of an older demonstration.

    `folder` is the server's, when it stands on this machine.
    """
    current = fingerprint()
    with _owner() as owner:
        mark = _mark(owner)
        if mark is None:
            _write(owner, Mark(state="loading", migrated=""))
    made = current if mark is None else mark.made
    if mark is None:
        say("Migrating and loading the demonstration …")
        scaled = [] if scale is None else [f"--scale={scale}"]
        _run("vijfluik.cli.loading", "--load", *scaled, folder=folder)
    elif mark.migrated != current:
        say("Migrating the demonstration …")
        _upgrade(remedy=remedy, folder=folder)
    with _owner() as owner:
        _write(owner, Mark(state="complete", migrated=current, made=made))
    return "" if made == current else EARLIER.format(remedy=remedy)


def _upgrade(*, remedy: str, folder: Path | None) -> None:
    """Bring the tables of an older demonstration up to date, or say that it is too old for that."""
    try:
        _run("vijfluik.cli.loading", folder=folder)
    except DiskFull:
        raise
    except CommandFailed:
        raise CommandFailed(TOO_OLD.format(remedy=remedy)) from None


def _run(*words: str, folder: Path | None = None) -> None:
    """Work in a process of its own: this one serves later, without the owner's rights."""
    process = subprocess.Popen(
        [sys.executable, "-m", *words],
        stdout=sys.stderr.fileno(),  # standard output is the command's own
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    )
    full = False
    with process:
        for line in process.stderr or ():
            sys.stderr.write(line)
            full = full or bool(FULL.search(line))
    if process.returncode == 0:
        return
    if full or (folder is not None and is_full("", folder=folder)):
        raise DiskFull(folder or "the database")
    raise CommandFailed(
        "The demonstration could not be made ready; see above. `./run demo` tries again from the"
        " start of what failed, `./run reset` removes the demonstration first."
    )


def _is_whole(admin: Connection, *, server: Server, name: str) -> bool:
    """Whether the demonstration is there; what a run that was broken off left of it is removed."""
    known = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
    if known.fetchone() is None:
        return False
    with psycopg.connect(server.addresses(database=name)["DATABASE_URL_OWNER"]) as owner:
        mark = _mark(owner)
    if mark is not None and mark.state == "complete":
        return True
    if mark is not None:
        say("An earlier run was broken off while loading; starting anew.")
    admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
    return False


def _owner() -> Connection:
    address = os.environ.get("DATABASE_URL_OWNER")
    if not address:
        raise CommandFailed("DATABASE_URL is set; set DATABASE_URL_OWNER too, for the migrations.")
    return psycopg.connect(address, autocommit=True)


def _mark(owner: Connection) -> Mark | None:
    row = owner.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
        " WHERE datname = current_database()"
    ).fetchone()
    try:
        return Mark(**json.loads(str(row[0]))) if row else None
    except (ValueError, TypeError):
        return None


def _write(owner: Connection, mark: Mark) -> None:
    owner.execute(
        sql.SQL("COMMENT ON DATABASE {} IS {}").format(
            sql.Identifier(owner.info.dbname), sql.Literal(json.dumps(asdict(mark)))
        )
    )


@contextlib.contextmanager
def _alone(state: Path) -> Iterator[None]:
    """Two runs in one checkout load one after the other; a killed run frees the lock itself."""
    with (state / "demonstration.lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another run is loading the demonstration of this checkout; waiting for it …")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
