"""What the documents tell a person to type exists and takes those arguments."""

import re
import tomllib
from pathlib import Path

import pytest

from tests import told as tables
from tests.documents import (
    TO_DJANGO,
    TO_PYTEST,
    as_told,
    bare,
    documents,
    fault_of,
    is_whole,
    module_of,
    told,
    told_in,
)
from vijfluik.cli.checkout import root
from vijfluik.cli.main import COMMANDS


def without_code(document: Path) -> str:
    """The text of a document without what it quotes."""
    return re.sub(r"`[^`\n]+`", "", document.read_text(encoding="utf-8"))


def test_the_readme_tells_the_two_commands() -> None:
    commands = {command for name, command in told() if name == "README.md"}
    assert {"./run demo", "./run test"} <= commands


@pytest.mark.parametrize(("document", "command"), told())
def test_a_command_in_a_document_exists_and_takes_its_arguments(
    document: str,
    command: str,
    pytestconfig: pytest.Config,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert fault_of(command, config=pytestconfig) == "", f"{document}: {command}"


@pytest.mark.parametrize(
    "command",
    [
        "./run figure list",
        "./run figures list --formt json",
        # An abbreviation that works today may be another option tomorrow.
        "./run figures list --form json",
        "./run figures verify --bundel evidence.zip",
        "./run figures show",
        "./run journal verify --proceses 2",
        "./run clock --onse",
        "./run records ad trainings …",
        "./run test --dril only",
        "./run bench pages --hihgest",
        "./run manage migrate --databse owner",
    ],
)
def test_a_misspelt_command_is_found(
    command: str, pytestconfig: pytest.Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert fault_of(command, config=pytestconfig)


def test_every_command_is_run_by_a_test_or_says_why_it_cannot_be() -> None:
    every = {bare(command) for _, command in told()}
    # What is only named, with more to follow, is the beginning of one that is told whole.
    whole = {each for each in every if is_whole(each)}
    named = {
        each
        for each in every - whole
        if not any(other.startswith(each) for other in whole) and not tables.where(each)
    }
    assert named == set()
    assert {each for each in whole if not tables.where(each)} == set()


def test_what_is_said_of_where_a_command_is_run_is_true() -> None:
    of_tables = [
        *tables.ON_THE_DEMONSTRATION, *tables.BY_A_TEST, *tables.BY_CI, *tables.NOT_RUN,
    ]  # fmt: skip
    assert len(of_tables) == len(set(of_tables))
    decided = {tables.where(command) for _, command in told()}
    assert set(of_tables) - decided == set()
    assert {each: fault for each in of_tables if (fault := tables.not_run_there(each))} == {}
    assert len(tables.NOT_RUN) == 5
    assert all(len(reason) > 30 for reason in tables.NOT_RUN.values())


def test_a_command_that_nothing_runs_is_found() -> None:
    assert tables.where("./run municipalities een") == ""
    # A longer beginning decides, and a word is a whole word.
    assert tables.where("./run demo --scale 100000") == "demo --scale"
    assert tables.where("./run reporting") == ""


def test_the_words_of_a_command_are_those_of_the_document() -> None:
    assert as_told("demo") == ["demo"]
    assert as_told("backup make", {"/backups": "/mine"}) == ["backup", "make", "--to", "/mine"]
    with pytest.raises(AssertionError, match="/elsewhere"):
        as_told("backup make", {"/elsewhere": "/mine"})
    with pytest.raises(StopIteration):
        as_told("backup burn")


def test_a_command_is_found_wherever_it_stands() -> None:
    content = """
Some `./run figures list` and, over two lines, `./run figures
verify --bundle FILE`; `VIJFLUIK_SAMPLES=… ./run bench names`.

    ./run mutate --again …     explained

```
./run demo  # opens it
psql < <(./run roles sql --to /etc/x)
./run check --deploy && systemctl restart x
```
"""
    assert set(told_in(content)) == {
        "./run figures list …",
        "./run figures verify --bundle FILE …",
        "./run bench names …",
        "./run mutate --again …",
        "./run demo",
        "./run roles sql --to /etc/x",
        "./run check --deploy",
    }


def test_every_command_but_those_that_hand_on_has_a_parser() -> None:
    without = {name for name in COMMANDS if not hasattr(module_of(name), "parser")}
    assert without == {*TO_PYTEST, *TO_DJANGO}


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
