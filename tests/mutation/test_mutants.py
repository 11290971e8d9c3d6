"""Mutants are what they say, and what the core leaves unmeasured is counted."""

import ast
import re
from pathlib import Path
from types import FunctionType

import pytest

from tests.mutation import applying, mutants
from tests.mutation.covering import Covering
from tests.mutation.mutants import PACKAGES, files_of, mutants_of, sample
from tests.mutation.plugin import equivalents
from vijfluik.cli.commands import coverage, mutate
from vijfluik.core.journal import encoding

# Lines that cannot run in a test; each says why behind the word.
UNMEASURED = 0
SOURCE = """
def small(a, b=3):
    '''Says 5.'''
    found: int = a + 1
    if a:
        return
    for each in b:
        if each < 2 and not a:
            continue
        found += each
    try:
        a.word = [x for x in b if x == "SELECT 1"]
    except ValueError:
        raise
    assert a == 1
    return "yes"
"""


def test_every_standard_change_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "access" / "small.py"
    file.parent.mkdir()
    file.write_text(SOURCE)
    monkeypatch.setattr(mutants, "CORE", tmp_path)
    made = mutants_of(file)
    told = [(each.first, each.operator, each.before, each.after) for each in made]
    assert sorted(told) == sorted([
        (4, "arithmetic", "a + 1", "Sub"),
        (4, "constant", "1", "2"),
        (5, "condition", "a", "not a"),
        (6, "statement", "return", "(removed)"),
        (7, "loop", "b", "()"),
        (8, "boolean", "each < 2 and (not a)", "Or"),
        (8, "condition", "each < 2 and (not a)", "not (each < 2 and (not a))"),
        (8, "comparison", "each < 2", "LtE"),
        (8, "comparison", "each < 2", "GtE"),
        (8, "constant", "2", "3"),
        (8, "boolean", "not a", "a"),
        (9, "jump", "continue", "break"),
        (10, "statement", "found += each", "(removed)"),
        (10, "arithmetic", "found += each", "Sub"),
        (12, "statement", "a.word = [x for x in b if x == 'SELECT 1']", "(removed)"),
        (12, "loop", "b", "()"),
        (12, "comparison", "x == 'SELECT 1'", "NotEq"),
        (13, "exception", "ValueError", "()"),
        (14, "statement", "raise", "(removed)"),
        (16, "return", "return 'yes'", "return None"),
    ])  # fmt: skip
    assert len({each.name for each in made}) == len(made)
    whole = {ast.unparse(mutants.mutated(each)) for each in made}
    assert len(whole) == len(made)
    assert ast.unparse(ast.parse(SOURCE)) not in whole
    for each in made:
        compile(mutants.mutated(each), "small", "exec")


def test_a_mutant_is_put_into_functions_that_others_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    file = Path(encoding.__file__)
    held = encoding.microseconds
    code = held.__code__
    (mutant,) = [
        each
        for each in mutants_of(file)
        if each.function == "microseconds" and each.operator == "return"
    ]
    functions = [each for each in vars(encoding).values() if isinstance(each, FunctionType)]
    try:
        assert applying.put_in(mutants.mutated(mutant), file=file, functions=functions) == 1
        assert held(encoding.EPOCH) is None
    finally:
        held.__code__ = code
    assert held(encoding.EPOCH) == 0


def test_own_and_short_tests_come_first_and_those_of_a_file_together() -> None:
    mutant = next(each for file in files_of(["lifecycle"]) for each in mutants_of(file))
    own, other = "tests/core/lifecycle/a.py", "tests/b.py"
    names = frozenset({f"{other}::t", f"{own}::long", f"{own}::short"})
    lines = {str(mutant.path): {mutant.first: names}}
    seconds = {f"{other}::t": 0.1, f"{own}::long": 3.0, f"{own}::short": 1.0}
    covering = Covering(lines=lines, seconds=seconds)
    assert covering.tests_of(mutant) == [f"{own}::short", f"{own}::long", f"{other}::t"]
    assert covering.seconds_of(names) == pytest.approx(4.1)


def test_a_seed_chooses_the_same_mutants() -> None:
    made = [each for file in files_of(["access"]) for each in mutants_of(file)]
    names = [each.name for each in sample(made, number=9, seed="1")]
    assert names == [each.name for each in sample(made, number=9, seed="1")]
    assert names != [each.name for each in sample(made, number=9, seed="2")]
    assert len(sample(made, number=10**6, seed="1")) == len(made) == len({m.name for m in made})


def test_what_nobody_can_notice_is_named_as_it_is_and_says_why() -> None:
    names = {each.name for file in files_of(PACKAGES) for each in mutants_of(file)}
    assert set(equivalents()) <= names
    assert all(len(reason) > 20 for reason in equivalents().values())
    assert tuple(mutate.PACKAGES) == PACKAGES


def test_what_is_not_measured_is_counted_and_says_why() -> None:
    assert set(PACKAGES) <= {Path(each).name for each in coverage.TESTS}
    lines = [
        line
        for file in files_of(PACKAGES)
        for line in file.read_text(encoding="utf-8").splitlines()
        if "pragma: no" in line
    ]
    assert len(lines) == UNMEASURED
    assert all(re.search(r"pragma: no (cover|branch) .{20,}", line) for line in lines)
