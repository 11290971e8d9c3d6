"""The embedded server is a guest: it changes nothing of the machine and lets nobody else in."""

import contextlib
import os
import pwd
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests.cli.conftest import MakeCheckout
from tests.cli.runs import (
    HOLD,
    PATIENCE,
    address_said,
    command,
    environment,
    holding,
    let_go,
    place,
    server,
)

from vijfluik.cli.checkout import root
from vijfluik.cli.embedded.cluster import remove_of_checkout
from vijfluik.cli.embedded.place import SOCKET_BYTES, SOCKET_FILE, private, sockets_of
from vijfluik.cli.embedded.programs import PACKAGE, TREE, wheel_tree
from vijfluik.cli.errors import CommandFailed

pytestmark = pytest.mark.drill

SOMEBODY = 60_577  # next to the accounts of the servers, and nobody's


def modes(folder: Path) -> dict[Path, int]:
    """The rights of a folder and of everything above it that exists."""
    return {path: path.stat().st_mode for path in (folder, *folder.parents) if path.exists()}


def test_parents_keep_their_modes_and_no_user_is_added(checkout: Path) -> None:
    known = Path("/etc/passwd").read_bytes()
    where = place(checkout)
    folders = (checkout, where.state, where.server, wheel_tree(), Path(sys.prefix))
    before = {path: mode for folder in folders for path, mode in modes(folder).items()}
    with holding(checkout) as (run, _):
        let_go(run)
    after = {path: mode for folder in folders for path, mode in modes(folder).items()}
    assert {path: after[path] for path in before} == before
    assert Path("/etc/passwd").read_bytes() == known


def test_nobody_else_can_enter_what_the_server_writes(checkout: Path) -> None:
    with holding(checkout) as (run, _):
        where = place(checkout)
        sockets = sockets_of(where)
        for folder in (where.state, where.server, where.data, sockets):
            assert stat.S_IMODE(folder.stat().st_mode) & 0o007 == 0
        # For root the server has an account without a name; for a user it is the user.
        account = os.geteuid() if where.account is None else where.account.uid
        assert where.data.stat().st_uid == account
        assert Path(f"/proc/{server(checkout)}").stat().st_uid == account
        let_go(run)


def test_the_server_of_root_runs_under_an_account_without_a_name(checkout: Path) -> None:
    where = place(checkout)
    names = {line.split(":")[2] for line in Path("/etc/passwd").read_text().splitlines()}
    if where.account is None:
        assert os.geteuid() != 0
        return
    assert str(where.account.uid) not in names
    with holding(checkout) as (run, _):
        for user in (where.account.maker, SOMEBODY):
            tried = subprocess.run(
                ["/bin/ls", str(where.server)], user=user, group=user, extra_groups=[],
                capture_output=True, check=False, cwd="/",
            )  # fmt: skip
            assert tried.returncode != 0
        let_go(run)


def test_two_checkouts_have_servers_of_their_own_at_once(checkouts: MakeCheckout) -> None:
    one, other = checkouts("one"), checkouts("other")
    with holding(one) as (first, address), holding(other) as (second, other_address):
        assert address != other_address
        assert server(one) not in {None, server(other)}
        let_go(first)
        with psycopg.connect(other_address) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        let_go(second)


def test_a_path_of_two_hundred_characters_works(checkouts: MakeCheckout, tmp_path: Path) -> None:
    long = "/".join(["een map, met 'tekens' $HOME"] * 12)
    left = 200 - len(f"{tmp_path}/")
    name = long[: left - 1].rstrip("/ ")
    checkout = checkouts(name + "…" * (left - len(name)))
    assert len(str(checkout)) == 200
    with holding(checkout) as (run, address):
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        sockets = sockets_of(place(checkout))
        assert len(os.fsencode(sockets / SOCKET_FILE)) < SOCKET_BYTES
        assert (sockets / SOCKET_FILE).is_socket()
        # In the checkout itself it would have been too long.
        assert len(os.fsencode(checkout)) > SOCKET_BYTES
        assert not sockets.is_relative_to(checkout)
        let_go(run)


def test_a_narrow_umask_of_the_person_does_not_keep_the_server_out(checkout: Path) -> None:
    before = os.umask(0o077)
    try:
        with holding(checkout) as (run, _):
            assert server(checkout) is not None
            let_go(run)
    finally:
        os.umask(before)


def test_a_state_that_is_a_link_to_elsewhere_is_refused_in_words(checkout: Path) -> None:
    where = place(checkout)
    where.state.parent.mkdir(parents=True, exist_ok=True)
    where.state.symlink_to("/usr")
    try:
        refused = command(checkout, "manage", "check")
    finally:
        where.state.unlink()
    assert refused.returncode == 1
    assert "belongs to another user or is no folder" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_folder_that_another_user_made_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: SOMEBODY)
    with pytest.raises(CommandFailed, match="belongs to another user"):
        private(tmp_path / "state")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can enter, with the source and the programs in it."""
    folder = Path("/tmp") / f"vijfluik-test-{os.getpid()}"  # noqa: S108 (others must enter it)
    folder.mkdir()
    shutil.copytree(
        root() / "src" / "vijfluik", folder / "lib" / "vijfluik",
        ignore=shutil.ignore_patterns("__pycache__", "static", "*.mo"),
    )  # fmt: skip
    tree = wheel_tree()
    shutil.copytree(tree, folder / "lib" / PACKAGE / TREE, symlinks=True)
    (folder / "lib" / PACKAGE / "__init__.py").touch()
    libraries = tree.parent.parent / f"{PACKAGE}.libs"
    if libraries.exists():
        shutil.copytree(libraries, folder / "lib" / libraries.name, symlinks=True)
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
    (folder / "checkout").mkdir()
    yield folder
    remove_of_checkout(root=folder / "checkout")
    shutil.rmtree(folder)


def another_user(uid: int) -> dict[str, Any]:
    """Arguments for `subprocess` that change the user; an ordinary user can only stay itself."""
    return {"user": uid, "group": uid, "extra_groups": []} if os.geteuid() == 0 else {}


def python_for_everybody() -> str:
    """A Python that another user can start: this one, or the machine's."""
    for candidate in (sys.executable, "/usr/bin/python3"):
        with contextlib.suppress(OSError, subprocess.CalledProcessError):
            subprocess.run([candidate, "-c", ""], check=True, cwd="/", **another_user(SOMEBODY))
            return candidate
    raise AssertionError("this test needs a Python that every user can start, as /usr/bin/python3")


def as_another_user(checkout: Path, *, uid: int, library: Path) -> "subprocess.Popen[str]":
    """A run that holds the server, of another user when that is possible."""
    return subprocess.Popen(
        [python_for_everybody(), "-B", "-c", HOLD, str(checkout)],
        env={**environment(checkout), "PYTHONPATH": str(library)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, cwd="/", **another_user(uid),
    )  # fmt: skip


def test_root_and_then_an_ordinary_user_in_one_checkout(open_folder: Path) -> None:
    checkout = open_folder / "checkout"
    ordinary = pwd.getpwnam("nobody").pw_uid
    if os.geteuid() == 0:
        os.chown(checkout, ordinary, ordinary)
    with holding(checkout) as (first, address):
        library = open_folder / "lib"
        with as_another_user(checkout, uid=ordinary, library=library) as second:
            # Another user gets a server of its own; the same user shares the one there is.
            assert (address_said(second) == address) is (os.geteuid() != 0)
            let_go(second)
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        let_go(first)


def test_an_ordinary_user_in_the_checkout_of_another_is_told_so(open_folder: Path) -> None:
    checkout = open_folder / "checkout"
    if os.geteuid() != 0:
        # What another user's folder is to root's successor, a closed one is to this user.
        checkout.chmod(0o555)
    with as_another_user(checkout, uid=SOMEBODY, library=open_folder / "lib") as run:
        said, _ = run.communicate(timeout=PATIENCE)
    checkout.chmod(0o755)
    assert run.returncode == 1
    assert "the checkout belongs to somebody else" in said
