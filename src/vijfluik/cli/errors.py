"""Failures that a person at the command line can mend."""

import contextlib
import errno
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

# The words of the system and of PostgreSQL, which also tells that half of a page went in.
FULL = re.compile(r"No space left|Disk quota exceeded|wrote only \d+ of \d+ bytes")
# A server that finds no room for another file of its log gives back what it had written of it.
HARDLY_BYTES = 32 << 20
# The programs and the server with a loaded demonstration, and as much again while it is loaded.
SERVER_BYTES = 500_000_000


class CommandFailed(Exception):
    """What went wrong and what to do about it, in a sentence or two; shown without a traceback."""


class DiskFull(CommandFailed):
    """A disk without room; the next run does anew what this one left half."""

    def __init__(self, place: Path | str | None = None, *, own_words: str = "") -> None:
        """`place`: what stands on that disk, when it is known; `own_words`: of who met it."""
        said = (
            f"The disk{f' of {place}' if place else ''} is full. Free about 1.5 GB, then run the"
            " same command again; nothing has to be cleaned."
        )
        super().__init__(f"{said}\n\n{own_words}" if own_words else said)


def told_full(error: BaseException | None) -> BaseException | None:
    """The error that tells of a full disk: this one, or one in whose handling it was raised."""
    while error is not None:
        full = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}
        if full or FULL.search(str(error)):
            return error
        error = error.__cause__ or error.__context__
    return None


def is_full(words: str, *, folder: Path) -> bool:
    """Whether words tell of a full disk, or the disk of a folder says so itself: a server that
    found no room for its log tells those who ask only that it is away.
    """
    return bool(FULL.search(words)) or _free(folder) < HARDLY_BYTES


def require_room(folder: Path) -> None:
    """Before anything is made: whether the server and a demonstration fit.

    Raises:
        CommandFailed: they do not.
    """
    free = _free(folder)
    if free < SERVER_BYTES:
        raise CommandFailed(
            f"The disk of {folder} has {free / 1e9:.1f} GB free, and"
            f" {SERVER_BYTES / 1e9:.1f} GB is needed. Free some there, then run the same command"
            " again; nothing has to be cleaned."
        )


@contextlib.contextmanager
def on_disk_of(folder: Path) -> Iterator[None]:
    """What fails in the block because the disk of a folder is full names the folder.

    Raises:
        DiskFull: that happened.
    """
    try:
        yield
    except CommandFailed:
        raise
    except Exception as error:
        if told_full(error) is None:
            raise
        raise DiskFull(folder) from None


def remedy_for(error: BaseException) -> str | None:
    """The message for an error of the machine rather than of Vijfluik; None for any other."""
    full = told_full(error)
    if full is not None:
        return str(DiskFull(getattr(full, "filename", None)))
    # Django is not imported for this: without it nobody raised its exceptions.
    configuration = sys.modules.get("django.core.exceptions")
    if configuration and isinstance(error, configuration.ImproperlyConfigured):
        return str(error)
    if isinstance(error, PermissionError):
        return (
            f"No permission for {error.filename}: it belongs to another user. Use a checkout of"
            " your own, then run again."
        )
    return None


def _free(folder: Path) -> int:
    there = next(each for each in (folder, *folder.parents) if each.exists())
    return shutil.disk_usage(there).free
