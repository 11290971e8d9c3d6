"""PostgreSQL's own programs for backups, and the address that they go to."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from vijfluik.cli.checkout import root
from vijfluik.cli.embedded import process, running_cluster
from vijfluik.cli.embedded.place import place_of, prepare
from vijfluik.cli.embedded.programs import programs_for
from vijfluik.cli.errors import CommandFailed

ADDRESS = "VIJFLUIK_BACKUP_URL"
FOLDER = "VIJFLUIK_POSTGRESQL_PROGRAMS"
LINES_TOLD = 12


def programs() -> process.Programs:
    """Those of the installation's own PostgreSQL, or of the embedded one.

    A backup is read by the programs of the major version that wrote it.

    Raises:
        CommandFailed: the folder that the environment names has no server in it.
    """
    place = place_of(root=root())
    prepare(place)
    given = os.environ.get(FOLDER)
    if not given:
        return process.Programs(folder=programs_for(place), place=place)
    if not (Path(given) / "postgres").exists():
        raise CommandFailed(
            f"{FOLDER} names {given}, where no PostgreSQL server stands."
            " On Debian it is /usr/lib/postgresql/VERSION/bin."
        )
    return process.Programs(folder=Path(given), place=place)


def address() -> str:
    """The address of somebody who may copy the whole server (REPLICATION).

    None of the six roles may: the environment names an account of the organisation's own, and in
    the demonstration it is the administrator of the embedded server.

    Raises:
        CommandFailed: the database is the environment's, and this address is not given.
    """
    given = os.environ.get(ADDRESS)
    if given:
        return given
    if os.environ.get("DATABASE_URL"):
        raise CommandFailed(
            f"{ADDRESS} must hold the address of an account that may copy the server"
            " (CREATE ROLE … LOGIN REPLICATION); the platform's own roles may not."
        )
    return running_cluster(root=root()).url(database="postgres")


def run_tool(name: str, *words: str, using: process.Programs) -> None:
    """Run one of PostgreSQL's programs to its end.

    Raises:
        CommandFailed: with the program's own words.
    """
    ended = subprocess.run(
        command_of(name, *words, using=using),
        capture_output=True,
        text=True,
        check=False,
        env=process.ENVIRONMENT,
    )
    if ended.returncode != 0:
        raise CommandFailed(f"{name} did not succeed. {last_lines(ended.stderr + ended.stdout)}")


def command_of(name: str, *words: str, using: process.Programs) -> Sequence[str]:
    """The words that start one of PostgreSQL's programs."""
    return [str(using.folder / name), *words]


def last_lines(said: str) -> str:
    """The end of what a program said; it says what was wrong last."""
    return "\n".join(["Its own words:", *said.strip().splitlines()[-LINES_TOLD:]])
