"""`./run catalogue status` and the arguments of `./run soak`."""

import json
from pathlib import Path
from typing import Any

import pytest

from vijfluik.accountability.catalogue.code_state import state_now
from vijfluik.accountability.catalogue.evidence import Called, Evidence, Proof, write
from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.cli import kernels
from vijfluik.cli.checkout import root
from vijfluik.cli.commands import catalogue as command
from vijfluik.cli.commands import passengers, soak
from vijfluik.cli.errors import CommandFailed

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for evidence of this test's own."""
    monkeypatch.setenv("VIJFLUIK_EVIDENCE", str(tmp_path))
    return tmp_path


def prove_everything(folder: Path) -> None:
    """Evidence that all that is claimed was called with data of its item."""
    proofs = [
        Proof(
            row=demand.id,
            test="tests/t.py::test_t",
            passed=True,
            called=[
                Called(target=each, items=frozenset({demand.item})) for each in demand.claim.by
            ],
        )
        for demand in catalogue().demands.values()
        if demand.claim is not None
    ]
    made, code = "2026-11-25T10:00:00+00:00", state_now(root=root())
    write(folder, Evidence(code=code, made=made, tests=9, failed=0, proofs=proofs))


def asked(capsys: Captured, *words: str) -> tuple[int, dict[str, Any]]:
    """The exit code and the answer in JSON."""
    code = command.run(["status", "--format", "json", *words])
    found = capsys.readouterr()
    assert found.err == ""
    answer = json.loads(found.out)
    assert isinstance(answer, dict)
    return code, answer


def test_without_evidence_nothing_works_and_the_answer_says_why(
    folder: Path, capsys: Captured
) -> None:
    code, answer = asked(capsys)
    assert code == 0
    assert answer["evidence"] == {"found": "absent", "made": None, "tests": None, "failed": None}
    totals = answer["totals"]
    assert (totals["items"]["works"], totals["items"]["partly"]) == (0, 0)
    assert sum(totals["items"].values()) == 117
    assert sum(totals["rows"].values()) == len(catalogue().demands)


def test_with_evidence_what_is_claimed_works(folder: Path, capsys: Captured) -> None:
    prove_everything(folder)
    rows: dict[str, dict[str, Any]] = {}
    for name, state in (("vk-13", "works"), ("vk-16", "partly")):
        code, answer = asked(capsys, name, "--claimed")
        assert code == 0
        [item] = answer["items"]
        assert item["state"] == state
        rows |= {row["id"]: row for row in item["rows"]}
    assert rows["VK-13.1"]["state"] == "works"
    assert rows["VK-16.1"]["state"] == "partly"
    assert rows["VK-16.1"]["lacks"]
    assert rows["VK-13.1"]["tests"] == ["tests/t.py::test_t"]


def test_a_claim_without_proof_fails_when_asked(folder: Path, capsys: Captured) -> None:
    assert command.run(["status", "--claimed"]) == 1
    assert "VK-13.1: no evidence for this state of the code" in capsys.readouterr().out
    assert command.run(["status"]) == 0


def test_the_text_tells_items_and_the_rows_of_one(folder: Path, capsys: Captured) -> None:
    prove_everything(folder)
    assert command.run(["status"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("evidence of 2026-11-25T10:00:00+00:00: 9 tests, 0 failed")
    assert lines[1].startswith("items  117: ")
    assert command.run(["status", "VK-14"]) == 0
    assert "VK-14.1            works        The content has versions" in capsys.readouterr().out


def test_an_item_that_there_is_not_is_told(folder: Path) -> None:
    with pytest.raises(CommandFailed, match="VK-99"):
        command.run(["status", "VK-99"])


@pytest.mark.parametrize(
    "words", [["--part", "20"], ["--seed", "a"], ["--part", "0", "--seed", "a"], ["--part", "x"]]
)
def test_part_and_seed_of_soak_go_together(words: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        soak.run(words)
    assert stopped.value.code == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "fuzzed"),
    [
        ([], ["fuzz", "--minutes", "60"]),
        (["--minutes", "2.5"], ["fuzz", "--minutes", "2.5"]),
        (["--minutes", "0"], None),
        (["--part", "20", "--seed", "a"], None),
    ],
)
def test_soak_fuzzes_behind_the_rules(
    words: list[str], fuzzed: list[str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[list[str]] = []

    def fuzz(asked: list[str]) -> int:
        called.append(asked)
        return 1

    monkeypatch.setattr(soak, "prepare", lambda: None)
    monkeypatch.setattr(kernels, "compile_all", lambda: None)
    monkeypatch.setattr(pytest, "main", lambda _words: 0)
    monkeypatch.setattr(passengers, "run", fuzz)
    assert soak.run(words) == (1 if fuzzed else 0)
    assert called == ([fuzzed] if fuzzed else [])
