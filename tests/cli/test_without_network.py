"""Setting up without a network, with one that goes away halfway, and then with one that works."""

import subprocess
from pathlib import Path

import pytest
from tests.cli.setting_up import NOWHERE, copied, fetching_from, index_of, start

NAMES = ("firstpart", "secondpart")


def refused(copy: Path, address: str) -> None:
    """It says what to do, and the next run will not take what was left for an environment."""
    said = start(copy, "stop", **fetching_from(address))
    assert said.returncode == 1
    assert "Check the network" in said.stderr
    assert "then run the same command again" in " ".join(said.stderr.split())
    assert "Traceback" not in said.stderr
    assert not (copy / ".venv" / "installed.json").exists()


def has(copy: Path, *names: str) -> bool:
    """Whether the environment has these packages."""
    python = copy / ".venv" / "bin" / "python"
    words = [str(python), "-c", "".join(f"import {name};" for name in names)]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


@pytest.mark.drill
def test_without_a_network_the_remedy_is_said_and_with_it_the_same_command_succeeds(
    tmp_path: Path,
) -> None:
    # Every command sets up in the same way; this one needs none of the packages, so that the pins
    # can be of two small ones. With those of Vijfluik `.ci/run bare` sets up over the real network.
    copy = copied(tmp_path / "copy")
    with index_of(tmp_path, *NAMES) as index:
        (copy / "requirements" / "base.txt").write_text(index.pins(), encoding="utf-8")
        refused(copy, NOWHERE)
        assert index.sent == []
        index.cut_off = NAMES[1]
        refused(copy, index.address)
        assert index.sent == [NAMES[0]]
        assert not has(copy, NAMES[0])
        index.cut_off = ""
        made = start(copy, "stop", **fetching_from(index.address))
        assert made.returncode == 0, made.stderr
        assert "Installed." in made.stderr
        assert has(copy, *NAMES)
    # What is set up needs no network any more.
    again = start(copy, "stop", **fetching_from(NOWHERE))
    assert again.returncode == 0, again.stderr
    assert "Fetching" not in again.stderr
