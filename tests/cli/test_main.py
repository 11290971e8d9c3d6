"""The first word of the command line, and what a person reads when something fails."""

import errno
import importlib
from collections.abc import Sequence
from importlib import util
from types import SimpleNamespace

import pytest

from vijfluik.cli import main
from vijfluik.cli.errors import CommandFailed


@pytest.mark.parametrize("name", sorted(main.COMMANDS))
def test_every_command_has_a_module_that_runs_it(name: str) -> None:
    assert util.find_spec(f"vijfluik.cli.commands.{name}") is not None
    assert callable(importlib.import_module(f"vijfluik.cli.commands.{name}").run)


@pytest.mark.parametrize("text", sorted(main.COMMANDS.values()))
def test_every_command_is_told_in_one_line(text: str) -> None:
    assert 10 < len(text) < 90
    assert "\n" not in text


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (CommandFailed("Mend this."), 1, "Mend this."),
        (OSError(errno.ENOSPC, "No space left on device"), 1, "The disk is full"),
        (PermissionError(errno.EACCES, "Permission denied", "/somewhere"), 1, "/somewhere"),
        (KeyboardInterrupt(), 130, "Stopped."),
    ],
)
def test_what_a_person_can_mend_is_said_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    said: str,
) -> None:
    def fails(_arguments: Sequence[str]) -> int:
        raise error

    monkeypatch.setattr(main, "module_of", lambda _command: SimpleNamespace(run=fails))
    assert main.main(["stop"]) == code
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_a_fault_of_vijfluik_itself_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_arguments: Sequence[str]) -> int:
        raise LookupError("ours")

    monkeypatch.setattr(main, "module_of", lambda _command: SimpleNamespace(run=fails))
    with pytest.raises(LookupError, match="ours"):
        main.main(["stop"])
