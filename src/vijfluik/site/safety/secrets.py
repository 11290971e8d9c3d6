"""Whether what must stay secret is: long enough, of this installation, and out of the checkout."""

import itertools
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connections

from vijfluik.cli.embedded.place import CLUSTER
from vijfluik.site.safety.findings import Finding

LEAST_LENGTH, LEAST_DIFFERENT = 40, 12
LARGEST = 1_000_000
KEYS = {
    "SECRET_KEY": "sessions",
    "ACCOUNTS_KEY": "the secrets of code apps",
    "DOCUMENTS_KEY": "the documents",
}
# Of the embedded server and of the tests; no installation makes its own like this.
TESTS = "test-"


def secret() -> Iterator[Finding]:
    """The keys: given, long, none of them twice, and nowhere in the checkout."""
    for name, of in KEYS.items():
        value = str(getattr(settings, name))
        if not (os.environ.get(name) or os.environ.get(f"{name}_FILE")):
            yield _finding(
                f"{name} is not set.",
                f"Each process makes one of its own: {of} of another one are not known.",
                f"Set {name}_FILE to a file with a random text (docs/operations.md).",
            )
        if len(value) < LEAST_LENGTH or len(set(value)) < LEAST_DIFFERENT:
            yield _finding(
                f"{name} is short or plain.",
                "It can be guessed, and with it anybody signs in as anybody.",
                f"Take {LEAST_LENGTH} random characters or more: openssl rand -base64 48",
            )
        yield from _readable(f"{name}_FILE")
    for variable in sorted(os.environ):
        if variable.startswith("VIJFLUIK_") and variable.endswith("KEY_FILE"):
            yield from _readable(variable)
    yield from _in_the_checkout()
    for one, other in itertools.combinations(KEYS, 2):
        if getattr(settings, one) == getattr(settings, other):
            yield _finding(
                f"{one} and {other} are the same.",
                "The one may be renewed without the other, and each seals something else.",
                "Take two.",
            )


def _in_the_checkout() -> Iterator[Finding]:
    """Keys and passwords that stand in a file of the code, of its tests or of a demonstration."""
    sought = {name: str(getattr(settings, name)) for name in KEYS}
    for alias in settings.DATABASES:
        password = str(connections[alias].settings_dict["PASSWORD"] or "")
        if password.startswith(TESTS):
            yield _finding(
                f"The password of the connection {alias!r} is that of the tests.",
                "Whoever has the code has it.",
                "./run roles sql makes new ones.",
            )
        elif password:
            sought[f"The password of the connection {alias!r}"] = password
    root = _root()
    for file in _files(root):
        content = _content(file)
        for name, value in sought.items():
            if value.encode() in content:
                yield _finding(
                    f"{name} stands in {file.relative_to(root)}.",
                    "Whoever has the code, or the demonstration, has it.",
                    "Make a new one and keep it outside the checkout.",
                )


def _files(root: Path) -> Iterator[Path]:
    """Every file of the code, its papers and a demonstration's state; what a database keeps of a
    password is not the password, and its files come and go while somebody looks.
    """
    for name in ("src", "docs", "deploy", "requirements", "tests", "bench", ".ci", ".vijfluik"):
        for folder, inner, files in os.walk(root / name):
            inner[:] = [one for one in inner if one not in {CLUSTER, "__pycache__"}]
            yield from (Path(folder, file) for file in files if not file.endswith((".png", ".mo")))


def _content(file: Path) -> bytes:
    """Empty for what is no small file, is not ours to read, or is gone by now."""
    try:
        known = file.stat()
        if stat.S_ISREG(known.st_mode) and known.st_size < LARGEST:
            return file.read_bytes()
    except OSError:
        pass
    return b""


def _readable(variable: str) -> Iterator[Finding]:
    named = os.environ.get(variable)
    if not named:
        return
    file = Path(named).resolve()
    if not file.exists():
        yield _finding(
            f"{variable} names {file}, which is not there.",
            "Whoever needs the key in it does nothing.",
            "Put it there, or leave the variable out.",
        )
        return
    if file.stat().st_mode & stat.S_IRWXO:
        yield _finding(
            f"{file} can be read by everybody on this machine.",
            "So can the key in it.",
            f"chmod 600 {file}",
        )
    if file.is_relative_to(_root()):
        yield _finding(
            f"{file} stands in the checkout.",
            "It goes along with every copy of the code.",
            "Move it elsewhere and set the variable to the new place.",
        )


def _root() -> Path:
    named = os.environ.get("VIJFLUIK_ROOT")
    return (Path(named) if named else Path(__file__).parents[4]).resolve()


def state() -> Iterator[Finding]:
    """The folder outside the database: there, not in the checkout, and closed to others."""
    folder = Path(settings.STATE)
    if not folder.is_dir():
        yield Finding(
            check="state",
            what="VIJFLUIK_STATE names no folder.",
            why="The signed heads of the journal and the book of what was destroyed stand there.",
            remedy="Make a folder outside the checkout, on another disk than the database if you"
            " can, and set VIJFLUIK_STATE to it.",
        )
        return
    if folder.resolve().is_relative_to(_root()):
        yield Finding(
            check="state",
            what=f"{folder} stands in the checkout.",
            why="It is that of a demonstration, or goes with the next clone.",
            remedy="Move it elsewhere and set VIJFLUIK_STATE to the new place.",
        )
    if folder.stat().st_mode & (stat.S_IRWXO | stat.S_IWGRP):
        yield Finding(
            check="state",
            what=f"{folder} can be entered by everybody, or written by a group.",
            why="Whoever alters it can hide what was altered in the database.",
            remedy=f"chmod 750 {folder}",
        )
    key = folder / "sealer.key"
    if key.exists() and key.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield Finding(
            check="state",
            what=f"{key} can be read by others than its owner.",
            why="Whoever has it signs heads of a journal that was altered.",
            remedy=f"chmod 600 {key}, and look who read it.",
        )
    if not key.exists() and (folder / "heads.jsonl").exists():
        yield Finding(
            check="state",
            what=f"{key} is gone while heads that it signed are there.",
            why="The sealer will not go on with another key.",
            remedy="Bring the key back from the copy of the folder (docs/operations.md).",
        )


def web_process() -> Iterator[Finding]:
    """What the process that answers pages must not be able to read; asked by that process."""
    key = Path(settings.STATE) / "sealer.key"
    if os.access(key, os.R_OK):
        yield Finding(
            check="state",
            what=f"The web server can read {key}.",
            why="Whoever breaks into it signs heads of a journal that was altered.",
            remedy="Run the web server as another user than the sealer (deploy/systemd).",
        )
    for alias in ("owner", "clock", "destroyer"):
        if alias in settings.DATABASES:
            yield _finding(
                f"The web server has the address of the role {alias}.",
                "Whoever breaks into it has its rights.",
                f"Leave DATABASE_URL_{alias.upper()} out of its environment.",
            )


def _finding(what: str, why: str, remedy: str) -> Finding:
    return Finding(check="secret", what=what, why=why, remedy=remedy)
