"""States come from evidence alone: what was called, with whose data, and whether it was noticed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from vijfluik.accountability.catalogue.code_state import CodeState, hash_of
from vijfluik.accountability.catalogue.evidence import (
    Called,
    Evidence,
    Proof,
    RulesOut,
    read_evidence,
    read_rules_out,
    write,
)
from vijfluik.accountability.catalogue.library import Demand, catalogue
from vijfluik.accountability.catalogue.standing import Found, standing
from vijfluik.accountability.catalogue.states import State, Why, row_state, whole
from vijfluik.core.items.words import Words

ROW = "VK-13/P-TRAIN.2"
CODE = CodeState(source="a", tests="b")


def demand(row: str = ROW) -> Demand:
    return catalogue().demands[row]


def called(*targets: str, item: str = "VK-13") -> list[Called]:
    return [Called(target=target, items=frozenset({item})) for target in targets]


def proof(*, targets: int | None = None, item: str = "VK-13", passed: bool = True) -> Proof:
    claim = demand().claim
    assert claim is not None
    met = called(*claim.by[:targets], item=item)
    return Proof(row=ROW, test="tests/t.py::test_t", passed=passed, called=met)


@pytest.mark.parametrize(
    ("proofs", "noticed", "state", "why"),
    [
        (None, None, State.UNCHECKED, Why.NO_EVIDENCE),
        ([], None, State.NOT_YET, Why.NO_TEST),
        ([proof()], None, State.WORKS, None),
        ([proof()], True, State.WORKS, None),
        ([proof()], False, State.NOT_YET, Why.UNNOTICED),
        ([proof(passed=False)], None, State.NOT_YET, Why.FAILED),
        ([proof(), proof(passed=False)], True, State.NOT_YET, Why.FAILED),
        ([proof(item="VK-09")], None, State.NOT_YET, Why.NOT_CALLED),
        ([proof(targets=0)], None, State.NOT_YET, Why.NOT_CALLED),
        ([proof(targets=2)], None, State.PARTLY, Why.NOT_CALLED),
    ],
)
def test_a_row_is_as_far_as_its_evidence(
    proofs: list[Proof] | None, noticed: bool | None, state: State, why: Why | None
) -> None:
    found = row_state(demand(), proofs=proofs, noticed=noticed)
    assert (found.state, found.why) == (state, why)


def test_what_a_claim_says_is_lacking_keeps_a_row_from_working() -> None:
    claim = demand().claim
    assert claim is not None
    lacking = replace(demand(), claim=replace(claim, lacks=Words(nl="Iets", en="Something")))
    found = row_state(lacking, proofs=[proof()], noticed=True)
    assert (found.state, found.why) == (State.PARTLY, Why.LACKING)


def test_a_row_that_nobody_claims_is_not_yet_whatever_is_said_of_it() -> None:
    bare = replace(demand(), claim=None)
    assert row_state(bare, proofs=[proof()], noticed=True).state is State.NOT_YET
    assert row_state(bare, proofs=None, noticed=None).state is State.NOT_YET


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ([], State.NOT_YET),
        ([State.WORKS, State.WORKS], State.WORKS),
        ([State.WORKS, State.NOT_YET], State.PARTLY),
        ([State.PARTLY], State.PARTLY),
        ([State.NOT_YET, State.NOT_YET], State.NOT_YET),
        ([State.UNCHECKED, State.NOT_YET], State.UNCHECKED),
    ],
)
def test_an_item_is_as_far_as_its_rows(parts: list[State], state: State) -> None:
    assert whole(parts) is state


def evidence(code: CodeState = CODE) -> Evidence:
    made = "2026-11-25T10:00:00+00:00"
    return Evidence(code=code, made=made, tests=3, failed=1, proofs=[proof(), proof(passed=False)])


def test_evidence_is_read_as_it_was_written(tmp_path: Path) -> None:
    rules = RulesOut(code=CODE, made="2026-11-25T10:00:00+00:00", noticed={ROW: False})
    write(tmp_path, evidence())
    write(tmp_path, rules)
    assert read_evidence(tmp_path) == evidence()
    assert read_rules_out(tmp_path) == rules
    assert sorted(file.name for file in tmp_path.iterdir()) == ["evidence.json", "rules-out.json"]


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"format": 2}', '{"format": 1}', '{"format": 1, "code": []}', "\0"]
)
def test_evidence_that_cannot_be_read_is_none(tmp_path: Path, content: str) -> None:
    for name in ("evidence.json", "rules-out.json"):
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert read_evidence(tmp_path) is None
    assert read_rules_out(tmp_path) is None


def test_a_passed_that_is_no_truth_is_no_pass(tmp_path: Path) -> None:
    write(tmp_path, evidence())
    content = json.loads((tmp_path / "evidence.json").read_text())
    content["proofs"][0]["passed"] = "yes"
    (tmp_path / "evidence.json").write_text(json.dumps(content))
    found = read_evidence(tmp_path)
    assert found is not None
    assert not found.proofs[0].passed


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (CODE, Found.CURRENT),
        (CodeState(source="a", tests=""), Found.CURRENT),
        (CodeState(source="a", tests="c"), Found.OTHER_CODE),
        (CodeState(source="x", tests="b"), Found.OTHER_CODE),
    ],
)
def test_evidence_speaks_of_its_own_code_only(tmp_path: Path, now: CodeState, found: Found) -> None:
    assert standing(catalogue(), folder=tmp_path, code=now).found is Found.ABSENT
    write(tmp_path, replace(evidence(), proofs=[proof()]))
    seen = standing(catalogue(), folder=tmp_path, code=now)
    assert seen.found is found
    [row] = [row for row in seen.items["VK-13"].rows if row.demand.id == ROW]
    assert row.state is (State.WORKS if found is Found.CURRENT else State.UNCHECKED)


def test_the_state_of_code_changes_with_each_file_and_name(tmp_path: Path) -> None:
    assert hash_of(tmp_path / "absent") == ""
    (tmp_path / "a.py").write_text("x = 1\n")
    first = hash_of(tmp_path)
    assert hash_of(tmp_path) == first
    (tmp_path / "a.py").write_text("x = 2\n")
    second = hash_of(tmp_path)
    (tmp_path / "a.py").rename(tmp_path / "b.py")
    third = hash_of(tmp_path)
    (tmp_path / "b.mo").write_bytes(b"made")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "b.pyc").write_bytes(b"made")
    assert len({first, second, third}) == 3
    assert hash_of(tmp_path) == third
