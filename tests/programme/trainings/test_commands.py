"""`./run records`: JSON on standard output and nothing else, a clear exit code."""

import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from tests.programme.trainings.files import csv_of
from tests.programme.trainings.world import People

from vijfluik.cli.commands import records
from vijfluik.cli.errors import CommandFailed
from vijfluik.core.partners.acting import acting
from vijfluik.programme.trainings.models import Training

Captured = pytest.CaptureFixture[str]


def run(captured: Captured, *words: str, account: str = "beleid") -> tuple[int, Any, str]:
    """The exit code, the answer and what stood on standard error."""
    code = records.run([*words, "--as", account])
    written = captured.readouterr()
    return code, json.loads(written.out), written.err


def a_file(folder: Path, content: bytes) -> str:
    file = folder / "rijen.csv"
    file.write_bytes(content)
    return str(file)


def test_good_rows_are_added_and_bad_ones_named(
    people: People, tmp_path: Path, capsys: Captured
) -> None:
    file = a_file(tmp_path, csv_of({}, {"kenmerk": "A-2", "deelnemers": "veel"}))
    code, answer, said = run(capsys, "add", "trainings", "--file", file)
    assert (code, answer["added"], answer["known"], len(answer["keys"])) == (1, 1, 0, 1)
    (fault,) = answer["held_back"]
    assert (fault["line"], fault["column"], fault["value"]) == (3, "G", "veel")
    assert "line 3, column G" in said
    assert "Acting as beleid" in said


def test_the_same_file_twice_adds_nothing(people: People, tmp_path: Path, capsys: Captured) -> None:
    file = a_file(tmp_path, csv_of({}))
    assert run(capsys, "add", "trainings", "--file", file)[:1] == (0,)
    code, answer, _said = run(capsys, "add", "trainings", "--file", file)
    assert (code, answer["added"], answer["known"], answer["read_before"]) == (0, 0, 1, True)


def test_what_differs_is_shown_and_taken_over_when_asked(
    people: People, tmp_path: Path, capsys: Captured
) -> None:
    run(capsys, "add", "trainings", "--file", a_file(tmp_path, csv_of({})))
    file = a_file(tmp_path, csv_of({"deelnemers": "13"}))
    code, answer, _said = run(capsys, "add", "trainings", "--file", file)
    assert (code, answer["corrected"], answer["different"][0]["line"]) == (0, 0, 2)
    words = ("add", "trainings", "--file", file, "--correct")
    assert run(capsys, *words)[1]["error"]["code"] == "invalid"
    assert run(capsys, *words, "--reason", "Nageteld")[1]["corrected"] == 1


def test_a_record_is_withdrawn_by_its_key(people: People, tmp_path: Path, capsys: Captured) -> None:
    file = a_file(tmp_path, csv_of({}))
    (key,) = run(capsys, "add", "trainings", "--file", file)[1]["keys"]
    words = ("remove", "trainings", key, "--reason", "Dubbel")
    code, answer, _said = run(capsys, *words)
    assert (code, answer) == (0, {"key": key, "reference": "A-1", "state": "withdrawn"})
    with acting(people.officer):
        assert Training.objects.get(key=key).state == "withdrawn"
    assert run(capsys, *words)[1]["error"]["code"] == "state"
    assert run(capsys, "list", "trainings")[1] == []


def test_the_list_is_of_what_the_account_may_see(
    people: People, tmp_path: Path, capsys: Captured
) -> None:
    run(capsys, "add", "trainings", "--file", a_file(tmp_path, csv_of({})))
    (row,) = run(capsys, "list", "trainings", "--year", "2018")[1]
    assert (row["reference"], row["held_on"], row["state"]) == ("A-1", "2018-03-15", "held")
    assert run(capsys, "list", "trainings", account="ssv-bas")[1] == []


def test_a_file_that_cannot_be_read_is_refused(
    people: People, tmp_path: Path, capsys: Captured
) -> None:
    code, answer, said = run(capsys, "add", "trainings", "--file", a_file(tmp_path, b""))
    assert (code, answer["error"]["code"]) == (1, "empty")
    assert answer["error"]["message"] in said


@pytest.mark.parametrize(
    ("words", "account", "message"),
    [
        (("add", "trainings", "--file", "/er/is/niets.csv"), "beleid", "cannot be read"),
        (("list", "trainings"), "niemand", "There is no account"),
        (("list", "trainings"), "fg", "may not do this"),
        (
            ("remove", "trainings", str(uuid.uuid4()), "--reason", "x"),
            "beleid",
            "There is no such record",
        ),
    ],
)
def test_what_cannot_be_done_is_one_clear_message(
    people: People, words: tuple[str, ...], account: str, message: str
) -> None:
    with pytest.raises(CommandFailed, match=message):
        records.run([*words, "--as", account])


def test_a_key_that_is_none_is_refused(people: People, capsys: Captured) -> None:
    code, answer, _said = run(capsys, "remove", "trainings", "12", "--reason", "x")
    assert (code, answer["error"]["code"]) == (1, "key")
