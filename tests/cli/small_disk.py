"""A disk of the database that can be filled, and on which room can be made again.

Root moves the cluster to a file system of its own, in memory and as large as the cluster and a bit:
filled, it answers as any full disk does, for tables and for the log alike. An ordinary user cannot
mount one; there no file of the server may grow beyond what a segment of its log takes, and the
table that is written is as large: PostgreSQL finds no room for it, by the same way in its code.
"""

import contextlib
import os
import resource
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.cli.installation import Installation

from vijfluik.cli.embedded.process import processes_in

SPARE = 12 << 20
SEGMENT = 16 << 20
# Attempts of another day and of nobody, few to a page: more than a segment, and soon a page more.
ATTEMPTS = """
    ALTER TABLE accounts_attempt SET (fillfactor = 10);
    INSERT INTO accounts_attempt (key, subject, at)
    SELECT gen_random_uuid(), 'filler', now() + interval '1 day' FROM generate_series(1, 30000)
"""
NO_ATTEMPTS = """
    DELETE FROM accounts_attempt WHERE subject = 'filler';
    ALTER TABLE accounts_attempt RESET (fillfactor)
"""


@dataclass(frozen=True, kw_only=True)
class Disk:
    """Of one installation, whose server is stopped."""

    where: Installation
    real: bool

    @property
    def _filler(self) -> Path:
        return self.where.using.place.server / "filler"

    def fill(self) -> None:
        """Leave no room for anything new."""
        if not self.real:
            with self.where.administrator("vijfluik") as admin:
                row = admin.execute("SELECT pg_relation_size('accounts_attempt')").fetchone()
            assert row is not None
            self._limit(max(SEGMENT, int(str(row[0]))))
            return
        _fill(self._filler)

    def make_room(self) -> None:
        """As an administrator of the machine does; a server that stopped over it is started."""
        if self.real:
            self._filler.unlink()
        else:
            self._limit(resource.RLIM_INFINITY)
        if self.where.server is not None and self.where.server.poll() is not None:
            self.where.start_server()

    def _limit(self, size: int) -> None:
        for pid in processes_in(self.where.using.place.data):
            with contextlib.suppress(ProcessLookupError):
                hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)[1]
                resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, hard))


@dataclass(frozen=True, kw_only=True)
class Apart:
    """A disk of its own at a folder, for what is to be made there."""

    folder: Path

    def fill(self) -> None:
        """Leave no room for anything new."""
        _fill(self.folder / "filler")

    def make_room(self, size: str) -> None:
        """Remove what filled it, and let it be so large."""
        (self.folder / "filler").unlink(missing_ok=True)
        _run("mount", "-o", f"remount,size={size}", str(self.folder))


@contextlib.contextmanager
def disk_apart(folder: Path, *, size: str) -> Iterator[Apart]:
    """While the block lasts there is such a disk; what stands on it afterwards moves to the
    folder. As root, and no process works in it at the end.
    """
    folder.mkdir(parents=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "tmpfs", str(folder))
    kept = folder.with_name(f"{folder.name}.kept")
    try:
        yield Apart(folder=folder)
        _run("cp", "-a", str(folder), str(kept))
    finally:
        _run("umount", str(folder))
    folder.rmdir()
    kept.rename(folder)


@contextlib.contextmanager
def small_disk(where: Installation) -> Iterator[Disk]:
    """While the block lasts the server of an installation stands on it; afterwards as before."""
    if os.geteuid() != 0:
        with where.administrator("vijfluik") as admin:
            admin.execute(ATTEMPTS)
        disk = Disk(where=where, real=False)
        try:
            yield disk
        finally:
            disk.make_room()
            with where.administrator("vijfluik") as admin:
                admin.execute(NO_ATTEMPTS)
        return
    with _mounted(where):
        yield Disk(where=where, real=True)


@contextlib.contextmanager
def _mounted(where: Installation) -> Iterator[None]:
    server = where.using.place.server
    aside, kept = (where.using.place.state / name for name in ("aside", "kept"))
    where.stop_server()
    _run("cp", "-a", str(server), str(aside))
    size = sum(file.stat().st_size for file in aside.rglob("*") if file.is_file())
    _run("mount", "-t", "tmpfs", "-o", f"size={size * 21 // 20 + SPARE}", "tmpfs", str(server))
    try:
        _run("cp", "-a", f"{aside}/.", str(server))
        where.start_server()
        yield
    finally:
        if where.server is not None and where.server.poll() is None:
            where.stop_server()
        _run("cp", "-a", str(server), str(kept))
        _run("umount", str(server))
        for each in server.iterdir():
            _run("rm", "-rf", "--one-file-system", str(each))
        _run("cp", "-a", f"{kept}/.", str(server))
        _run("rm", "-rf", "--one-file-system", str(kept), str(aside))
        where.start_server()


def _fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        for size in (1 << 20, 4096):
            with contextlib.suppress(OSError):
                while file.write(bytes(size)) == size:
                    pass


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)
