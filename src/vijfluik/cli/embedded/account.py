"""The account that root hands its server to: PostgreSQL refuses to run as root.

The account is a number of its own per checkout, without a name and without a line in the machine's
list of users: nothing else on the machine runs under it, so nothing else can read the data or
touch the process. The user `nobody` would not do: whatever else runs as `nobody` could.
"""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path

from vijfluik.cli.errors import CommandFailed

# Numbers that systemd's table of user ids names as unused, below the 65536 of most containers.
FIRST, COUNT = 60578, 606
# `initdb`, unlike the server, asks for the name of its user. It runs under this one for a second,
# with the private group as its only key to the folder: others under the same user stay out.
NAMED = "nobody"


@dataclass(frozen=True, kw_only=True)
class Account:
    """The server's user id and group id (one number), and the user that makes the cluster."""

    uid: int
    gid: int
    maker: int


def account_for(*, server: Path) -> Account:
    """The account of the cluster at `server`: the one it was made with, or one that is free.

    Raises:
        CommandFailed: this machine has no user `nobody`.
    """
    try:
        maker = pwd.getpwnam(NAMED).pw_uid
    except KeyError:
        raise CommandFailed(
            f"PostgreSQL does not run as root, and the user {NAMED!r} that could make its cluster"
            " is missing. Run this as an ordinary user."
        ) from None
    number = _group_of(server)
    if number is None:
        number = _free(server)
    return Account(uid=number, gid=number, maker=maker)


def _group_of(server: Path) -> int | None:
    try:
        number = server.lstat().st_gid
    except OSError:
        return None
    return number if FIRST <= number < FIRST + COUNT else None


def _free(server: Path) -> int:
    """A number that is no user's, begun at the folder's name so that checkouts differ."""
    start = int.from_bytes(os.fsencode(server.parent.name)[-4:], "big")
    for step in range(COUNT):
        number = FIRST + (start + step) % COUNT
        try:
            pwd.getpwuid(number)
        except KeyError:
            return number
    raise CommandFailed(
        f"Every user id from {FIRST} to {FIRST + COUNT - 1} is taken. Run this as an ordinary user."
    )
