"""The check that in code of access one condition stands on a line."""

import pytest

from vijfluik.cli.checkout import root
from vijfluik.cli.checks.conditions import access_code, condition_faults, conditions


def test_code_of_access_has_one_condition_on_a_line() -> None:
    assert conditions(root()) == []


def test_it_looks_at_the_core_and_at_every_room() -> None:
    looked = {
        file.relative_to(root() / "src" / "vijfluik").as_posix() for file in access_code(root())
    }
    assert {"core/access/gate.py", "core/access/decisions.py", "core/registers/access.py"} <= looked
    assert {"programme/attachments/access.py", "accountability/releases/access.py"} <= looked
    assert not any(name.startswith("cli/") for name in looked)


@pytest.mark.parametrize(
    "line",
    [
        "if one and two: pass",
        "if one == 1 or two == 2: pass",
        "if not (one or two): pass",
        "while one or two: pass",
        "found = [each for each in all if each or one]",
        "answer = not one and not two",
        "answer = one or two == 3",
        "answer = one if two else three",
        "call(subjects=() if one is None else [one])",
        "if (one\n        and two and three): pass",
    ],
)
def test_two_conditions_on_a_line_are_found(line: str) -> None:
    assert [fault.partition(":")[0] for fault in condition_faults(f"one = 1\n{line}\n")] == ["2"]


@pytest.mark.parametrize(
    "line",
    [
        "if one: pass",
        "if one == 1:\n    if two: pass",
        "if (one == 1\n        and two): pass",
        "call(object_type=one or two)",
        "name = ' '.join(names) or other",
        "found = [each for each in all if each == one]",
    ],
)
def test_one_condition_on_a_line_and_a_value_for_when_another_is_empty_are_well(line: str) -> None:
    assert list(condition_faults(f"one = 1\n{line}\n")) == []
