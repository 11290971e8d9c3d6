"""Where an embedded cluster lives: one private place per user and checkout."""

import hashlib
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from vijfluik.cli.embedded.account import Account, account_for
from vijfluik.cli.errors import CommandFailed

# Named after the major version: another version does not read the data of this one.
CLUSTER = "cluster-18"
# Root's clusters stand here: a checkout may stand in a folder that only root can enter, and
# opening that to the server's account is not ours to do.
MACHINE = Path("/var/lib/vijfluik")
# The address of a socket holds 107 bytes; a comma would part it into two addresses.
SOCKET_FILE = ".s.PGSQL.5432"
SOCKET_BYTES = 107


@dataclass(frozen=True, kw_only=True)
class Place:
    """The folders of one cluster.

    `state` belongs to the person who runs the command (credentials, locks, keys, log). `server`
    does too, and the server's account may pass through it; for an ordinary user the two are one
    folder and `account` is None: the server then runs as that user.
    """

    state: Path
    server: Path
    account: Account | None

    @property
    def data(self) -> Path:
        """The cluster; it stands here only when it is whole."""
        return self.server / CLUSTER

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.state / "server.log"


def place_of(*, root: Path) -> Place:
    """The place of the checkout at `root` for the user who runs this process.

    Raises:
        CommandFailed: root has no account to hand the server to.
    """
    if os.geteuid() != 0:
        state = root / ".vijfluik"
        return Place(state=state, server=state, account=None)
    name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:12]
    base = MACHINE / name
    return Place(
        state=base / "state", server=base / "server", account=account_for(server=base / "server")
    )


def prepare(place: Place) -> None:
    """Make the folders that are missing; the modes of what stands above them stay as they are.

    Raises:
        CommandFailed: one of them is somebody else's.
    """
    private(place.state)
    if place.account is not None:
        private(place.server, mode=0o710, group=place.account.gid)


def sockets_of(place: Place) -> Path:
    """The folder of the server's socket, which only its user (and root) can enter.

    It stands with the cluster, or under /tmp when that path is too long for a socket. The folder
    under /tmp has a random name, so that nobody can stand there first, and is found again by the
    name kept in `state`. To be called by one process at a time.
    """
    beside = place.server / "sockets"
    if place.account is not None:
        return private(beside, mode=0o770, group=place.account.gid)
    if len(os.fsencode(beside / SOCKET_FILE)) < SOCKET_BYTES and "," not in str(beside):
        return private(beside)
    kept = place.state / "sockets.path"
    if kept.exists() and _is_private(folder := Path(kept.read_text())):
        return folder
    # Not the caller's TMPDIR: that may be long as well.
    folder = Path(tempfile.mkdtemp(prefix="vijfluik-", dir="/tmp"))
    replace_text(kept, str(folder))
    return folder


def replace_text(file: Path, content: str) -> None:
    """Write a private file in one step, so that a killed run leaves the old one or the new one."""
    half = file.with_name(f"{file.name}.half")
    half.unlink(missing_ok=True)
    half.touch(mode=0o600)
    half.write_text(content)
    half.rename(file)


def private(folder: Path, *, mode: int = 0o700, group: int = -1) -> Path:
    """Make a folder of this user that others cannot enter, or refuse one that is another's.

    Args:
        folder: the folder; missing parents are made as well, for everybody to pass through.
        mode: its rights.
        group: the group that `mode` gives rights to.

    Raises:
        CommandFailed: it is a link, not a folder, or another user's, or cannot be made.
    """
    try:
        _make_parents(folder)
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileExistsError:
        pass
    except PermissionError:
        raise CommandFailed(
            f"{folder} cannot be made by this user: the checkout belongs to somebody else."
            " Use a checkout of your own, then run again."
        ) from None
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise CommandFailed(
            f"{folder} belongs to another user or is no folder. When it is of no use to anybody,"
            " remove it; otherwise use a checkout of your own. Then run again."
        )
    os.chown(folder, -1, group)
    folder.chmod(mode)
    return folder


def _is_private(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == os.geteuid()
        and stat.S_IMODE(found.st_mode) == 0o700
    )


def _make_parents(folder: Path) -> None:
    """Make the missing parents; existing ones keep their modes, whatever those are."""
    for parent in reversed(folder.parents):
        if not parent.exists():
            parent.mkdir(exist_ok=True)
            # The caller's umask would otherwise keep the server's account out.
            parent.chmod(0o755)
