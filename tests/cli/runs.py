"""Runs of the command line as a person's shell would make them: processes of their own."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg

from vijfluik.cli import test_database
from vijfluik.cli.checkout import root
from vijfluik.cli.embedded import process
from vijfluik.cli.embedded.place import Place, place_of

PATIENCE = 30
# What `./run` and the tests themselves set; a run of its own finds its own.
INHERITED = ("DATABASE_URL", "VIJFLUIK_", "PYTEST_", "COV_")
# Takes a share in the server, says its address, and keeps the share until its input ends.
HOLD = """
import sys
from pathlib import Path
from vijfluik.cli.embedded import running_cluster
cluster = running_cluster(root=Path(sys.argv[1]))
print(cluster.url(database="postgres"), flush=True)
sys.stdin.read()
"""


def environment(checkout: Path, **more: str) -> dict[str, str]:
    """The environment of a run in a checkout, without what the tests run with."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(INHERITED)}
    return {**kept, "VIJFLUIK_ROOT": str(checkout), "PYTHONPATH": str(root() / "src"), **more}


def command(checkout: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run `./run WORDS` to its end."""
    return command_in(Path.cwd(), checkout, *words, **more)


def command_in(
    folder: Path, checkout: Path, *words: str, **more: str
) -> subprocess.CompletedProcess[str]:
    """The same, begun in a folder: the files that it names stand there."""
    return subprocess.run(
        [sys.executable, "-m", "vijfluik", *words],
        cwd=folder,
        env=environment(checkout, **more),
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )


@contextlib.contextmanager
def opened(
    checkout: Path, *words: str, code: str | None = None, **more: str
) -> Iterator["subprocess.Popen[str]"]:
    """A run that goes on while the block does, in a process group of its own; killed after it."""
    what = ["-m", "vijfluik", *words] if code is None else ["-c", code, str(checkout)]
    run = subprocess.Popen(
        [sys.executable, *what],
        env=environment(checkout, **more),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    with run:
        try:
            yield run
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)


@contextlib.contextmanager
def holding(checkout: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A run that holds the server, and the administrator's address."""
    with opened(checkout, code=HOLD) as run:
        yield run, address_said(run)


@contextlib.contextmanager
def administrator_in(
    checkout: Path, *, database: str
) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    """The administrator in a database of a checkout; another process holds its server meanwhile."""
    with holding(checkout) as (run, address):
        there = test_database.address(address, database=database)
        with psycopg.connect(there, autocommit=True) as admin:
            yield admin
        let_go(run)


def address_said(run: "subprocess.Popen[str]") -> str:
    """The first address in the output of a run."""
    lines = []
    for line in run.stdout or ():
        lines.append(line)
        if line.startswith("postgresql://"):
            return line.strip()
    raise AssertionError("".join(lines))


def let_go(run: "subprocess.Popen[str]") -> None:
    """End a holding run as one that has done its work."""
    run.communicate(timeout=PATIENCE)


def place(checkout: Path) -> Place:
    """Where the cluster of a checkout stands."""
    return place_of(root=checkout)


def server(checkout: Path) -> int | None:
    """The process of the server of a checkout."""
    return process.server_pid(place(checkout).data)


def eventually(condition: Callable[[], object]) -> bool:
    """Whether it comes true within the time that a slow machine may take."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True
