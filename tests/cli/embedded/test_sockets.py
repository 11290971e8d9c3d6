"""The socket's folder is private, found again, and made anew when it is gone or not ours."""

import shutil
from pathlib import Path

import psycopg
import pytest
from tests.cli.conftest import MakeCheckout
from tests.cli.runs import holding, let_go, place, server

from vijfluik.cli.embedded.place import Place, prepare, sockets_of


def long_place(folder: Path) -> Place:
    """A place whose own path is too long for a socket, as an ordinary user may have it."""
    state = folder / ("x" * 90)
    made = Place(state=state, server=state, account=None)
    prepare(made)
    return made


def test_a_long_path_gets_a_private_folder_that_is_found_again(tmp_path: Path) -> None:
    long = long_place(tmp_path)
    folder = sockets_of(long)
    try:
        assert folder.stat().st_mode & 0o777 == 0o700
        assert sockets_of(long) == folder
    finally:
        folder.rmdir()


def test_a_folder_that_is_gone_or_was_replaced_by_a_link_is_not_used_again(tmp_path: Path) -> None:
    long = long_place(tmp_path)
    first = sockets_of(long)
    first.rmdir()
    first.symlink_to(tmp_path)
    second = sockets_of(long)
    try:
        assert second != first
        assert not second.is_symlink()
    finally:
        first.unlink()
        second.rmdir()


def test_a_folder_that_others_can_enter_is_not_used_again(tmp_path: Path) -> None:
    long = long_place(tmp_path)
    first = sockets_of(long)
    first.chmod(0o755)
    second = sockets_of(long)
    try:
        assert second != first
    finally:
        first.rmdir()
        second.rmdir()


@pytest.mark.drill
def test_a_running_server_whose_socket_was_cleaned_away_is_started_anew(
    checkouts: MakeCheckout,
) -> None:
    checkout = checkouts("checkout")
    with holding(checkout) as (run, _):
        first = server(checkout)
        shutil.rmtree(sockets_of(place(checkout)))
        with holding(checkout) as (next_run, address):
            with psycopg.connect(address) as connection:
                assert connection.execute("SELECT 1").fetchone() == (1,)
            assert server(checkout) != first
            let_go(next_run)
        let_go(run)
