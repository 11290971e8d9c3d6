"""The command for passenger messages: what it prints, and how it refuses files it cannot use."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.engines.edifact import samples

from vijfluik.cli.commands import passengers
from vijfluik.engines.edifact.generating import pnrgov_of
from vijfluik.engines.edifact.writing import write_xml


@pytest.fixture
def push(tmp_path: Path) -> Path:
    """A file with an invented push."""
    file = tmp_path / "push.edi"
    file.write_bytes(samples.pnrgov())
    return file


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """What the command prints for these arguments, line by line."""
    assert passengers.run(arguments) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_per_traveller(push: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = lines(capsys, "parse", str(push), "--format", "jsonl")
    flight = samples.flight()
    people = [person for booking in flight.bookings for person in booking.people]
    assert [line["surname"] for line in made] == [person.surname for person in people]
    assert set(made[0]) == {
        *("message", "flight", "booking", "surname", "given", "kind", "documents", "legs"),
    }
    assert made[0]["booking"] == flight.bookings[0].locator
    assert made[0]["flight"] == f"{flight.carrier}{flight.number}"
    assert made[0]["kind"] == "adult"
    assert made[0]["documents"][0]["number"] == people[0].passport
    assert made[0]["legs"][0]["from"] == flight.origin
    assert made[0]["message"] == f"{push}#1"


def test_the_account_of_a_message(push: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (made,) = lines(capsys, "parse", str(push), "--format", "counts")
    assert made == {
        "message": f"{push}#1",
        "in": 18,
        "out": 18,
        "filtered": 0,
        "duplicates": 0,
        "lost": 0,
    }
    (legs,) = lines(capsys, "parse", str(push), "--format", "counts", "--of", "leg")
    assert legs["in"] == legs["out"] > 0


def test_findings_with_their_place(push: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = push.read_bytes().replace(b"UNT+", b"UNT+9")
    push.write_bytes(data)
    (made,) = lines(capsys, "parse", str(push), "--format", "findings")
    assert made == {
        "message": f"{push}#1",
        "position": data.index(b"UNT+"),
        "kind": "segment-count",
        "severity": "warning",
    }


def test_what_was_left_out_by_kind(push: Path, capsys: pytest.CaptureFixture[str]) -> None:
    push.write_bytes(push.read_bytes().replace(b"'REF+", b"'SSR+AVML:HK:1:KL'REF+", 1))
    (made,) = lines(capsys, "parse", str(push), "--format", "filtered")
    assert made["meal"] == 1
    assert made["medical"] == 0


def test_without_compiled_code_the_same(push: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, "parse", str(push)) == lines(capsys, "parse", str(push), "--plain")


def test_joined_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "twice.edi"
    file.write_bytes(samples.pnrgov() * 2)
    assert len(lines(capsys, "parse", str(file))) == 36
    assert len(lines(capsys, "parse", str(file), "--joined")) == 18
    (account,) = lines(capsys, "parse", str(file), "--joined", "--format", "counts")
    assert (account["in"], account["out"], account["duplicates"], account["lost"]) == (
        36,
        18,
        18,
        0,
    )


def test_xml_is_read_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "push.xml"
    file.write_bytes(write_xml(pnrgov_of(samples.flight())[0]))
    assert len(lines(capsys, "parse", str(file))) == 18


def test_arrow_files(push: Path, tmp_path: Path) -> None:
    import pyarrow as pa

    target = tmp_path / "out"
    arguments = ["parse", str(push), str(push), "--format", "arrow", "--out", str(target)]
    assert passengers.run(arguments) == 0
    table = pa.ipc.open_file(str(target / "traveller.arrow")).read_all()
    assert table.num_rows == 36
    assert set(table["message"].to_pylist()) == {0, 1}
    assert (target / "finding.arrow").exists()


def bad_files(folder: Path) -> dict[str, tuple[Path, str]]:
    """Files that cannot be used, and a word of the remedy."""
    (folder / "empty.edi").touch()
    (folder / "a.edi.gz").write_bytes(gzip.compress(samples.pnrgov()))
    (folder / "a.zip").write_bytes(b"PK\x03\x04....")
    os.mkfifo(folder / "pipe")
    return {
        "pipe": (folder / "pipe", "only once"),
        "missing": (folder / "missing.edi", "no file"),
        "folder": (folder, "folder"),
        "empty": (folder / "empty.edi", "empty"),
        "gzip": (folder / "a.edi.gz", "gunzip"),
        "zip": (folder / "a.zip", "unzip"),
    }


@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "gzip", "zip", "pipe"])
@pytest.mark.parametrize("form", ["jsonl", "findings", "counts"])
def test_a_file_that_cannot_be_used_is_refused(
    kind: str, form: str, tmp_path: Path, push: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, word = bad_files(tmp_path)[kind]
    assert passengers.run(["parse", str(push), str(file), "--format", form]) == 2
    captured = capsys.readouterr()
    assert word in captured.err
    assert str(file) in captured.err
    assert captured.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"],
        ["parse", "x", "--format", "arrow"],
        ["parse", "x", "--format", "counts", "--out", "x"],
        ["generate", "--out", "x"],
        ["generate", "--pnrgov", "99.1", "--out", "x"],
        ["generate", "--paxlst", "24", "--out", "x"],
        ["nothing"],
    ],
)
def test_arguments_that_do_not_fit_are_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        passengers.run(arguments)
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("option", "value", "ending"),
    [
        ("--pnrgov", "18.1", "pnrgov.edi"),
        ("--paxlst", "15B", "paxlst.edi"),
        ("--cusres", "05B", "cusres.edi"),
        ("--xml", "13.1", "pnrgov.xml"),
    ],
)
def test_messages_are_generated_the_same_for_a_seed(
    option: str, value: str, ending: str, tmp_path: Path
) -> None:
    made = []
    for name, seed in (("a", "4"), ("b", "4"), ("c", "5")):
        target = tmp_path / name
        arguments = ["generate", option, value, "--flights", "2", "--seed", seed]
        assert passengers.run([*arguments, "--out", str(target)]) == 0
        made.append({file.name: file.read_bytes() for file in target.iterdir()})
    assert made[0] == made[1]
    assert made[0] != made[2]
    assert len(made[0]) == 2
    assert all(name.endswith(ending) for name in made[0])


def test_generated_faults_are_read_without_refusal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["generate", "--pnrgov", "13.1", "--flights", "15", "--broken", "--out"]
    assert passengers.run([*arguments, str(tmp_path)]) == 0
    files = [str(file) for file in sorted(tmp_path.iterdir())]
    assert all(line["lost"] == 0 for line in lines(capsys, "parse", *files, "--format", "counts"))


def test_a_message_without_a_message_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear all")
    assert passengers.run(["parse", str(file)]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "no passenger message" in captured.err


def test_the_engine_and_its_command_need_no_django(push: Path) -> None:
    program = (
        "import sys; from vijfluik.engines.edifact import read_pnrgov;"
        "from vijfluik.cli import main;"
        f"n = sum(len(c.travellers) for c in read_pnrgov(open({str(push)!r}, 'rb')));"
        f"main.main(['passengers', 'parse', {str(push)!r}, '--format', 'counts']);"
        "assert n == 18;"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in ('django', 'psycopg')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
