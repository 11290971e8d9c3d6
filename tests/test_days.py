"""No test remembers the day on which it was imported: a run may pass midnight in Amsterdam."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
CLOCKS = {"today", "now", "localdate", "localtime", "utcnow"}


def asked_at_import(text: str) -> list[int]:
    """The lines on which a module asks for the time while it is imported."""
    return sorted(set(_asked(ast.parse(text))))


def _asked(node: ast.AST) -> Iterator[int]:
    if isinstance(node, ast.Lambda):
        return
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        # The body runs later; its decorators and default values when the module is imported.
        for part in (*node.decorator_list, *node.args.defaults, *node.args.kw_defaults):
            if part is not None:
                yield from _asked(part)
        return
    if isinstance(node, ast.Call) and _name(node.func) in CLOCKS:
        yield node.lineno
    for child in ast.iter_child_nodes(node):
        yield from _asked(child)


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def test_no_module_of_the_tests_asks_for_the_day_while_it_is_imported() -> None:
    found = {
        str(file.relative_to(TESTS)): lines
        for file in TESTS.rglob("*.py")
        if (lines := asked_at_import(file.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "TOMORROW = today() + day",
        "NOW = dt.datetime.now(dt.UTC)",
        "def made(on=today()): pass",
        "@pytest.mark.parametrize('on', [today()])\ndef test(on): pass",
        "class Record:\n    on = dt.date.today()",
    ],
)
def test_a_day_that_is_remembered_is_found(text: str) -> None:
    assert asked_at_import(text) != []


def test_a_day_that_is_asked_for_in_time_is_not() -> None:
    assert asked_at_import("def tomorrow():\n    return today() + day\nlater = lambda: now()") == []
