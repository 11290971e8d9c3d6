"""The script `run` itself: the environment is made, found whole, or mended with clear words."""

import fcntl
import json
import shutil
import sys
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.cli.setting_up import copied, start

from vijfluik.cli.checkout import root


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script as a module, for a checkout of the test's own."""
    loader = SourceFileLoader("vijfluik_run", str(root() / "run"))
    spec = spec_from_loader("vijfluik_run", loader)
    assert spec is not None
    module = module_from_spec(spec)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader.exec_module(module)
    shutil.copytree(root() / "requirements", tmp_path / "requirements")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "installed.json")
    return module


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the script and what it reads, without an environment."""
    return copied(tmp_path / "copy")


def stamped(run: Any, level: str, **changed: str) -> None:
    """Make it look as after an installation."""
    run.VENV.mkdir(exist_ok=True)
    run.STAMP.write_text(
        json.dumps({"level": level, "fingerprint": run.fingerprint(level), **changed})
    )


def test_help_needs_no_environment_and_names_every_command_in_a_line(copy: Path) -> None:
    shown = start(copy, "--help")
    assert shown.returncode == 0
    from vijfluik.cli.main import COMMANDS

    for name, text in COMMANDS.items():
        assert any(line.split() == [name, *text.split()] for line in shown.stdout.splitlines()), (
            name
        )
    assert not (copy / ".venv").exists()


def test_a_word_that_is_no_command_is_answered_without_installing(copy: Path) -> None:
    refused = start(copy, "demmo")
    assert refused.returncode == 2
    assert "demmo" in refused.stderr
    assert not (copy / ".venv").exists()


@pytest.mark.parametrize(
    ("held", "needed", "enough"),
    [
        ("base", "base", True), ("base", "test", False), ("test", "base", True),
        ("check", "test", True), ("test", "check", False),
    ],
)  # fmt: skip
def test_an_environment_serves_its_own_level_and_those_below(
    run: Any, held: str, needed: str, enough: bool
) -> None:
    stamped(run, held)
    assert run.satisfied(needed) is enough


def test_other_pins_ask_for_another_installation(run: Any) -> None:
    stamped(run, "test", fingerprint="of other pins")
    assert not run.satisfied("base")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"level": "all", "fingerprint": "x"}'])
def test_a_broken_stamp_counts_as_none(run: Any, content: str) -> None:
    stamped(run, "base")
    run.STAMP.write_text(content)
    assert not run.satisfied("base")
    assert run.pip_of_environment() is None


@pytest.mark.drill
def test_a_broken_off_installation_is_made_anew(run: Any) -> None:
    (run.VENV / "bin").mkdir(parents=True)
    (run.VENV / "bin" / "python").symlink_to(sys.executable)
    (run.VENV / "half").touch()
    assert run.pip_of_environment() is None
    run.make_environment()
    assert not (run.VENV / "half").exists()
    assert run.works([str(run.VENV / "bin" / "python"), "-m", "pip"])


def test_a_linked_environment_is_unlinked_and_its_target_left_alone(
    run: Any, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    run.VENV.symlink_to(tmp_path / "elsewhere")
    run.remove_environment()
    assert not run.VENV.is_symlink()
    assert (tmp_path / "elsewhere").exists()


def test_too_little_disk_is_said_before_anything_is_changed(
    run: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nearly_full = shutil.disk_usage(run.ROOT)._replace(free=300_000_000)
    monkeypatch.setattr(run.shutil, "disk_usage", lambda _path: nearly_full)
    with pytest.raises(SystemExit):
        run.install("base", 0)
    assert f"{run.ROOT} has 0.3 GB free and 1.5 GB is needed" in capsys.readouterr().err
    assert not run.VENV.exists()


def test_a_disk_that_fills_while_installing_is_named(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "full").mkdir()
    monkeypatch.setattr(run.tempfile, "gettempdir", lambda: str(tmp_path / "full"))
    free = {tmp_path / "full": 4096}
    monkeypatch.setattr(
        run.shutil, "disk_usage", lambda place: SimpleNamespace(free=free.get(place, 9 << 30))
    )
    said = run.explain("OSError: [Errno 28] No space left on device")
    assert said.startswith(f"The disk of {tmp_path / 'full'} is full. Free about 1.5 GB, then")


@pytest.mark.parametrize(
    ("output", "remedy"),
    [
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "differs from its pinned hash"),
        ("ERROR: Package 'x' requires a different Python: 3.9", "Use Python 3.11"),
        ("Temporary failure in name resolution", "Check the network"),
    ],
)
def test_each_way_to_fail_has_its_remedy(run: Any, output: str, remedy: str) -> None:
    assert remedy in run.explain(output)


def test_a_second_installation_waits_for_the_first(
    run: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real: Callable[[int, int], None] = fcntl.flock
    with run.alone() as first:

        def freed_meanwhile(handle: int, how: int) -> None:
            if not how & fcntl.LOCK_NB:
                real(first, fcntl.LOCK_UN)
            real(handle, how)

        monkeypatch.setattr(run.fcntl, "flock", freed_meanwhile)
        with run.alone():
            assert "waiting for it" in capsys.readouterr().err


def test_browser_tests_need_what_checks_need(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VIJFLUIK_CHROMIUM", raising=False)
    assert run.level_for("test") == "test"
    monkeypatch.setenv("VIJFLUIK_CHROMIUM", "/usr/bin/chromium")
    assert run.level_for("test") == "check"
    assert run.level_for("demo") == "base"
    assert run.level_for("names") == "engines"
