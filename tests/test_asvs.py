"""The security standard, number by number: each is answered, and what answers it is there."""

import re
import tomllib
from collections import Counter
from typing import Any

import pytest
from django.forms import CharField

from tests.test_safeguards import ROOT, exists

FILE = ROOT / "docs" / "asvs.toml"
THREAT = re.compile(r"^\| ([STRIDE]) \|(.*)\|$", re.MULTILINE)
NAMED_TEST = re.compile(r"`(tests/[^`]+)`")
ANSWERS = ("by", "not_applicable", "not_met")
# Requirements per level in version 5.0.0.
PUBLISHED = {"1": 70, "2": 183, "3": 92}
# Of level 3, those that our figures of proof name.
NAMED = {
    "2.3.5",
    "8.3.2",
    "1.2.10",
    "5.3.3",
    "6.3.6",
    "7.5.3",
    "14.2.7",
    "14.2.8",
    "15.2.4",
    "15.4.2",
}
# What is not met; whoever meets one of them, or finds another, changes it here too.
NOT_MET = {"13.2.1", "13.3.1", "14.2.8"}


def content() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def asked(content: dict[str, Any]) -> set[str]:
    """The numbers of levels 1 and 2, and the named ones of level 3."""
    return NAMED | {
        f"{section}.{number}"
        for section, levels in content["levels"].items()
        for number, level in enumerate(levels, start=1)
        if level in "12"
    }


def faults(content: dict[str, Any]) -> list[str]:
    """What is wrong with the answers, each with its number."""
    proofs, answers = content["proof"], content["requirement"]
    said = [f"{number}: no answer" for number in sorted(asked(content) - set(answers))]
    known = {
        f"{section}.{number}"
        for section, levels in content["levels"].items()
        for number in range(1, len(levels) + 1)
    }
    said += [f"{number}: no such requirement" for number in sorted(set(answers) - known)]
    for number, answer in answers.items():
        given = [name for name in ANSWERS if answer.get(name)]
        if len(given) != 1 or not answer.get("what"):
            said.append(f"{number}: needs what is asked and one answer")
        said += [
            f"{number}: no proof {name!r}" for name in answer.get("by", []) if name not in proofs
        ]
    for name, place in proofs.items():
        there = exists(place) if place.startswith("tests/") else (ROOT / place).exists()
        if not there:
            said.append(f"{name}: {place} is not there")
    return said


def test_every_requirement_is_answered_by_what_is_there() -> None:
    told = content()
    levels = Counter("".join(told["levels"].values()))
    assert levels == PUBLISHED
    assert faults(told) == []
    # Each proof is used, so that the list cannot grow beside the answers.
    used = {name for answer in told["requirement"].values() for name in answer.get("by", [])}
    assert used == set(told["proof"])


def test_what_is_not_met_is_listed_and_counted() -> None:
    answers = content()["requirement"]
    assert {number for number, answer in answers.items() if "not_met" in answer} == NOT_MET
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    met = sum("by" in answer for answer in answers.values())
    assert f"{met} are met, {len(NOT_MET)} are not" in page


@pytest.mark.parametrize(
    ("break_it", "expected"),
    [
        (lambda told: told["requirement"].pop("8.2.2"), "8.2.2: no answer"),
        (lambda told: told["requirement"].update({"8.2.9": {"what": "x", "by": ["csv"]}}),
         "8.2.9: no such requirement"),
        (lambda told: told["requirement"]["8.2.2"].update(by=["nothing"]),
         "8.2.2: no proof 'nothing'"),
        (lambda told: told["requirement"]["8.2.2"].update(not_met="x"),
         "8.2.2: needs what is asked and one answer"),
        (lambda told: told["proof"].update(csv="tests/test_limits.py::test_that_was_removed"),
         "csv: tests/test_limits.py::test_that_was_removed is not there"),
    ],
)  # fmt: skip
def test_an_answer_that_is_gone_or_wrong_is_missed(break_it: Any, expected: str) -> None:
    told = content()
    break_it(told)
    assert expected in faults(told)


def test_what_is_typed_as_a_password_is_hidden_and_may_be_pasted() -> None:
    from vijfluik.site.accounts.begin import NewPassword
    from vijfluik.site.accounts.proving import SignInForm

    fields = [
        field
        for form in (NewPassword, SignInForm)
        for name, field in form.base_fields.items()
        if name in ("password", "again")
    ]
    assert len(fields) == 3
    for field in fields:
        assert isinstance(field, CharField)
        assert field.widget.input_type == "password"
        assert not field.strip
        # A manager of passwords knows what it is, and nothing stops pasting.
        assert field.widget.attrs["autocomplete"].endswith("-password")
        assert not [name for name in field.widget.attrs if name.startswith("on")]


def test_every_threat_names_a_test_that_attacks_it() -> None:
    page = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")
    rows = THREAT.findall(page)
    assert len(rows) > 25
    assert {kind for kind, _row in rows} == set("STRIDE")
    for _kind, row in rows:
        references = NAMED_TEST.findall(row)
        assert references, row
        assert [each for each in references if not exists(each)] == [], row
