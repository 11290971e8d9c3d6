"""Checkouts of a test's own, so that its server is nobody else's."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vijfluik.cli.checkout import root
from vijfluik.cli.embedded.cluster import remove_of_checkout

MakeCheckout = Callable[[str], Path]


@pytest.fixture
def checkouts(tmp_path: Path) -> Iterator[MakeCheckout]:
    """Makes a checkout by a name: the real source behind a link, state and server of its own."""
    made: list[Path] = []

    def make(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir(parents=True)
        (folder / "src").symlink_to(root() / "src")
        made.append(folder)
        return folder

    yield make
    for folder in made:
        remove_of_checkout(root=folder)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def checkout(checkouts: MakeCheckout) -> Path:
    """One such checkout."""
    return checkouts("checkout")
