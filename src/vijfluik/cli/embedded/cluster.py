"""The embedded cluster of a checkout, found or made, started, and held while it is used."""

import atexit
import contextlib
import json
import os
import secrets
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from vijfluik.cli.embedded import process
from vijfluik.cli.embedded.holders import Hold, starting, unused
from vijfluik.cli.embedded.place import Place, place_of, prepare, replace_text, sockets_of
from vijfluik.cli.embedded.programs import programs_for
from vijfluik.cli.errors import CommandFailed, on_disk_of, require_room

ADMIN = "postgres"


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """A running embedded server: its folders, its socket and the administrator's password."""

    place: Place
    sockets: Path
    password: str

    def url(self, *, user: str = ADMIN, password: str | None = None, database: str) -> str:
        """A `postgresql://` address over the private socket."""
        secret = quote(self.password if password is None else password, safe="")
        return f"postgresql://{user}:{secret}@/{database}?host={quote(str(self.sockets), safe='')}"


def running_cluster(*, root: Path) -> Cluster:
    """The cluster of this checkout, made and started when needed, held until this process ends.

    Raises:
        CommandFailed: with the server's own words and what to do.
    """
    place = place_of(root=root)
    prepare(place)
    with starting(place.state) as lock:
        hold = Hold(place.state)
        try:
            with on_disk_of(place.server):
                cluster = _ready(place, root=root, lock=lock)
        except BaseException:
            hold.release()
            raise
    atexit.register(_leave, place=place, hold=hold, owner=os.getpid())
    return cluster


def _ready(place: Place, *, root: Path, lock: int) -> Cluster:
    if not place.data.exists():
        require_room(place.server)
    sockets = sockets_of(place)
    password = _password(place.state)
    if not place.data.exists():
        sys.stderr.write("Making the embedded PostgreSQL …\n")
        programs = process.Programs(folder=programs_for(place), place=place)
        process.make(programs, password=password, lock=lock)
    if not process.answers(place, sockets=sockets):
        process.start(place, root=root, sockets=sockets)
    return Cluster(place=place, sockets=sockets, password=password)


def _password(state: Path) -> str:
    """The administrator's password, made once."""
    file = state / "administrator.json"
    if not file.exists():
        replace_text(file, json.dumps({"password": secrets.token_urlsafe(24)}))
    password: str = json.loads(file.read_text())["password"]
    return password


def _leave(*, place: Place, hold: Hold, owner: int) -> None:
    """At the end of a process: stop the server when nobody else uses it."""
    if os.getpid() != owner:
        return
    hold.release()
    with contextlib.suppress(CommandFailed, OSError), starting(place.state):
        if unused(place.state):
            process.stop(place.data)


def stop_of_checkout(*, root: Path) -> bool:
    """Stop the server of a checkout, whoever uses it; True when one was running."""
    place = place_of(root=root)
    if not place.data.exists():
        return False
    with starting(place.state):
        return process.stop(place.data)


def remove_of_checkout(*, root: Path) -> None:
    """Stop the server and remove its data, credentials, programs and sockets."""
    place = place_of(root=root)
    if not place.state.exists():
        return
    prepare(place)
    with starting(place.state):
        process.stop(place.data)
        for folder in {sockets_of(place), place.server, place.state}:
            shutil.rmtree(folder, ignore_errors=True)
        if place.account is not None:
            with contextlib.suppress(OSError):
                place.state.parent.rmdir()
