"""What services tell in an installation: lines of JSON from the first on, without values."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.runs import environment
from tests.cli.test_units import LASTING
from tests.sizes import part

from vijfluik.cli.progress import say
from vijfluik.cli.service import as_service
from vijfluik.core import services

CANARY = "Tjaldine Quibbelaar"
# A command that says something and then breaks over a value, as a database puts it in its message.
BREAKS = """
import sys
from types import SimpleNamespace
from vijfluik.cli import main
from vijfluik.cli.progress import say
from vijfluik.cli.service import as_service
def run(arguments):
    as_service("clock")
    say("2 due dates ended with their day")
    raise KIND("Key (name)=(CANARY) already exists")
main.module_of = lambda _: SimpleNamespace(run=run)
sys.exit(main.main(["clock"]))
"""


def told(*words: str, **more: str) -> tuple[int, list[dict[str, Any]]]:
    """How a process of an installation ended, and the lines that it left on standard error."""
    ended = subprocess.run(
        [sys.executable, *words],
        env=environment(Path("/nowhere"), VIJFLUIK_DEMONSTRATION="no", **more),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stdout == ""
    assert ended.stderr
    return ended.returncode, [json.loads(line) for line in ended.stderr.splitlines()]


def test_what_is_said_and_what_breaks_are_lines_without_the_message_of_an_error() -> None:
    code, (said, broke) = told("-c", BREAKS.replace("KIND", "ValueError").replace("CANARY", CANARY))
    assert code == 1
    assert (said["logger"], said["level"], said["message"]) == (
        "vijfluik.clock", "INFO", "2 due dates ended with their day",
    )  # fmt: skip
    assert (broke["level"], broke["exception"]) == ("CRITICAL", "builtins.ValueError")
    assert broke["places"][-1].endswith(" run")
    assert CANARY not in json.dumps([said, broke])


def test_what_a_person_can_mend_is_a_line_too() -> None:
    wanted = BREAKS.replace("KIND", "main.CommandFailed")
    code, (_, failed) = told("-c", wanted.replace("Key (name)=(CANARY) already exists", "Mend it."))
    assert code == 1
    assert (failed["level"], failed["message"]) == ("ERROR", "Mend it.")


# Without a key nothing is read from the database that is not there either.
@pytest.mark.parametrize("command", part(sorted(LASTING), quick=2))
def test_every_service_tells_in_lines_why_it_does_not_start(command: str, tmp_path: Path) -> None:
    words = {"serve": ("--bind", f"unix:{tmp_path}/s"), "backup follow": ("--to", str(tmp_path))}
    nowhere = f"postgresql://nobody@/nothing?host={tmp_path}"
    roles = ("", "_AUDITOR", "_CLOCK", "_DESTROYER")
    addresses = {f"DATABASE_URL{role}": nowhere for role in roles}
    addresses["VIJFLUIK_BACKUP_URL"] = nowhere
    code, lines = told(
        *("-m", "vijfluik", *command.split(), *words.get(command, ())),
        VIJFLUIK_STATE=str(tmp_path), **addresses,
    )  # fmt: skip
    assert code != 0
    assert all({"time", "level", "logger", "message"} <= line.keys() for line in lines)
    assert lines[-1]["level"] in {"ERROR", "CRITICAL"}


@pytest.mark.parametrize(("demonstration", "terminal"), [("yes", False), ("no", True)])
def test_a_demonstration_and_a_terminal_read_text(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    demonstration: str,
    terminal: bool,
) -> None:
    monkeypatch.setenv("VIJFLUIK_DEMONSTRATION", demonstration)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    as_service("clock")
    try:
        say("Nothing was done.")
    finally:
        services.become(None)
    assert capsys.readouterr().err.endswith(" s  Nothing was done.\n")
