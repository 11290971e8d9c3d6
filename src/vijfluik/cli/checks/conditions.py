"""In code of access one condition stands on a line, so that a test can take each by itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path("src", "vijfluik")


def conditions(root: Path) -> list[str]:
    """Each two conditions on one line in `core/access` and in the `access.py` of a room."""
    return [
        f"{file.relative_to(root)}:{fault}"
        for file in access_code(root)
        for fault in condition_faults(file.read_text(encoding="utf-8"))
    ]


def access_code(root: Path) -> list[Path]:
    """The modules that decide who may do what; what a command prints of it is none."""
    source = root / SOURCE
    rooms = [file for file in source.rglob("access.py") if "cli" not in file.parts]
    return sorted({*(source / "core" / "access").glob("*.py"), *rooms})


def condition_faults(content: str) -> Iterator[str]:
    """Line and words of each condition that stands on a line with another."""
    tree = ast.parse(content)
    asked = {id(test) for node in ast.walk(tree) for test in _tests(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.IfExp):
            yield f"{node.lineno}: a conditional expression: write an if"
        elif isinstance(node, ast.BoolOp) and (id(node) in asked or _decides(node)):
            lines = [value.lineno for value in node.values]
            if len(set(lines)) < len(lines):
                yield f"{node.lineno}: two conditions on one line: write two"


def _tests(node: ast.AST) -> Iterator[ast.expr]:
    """What a statement or a comprehension asks, also behind a `not`."""
    if isinstance(node, ast.If | ast.While | ast.Assert):
        yield node.test
    elif isinstance(node, ast.comprehension):
        yield from node.ifs
    elif isinstance(node, ast.UnaryOp):
        yield node.operand


def _decides(node: ast.BoolOp) -> bool:
    """Whether it is a condition, and not a value with another for when it is empty."""
    if isinstance(node.op, ast.And):
        return True
    return any(isinstance(value, ast.Compare | ast.UnaryOp | ast.BoolOp) for value in node.values)
