"""What the documents tell a person to type: read from them, with samples for what is left open."""

import argparse
import ast
import contextlib
import io
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType, ModuleType

import pytest

from vijfluik.cli.checkout import root
from vijfluik.cli.main import COMMANDS

SHELLS = ("", "bash", "console", "sh", "shell")
INDENTED = re.compile(r"^ {4}(\./run .*)$", re.MULTILINE)
BLOCK = re.compile(r"^```(\S*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`]+)`")
# A command ends where its explanation, another command or the shell's own words begin.
ENDS = re.compile(r"\s{2,}|\s#|\s&&|\)|\s\\$")
MORE = "…"
# A word in capitals stands for one that the reader chooses.
PLACEHOLDER = re.compile(r"[A-Z][A-Z0-9]+")
SAMPLES = {
    "APP": "journal",
    "DATE": "2026-01-15",
    "MIGRATION": "0001",
    "MOMENT": "2019-04-15",
    "ROOM": "trainings",
    "TIMESTAMP": "2019-04-15",
}
# Who hand their arguments on: to pytest, and to the commands of Django.
TO_PYTEST = ("coverage", "test")
TO_DJANGO = ("manage",)


def documents() -> list[Path]:
    """Every document of the project."""
    return sorted([*root().glob("*.md"), *(root() / "docs").rglob("*.md")])


def told() -> list[tuple[str, str]]:
    """Every `./run …` of the documents with the document's name, in the order of the documents."""
    found: dict[tuple[str, str], None] = {}
    for document in documents():
        for command in told_in(document.read_text(encoding="utf-8")):
            found[document.name, command] = None
    return list(found)


def told_in(content: str) -> Iterator[str]:
    """Every `./run …` of a document: in a block, an indented line or a sentence."""
    blocks = [block for shell, block in BLOCK.findall(content) if shell in SHELLS]
    lines = [line for block in blocks for line in block.splitlines()]
    lines += INDENTED.findall(content)
    # In a sentence a command may stand on two lines, and be named without all it needs; a table
    # writes its own signs with a stroke.
    for paragraph in BLOCK.sub("", content).split("\n\n"):
        lines += [f"{found} {MORE}" for found in INLINE.findall(paragraph.replace("\\|", "|"))]
    for line in lines:
        before, run, rest = re.sub(r"\n\s*", " ", line).partition("./run ")
        if run and before[-1:] in ("", " ", "("):
            yield f"./run {ENDS.split(rest.strip())[0].strip()}"


def words_of(command: str, *, samples: Mapping[str, str] = SAMPLES) -> list[str]:
    """The arguments of a command, with what may be left out and a sample for what is chosen."""
    words = shlex.split(command.replace("[", "").replace("]", ""))[1:]
    return [
        samples.get(word, word.lower()) if PLACEHOLDER.fullmatch(word) else word for word in words
    ]


def bare(command: str) -> str:
    """A command without the sign that more may follow."""
    return command.rstrip(f" {MORE}")


def as_told(beginning: str, instead: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    """The words of the command that the documents tell, or of the first that begins so.

    Args:
        instead: for words that a test must choose itself, such as a folder; each is there.
    """
    every = [bare(command).removeprefix("./run ") for _, command in told()]
    found = next(
        each
        for each in [*(each for each in every if each == beginning), *every]
        if f"{each} ".startswith(beginning)
    )
    told_so = shlex.split(found)
    assert set(instead) <= set(told_so), f"{found}: {set(instead) - set(told_so)}"
    words = words_of(f"./run {found}", samples={**SAMPLES, **instead})
    return [instead.get(word, word) for word in words]


def fault_of(command: str, *, config: pytest.Config) -> str:
    """Why a command is none, or does not take these arguments; empty when it is well.

    Call it in an empty folder: the files that the command names are made in it.
    """
    words = words_of(command)
    if words[0] == "--help":
        return ""
    if words[0] not in COMMANDS:
        return f"there is no {words[0]}"
    open_ended = words[-1] == MORE
    name, arguments = words[0], [word for word in words[1:] if word != MORE]
    if name in TO_PYTEST:
        return _fault_for_pytest(arguments, config=config)
    if name in TO_DJANGO:
        return _fault_of_django(arguments)
    for word in arguments:
        if re.fullmatch(r"[\w-]+\.\w+", word):
            Path(word).touch()
    if name == "bench" and (fault := _fault_of_bench(arguments)):
        return fault
    return _fault_of(module_of(name).parser(), arguments=arguments, open_ended=open_ended)


def is_whole(command: str) -> bool:
    """Whether nothing is missing from a command, so that it can be run."""
    name, *arguments = [word for word in words_of(command) if word != MORE]
    if name not in COMMANDS or (not arguments and name in (*TO_PYTEST, *TO_DJANGO)):
        return name in ("--help", *TO_PYTEST)
    if name in (*TO_PYTEST, *TO_DJANGO):
        return True
    return not _fault_of(module_of(name).parser(), arguments=arguments, open_ended=False)


def module_of(name: str) -> ModuleType:
    """The module of a command."""
    return import_module(f"vijfluik.cli.commands.{name}")


def _fault_of(
    parser: argparse.ArgumentParser, *, arguments: Sequence[str], open_ended: bool
) -> str:
    """What a parser says of arguments.

    Args:
        open_ended: more follows, so that what is missing is no fault.
    """
    _spell_out(parser)
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            taken = parser.parse_args(list(arguments))
    except SystemExit:
        last = said.getvalue().strip().splitlines()[-1]
        return "" if open_ended and "are required" in last else last
    for value in vars(taken).values():
        if isinstance(value, io.IOBase):
            value.close()
    return ""


def _spell_out(parser: argparse.ArgumentParser) -> None:
    """Let a parser and those behind it take no option that is not spelt out."""
    parser.allow_abbrev = False
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for behind in action.choices.values():
                _spell_out(behind)


def _fault_for_pytest(arguments: Sequence[str], *, config: pytest.Config) -> str:
    """Whether pytest, with the options of this project, has the options that are named."""
    for word in arguments:
        if not word.startswith("-"):
            continue
        try:
            config.getoption(word.partition("=")[0])
        except ValueError:
            return f"pytest has no option {word}"
    return ""


def _fault_of_django(arguments: Sequence[str]) -> str:
    """What the parser of a management command says."""
    from django.core.management import CommandError, load_command_class

    found = load_command_class("django.core", arguments[0])
    made = found.create_parser("./run manage", arguments[0])
    try:
        return _fault_of(made, arguments=arguments[1:], open_ended=True)
    except CommandError as error:
        return str(error)


def _fault_of_bench(arguments: Sequence[str]) -> str:
    """Whether a bench declares the options that are named; it runs as a program of its own."""
    file = root() / "bench" / f"{arguments[0]}.py"
    if not file.exists():
        return f"there is no bench {arguments[0]}"
    declared = {
        node.value
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    unknown = [word for word in arguments if word.startswith("--") and word not in declared]
    return f"the bench has no {', '.join(unknown)}" if unknown else ""
