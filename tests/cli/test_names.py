"""`./run names`: files in, JSON out, errors clear, and no Django."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.engines.names.lists import entries

from vijfluik.cli.commands import names

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("names")
    lines = [json.dumps(entry.as_json(), ensure_ascii=False) for entry in entries(invented=5)]
    (folder / "list.jsonl").write_text("\n".join([*lines, "{broken"]), encoding="utf-8")
    words = [
        "index",
        "build",
        "--lists",
        str(folder / "list.jsonl"),
        "--out",
        str(folder / "index"),
    ]
    assert names.run(words) == 0
    return folder


def printed(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    held = capsys.readouterr()
    return held.out, held.err


def test_building_reports_rows_and_keeps_the_certificate(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["index", "build", "--lists", str(built / "list.jsonl"), "--out", str(built / "again")]
    assert names.run(words) == 0
    out, err = printed(capsys)
    summary = json.loads(out)
    assert summary["accepted"] is True
    assert summary["index"]["not_read"] == 1
    assert "list.jsonl, line" in err
    kept = json.loads((built / "again" / "certificate.json").read_text("utf-8"))
    assert kept["candidates"]["lost"] == 0


@pytest.mark.parametrize("more", [[], ["--exhaustive"], ["--workers", "2"]])
def test_screening_answers_a_line_per_query(
    built: Path, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    queries = built / "queries.csv"
    queries.write_text(
        "name,dob\nsultan hasjim ahmed altai,\nabdul rahman al kahtani,1971-03-05\nXyzzy Qwrtp,\n"
    )
    words = ["screen", "--index", str(built / "index"), "--queries", str(queries)]
    assert names.run([*words, "--threshold", "0.5", "--format", "jsonl", *more]) == 0
    out, _ = printed(capsys)
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["query"] for answer in answers][-1] == "Xyzzy Qwrtp"
    first = answers[0]["hits"][0]
    assert set(first) == {"entry", "name", "score", "evidence", "parts", "attributes"}
    assert first["entry"] == "sultan"
    assert answers[1]["hits"][0]["attributes"] == {"dob": "agrees"}


def test_pairs_are_scored_in_their_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text(
        "name1,name2,schema\nOmar Khalid,Khalid Omar,Person\nOmar,Ivan,\nA Ltd,A Limited,Company\n"
    )
    assert names.run(["score", "--pairs", str(pairs)]) == 0
    out, _ = printed(capsys)
    scores = [json.loads(line)["score"] for line in out.splitlines()]
    assert scores[0] == 1.0
    assert scores[1] == 0.0
    assert scores[2] > 0.9


@pytest.mark.parametrize(("language", "word"), [("nl", "klinkt als"), ("en", "sounds like")])
def test_explaining_says_each_part_in_words(
    capsys: pytest.CaptureFixture[str], language: str, word: str
) -> None:
    words = ["explain", "Joesoef Hoessein", "Yusuf Husayn Djamalov", "--language", language]
    assert names.run(words) == 0
    said = json.loads(printed(capsys)[0])
    assert word in " ".join(said["explanation"])
    assert {part["reason"] for part in said["parts"]} == {"transliteration", "missing"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["screen", "--index", "{0}/nowhere", "--queries", "{0}/q.csv", "--threshold", "0.7"],
         "no index of names"),
        (["screen", "--index", "{0}/index", "--queries", "{0}/no.csv", "--threshold", "0.7"],
         "cannot be opened"),
        (["screen", "--index", "{0}/index", "--queries", "{0}/q.csv", "--threshold", "7"],
         "threshold"),
        (["screen", "--index", "{0}/index", "--queries", "{0}/q.csv", "--threshold", "0.7",
          "--workers", "0"], "at least one"),
        (["screen", "--index", "{0}/index", "--queries", "{0}/list.jsonl", "--threshold", "0.7"],
         "'name'"),
        (["score", "--pairs", "{0}/q.csv"], "'name1'"),
        (["certify", "--index", "{0}"], "no index of names"),
        (["index", "build", "--lists", "{0}/none.xml", "--out", "{0}/x"], "none.xml"),
        (["index", "build", "--lists", "{0}/list.jsonl", "--out", "{0}/x", "--force", "so"],
         "reason"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_with_code_2(
    built: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    (built / "q.csv").write_text("name\nOmar\n")
    assert names.run([word.format(built) for word in words]) == 2
    out, err = printed(capsys)
    assert out == ""
    assert said in err


def test_a_build_that_fails_leaves_the_index_as_it_was(built: Path) -> None:
    before = (built / "index" / "arrays.npz").read_bytes()
    (built / "bad.xml").write_text("<CONSOLIDATED_LIST><INDIVIDUAL>")
    words = ["index", "build", "--lists", str(built / "bad.xml"), "--out", str(built / "index")]
    assert names.run(words) == 2
    assert (built / "index" / "arrays.npz").read_bytes() == before


def test_certifying_prints_the_certificate_alone(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert names.run(["certify", "--index", str(built / "index")]) == 0
    assert json.loads(printed(capsys)[0])["candidates"]["lost"] == 0


def test_no_command_of_names_loads_django(built: Path) -> None:
    program = (
        "import sys; from vijfluik.cli.main import main\n"
        "code = main(sys.argv[1:])\n"
        "assert not any(name.split('.')[0] in {'django', 'psycopg'} for name in sys.modules)\n"
        "sys.exit(code)"
    )
    (built / "q.csv").write_text("name\nOmar\n")
    words = ["names", "screen", "--index", str(built / "index"), "--queries", str(built / "q.csv")]
    child = subprocess.run(
        [sys.executable, "-c", program, *words, "--threshold", "0.7"],
        capture_output=True, text=True, check=False, cwd=ROOT, env=dict(os.environ),
    )  # fmt: skip
    assert child.returncode == 0, child.stderr
    assert json.loads(child.stdout)["query"] == "Omar"
