"""What the documents tell a person to type exists and takes those arguments."""

import re
import shlex
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from vijfluik.cli.checkout import root
from vijfluik.cli.main import COMMANDS

FENCED = re.compile(r"^```(?:sh|shell|console|bash)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(\./run [^`]+)`")
# A word in capitals stands for one that the reader chooses.
PLACEHOLDER = re.compile(r"\b[A-Z]{2,}\b")


def documents() -> list[Path]:
    """Every document of the project."""
    return sorted([*root().glob("*.md"), *(root() / "docs").rglob("*.md")])


def told() -> list[tuple[str, str]]:
    """Every `./run …` in the documents, with the document's name."""
    found = []
    for document in documents():
        content = document.read_text(encoding="utf-8")
        lines = [line for block in FENCED.findall(content) for line in block.splitlines()]
        lines += [match for match in INLINE.findall(content) if "…" not in match]
        for line in lines:
            command = line.strip().removeprefix("$ ").partition("  #")[0].strip()
            if command.startswith("./run"):
                found.append((document.name, command))
    return sorted(set(found))


def without_code(document: Path) -> str:
    """The text of a document without what it quotes."""
    return re.sub(r"`[^`\n]+`", "", document.read_text(encoding="utf-8"))


def test_the_readme_tells_the_two_commands() -> None:
    commands = {command for name, command in told() if name == "README.md"}
    assert {"./run demo", "./run test"} <= commands


@pytest.mark.parametrize(("document", "command"), told())
def test_a_command_in_a_document_exists_and_takes_its_arguments(
    document: str, command: str
) -> None:
    words = shlex.split(command, comments=True)[1:]
    if words[:1] == ["--help"]:
        return
    assert words[0] in COMMANDS, f"{document}: {command}"
    module = import_module(f"vijfluik.cli.commands.{words[0]}")
    # Commands that hand everything on to another program have no parser of their own.
    if hasattr(module, "parser") and not PLACEHOLDER.search(command):
        module.parser().parse_args(words[1:])


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{document.name}: {target}"
        for document in documents()
        for target in re.findall(r"\]\(([^)#\s]+)", without_code(document))
        if "://" not in target and not (document.parent / target).exists()
    ]
    assert broken == []


def test_every_direct_dependency_has_its_line_of_why() -> None:
    project = tomllib.loads((root() / "pyproject.toml").read_text("utf-8"))["project"]
    declared = [*project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        declared += extra
    names = {re.split(r"[\[><=]", requirement)[0] for requirement in declared}
    page = (root() / "docs" / "dependencies.md").read_text("utf-8")
    described = dict(re.findall(r"^\| ([a-z0-9-]+) \| (.+) \|$", page, re.MULTILINE))
    assert set(described) == names
    assert all(len(why) > 20 for why in described.values())
