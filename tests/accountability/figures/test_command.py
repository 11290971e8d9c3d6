"""`./run figures`: the contract for checks, on standard output and nothing else."""

import json
from collections.abc import Callable

import pytest
from tests.accountability.figures.conftest import JANUARY, life, training

from vijfluik.accountability.figures.library import library
from vijfluik.cli.commands.figures import run
from vijfluik.cli.errors import CommandFailed

Past = Callable[..., None]


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> object:
    """What the command prints as JSON."""
    capsys.readouterr()
    assert run(words) == 0
    return json.loads(capsys.readouterr().out)


def test_list_show_and_verify_answer_in_json(
    past: Past, capsys: pytest.CaptureFixture[str]
) -> None:
    records = [training(), training()]
    past(*(life((JANUARY, record)) for record in records))

    figures = answer(capsys, "list", "--format", "json", "--as-of", "2019-03-01")
    assert isinstance(figures, list)
    assert len(figures) == len(library())
    assert all(
        set(figure) == {"id", "value", "text", "source", "as_of", "receipt"} for figure in figures
    )
    (found,) = [figure for figure in figures if figure["id"] == "ror-trainings-2018"]
    assert (found["value"], found["text"], found["source"]) == (2, "2", "records")
    assert found["as_of"] == "2019-03-01T22:59:59.999999+00:00"

    words = ("show", "ror-trainings-2018", "--format", "json", "--as-of", "2019-03-01")
    shown = answer(capsys, *words, "--records")
    assert isinstance(shown, dict)
    assert shown["receipt"] == found["receipt"]
    assert shown["keys"] == sorted(str(record["key"]) for record in records)
    assert "keys" not in dict(answer(capsys, *words))  # type: ignore[call-overload]

    verified = answer(capsys, "verify")
    assert isinstance(verified, dict)
    assert (verified["receipts"], verified["differs"]) == (len(library()), 0)
    assert dict(answer(capsys, "verify", "ror-trainings-2018"))["receipts"] == 1  # type: ignore[call-overload]


def test_the_default_moment_holds_what_was_recorded_before_the_command(
    past: Past, capsys: pytest.CaptureFixture[str]
) -> None:
    past(life((JANUARY, training())))
    assert run(("list",)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["figure", "value", "unit", "status", "records", "receipt"]
    (line,) = [line for line in lines if line.startswith("ror-trainings-2018 ")]
    assert line.split()[1:4] == ["1", "trainingen", "gegeven"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("show", "nothing"), "no figure 'nothing'"),
        (("verify", "nothing"), "no figure 'nothing'"),
        (("list", "--as-of", "gisteren"), "is no moment"),
        (("list", "--as-of", "2999-01-01"), "lies in the future"),
        (("list", "--as", "gijs"), "gijs may not do this"),
        (("verify", "--as", "noor"), "noor may not do this"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    committed: str, words: tuple[str, ...], message: str
) -> None:
    with pytest.raises(CommandFailed, match=message):
        run(words)
