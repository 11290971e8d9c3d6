"""What a mutant does: the standard operators, each a change of one node of a function's body.

Left out on purpose: texts (SQL among them), annotations, docstrings and assertions.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Change = Callable[[], None]
TRUE = ast.Constant(value=True)
COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


@dataclass(frozen=True, kw_only=True)
class Edit:
    """One change that can be made to a tree: where, of which sort, and how."""

    node: ast.AST
    operator: str
    before: str
    after: str
    apply: Change


def edits_of(function: ast.AST) -> Iterator[Edit]:
    """Every change of a function's body, in the order of the source."""
    for node in _inside(function):
        yield from _of_statement(node)
        yield from _of_condition(node)
        yield from _of_expression(node)


def _inside(function: ast.AST) -> Iterator[ast.AST]:
    """The nodes of the body that can be changed, parents before what stands in them."""
    assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
    waiting: list[ast.AST] = list(reversed(function.body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Assert | ast.Import | ast.ImportFrom):
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        yield node
        waiting += reversed(_children(node))


def _children(node: ast.AST) -> list[ast.AST]:
    if isinstance(node, ast.AnnAssign):
        return [node.target] if node.value is None else [node.target, node.value]
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return list(node.body)
    return list(ast.iter_child_nodes(node))


def _of_statement(node: ast.AST) -> Iterator[Edit]:
    for _, siblings in ast.iter_fields(node):
        if isinstance(siblings, list):
            for place, child in enumerate(siblings):
                if isinstance(child, ast.stmt):
                    yield from _removals(siblings, place=place, child=child)


def _removals(siblings: list[ast.stmt], *, place: int, child: ast.stmt) -> Iterator[Edit]:
    if _removable(child):
        # It stays, and is never reached: the names of the function are those of before.
        never = ast.If(test=ast.Constant(value=False), body=[child], orelse=[])
        yield _put(child, "statement", "(removed)", siblings, place, never)
    if isinstance(child, ast.Continue):
        yield _put(child, "jump", "break", siblings, place, ast.Break())
    if isinstance(child, ast.Break):
        yield _put(child, "jump", "continue", siblings, place, ast.Continue())


def _removable(child: ast.stmt) -> bool:
    if isinstance(child, ast.Expr):
        return isinstance(child.value, ast.Call)
    if isinstance(child, ast.Assign):
        return isinstance(child.targets[0], ast.Attribute | ast.Subscript)
    if isinstance(child, ast.Return):
        return child.value is None
    return isinstance(child, ast.AugAssign | ast.Raise | ast.Delete)


def _of_condition(node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield from _negated(node)
    if isinstance(node, ast.comprehension):
        for place, test in enumerate(node.ifs):
            if not _negated_otherwise(test):
                negated = ast.UnaryOp(op=ast.Not(), operand=test)
                yield _put(test, "condition", _text(negated), node.ifs, place, negated)
    if isinstance(node, ast.For | ast.comprehension):
        nothing = ast.IfExp(test=TRUE, body=ast.Tuple(elts=[], ctx=ast.Load()), orelse=node.iter)
        yield _set(node.iter, "loop", "()", node, "iter", nothing)
    if isinstance(node, ast.ExceptHandler) and node.type is not None:
        nothing = ast.IfExp(test=TRUE, body=ast.Tuple(elts=[], ctx=ast.Load()), orelse=node.type)
        yield _set(node.type, "exception", "()", node, "type", nothing)
    if isinstance(node, ast.match_case) and node.guard is not None:
        negated = ast.UnaryOp(op=ast.Not(), operand=node.guard)
        yield _set(node.guard, "condition", _text(negated), node, "guard", negated)


def _negated(node: ast.If | ast.While | ast.IfExp) -> Iterator[Edit]:
    if _negated_otherwise(node.test):
        return
    negated = ast.UnaryOp(op=ast.Not(), operand=node.test)
    yield _set(node.test, "condition", _text(negated), node, "test", negated)


def _negated_otherwise(test: ast.expr) -> bool:
    """Whether another operator already makes the opposite of it."""
    if isinstance(test, ast.Compare):
        return len(test.ops) == 1
    return isinstance(test, ast.Constant) or (
        isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    )


def _of_expression(node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.Compare):
        for place, found in enumerate(node.ops):
            for other in COMPARED[type(found)]:
                yield _put(node, "comparison", other.__name__, node.ops, place, other())
    if isinstance(node, ast.BoolOp):
        swapped = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield _set(node, "boolean", type(swapped).__name__, node, "op", swapped)
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in CALCULATED:
        made = CALCULATED[type(node.op)]()
        yield _set(node, "arithmetic", type(made).__name__, node, "op", made)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        kind = ast.Not if isinstance(node.op, ast.Not) else ast.UAdd
        yield from _sign(node, kind=kind)
    if isinstance(node, ast.Constant):
        yield from _constant(node)
    if isinstance(node, ast.Return) and _answers(node.value):
        assert node.value is not None
        nothing = ast.IfExp(test=TRUE, body=ast.Constant(value=None), orelse=node.value)
        yield _set(node, "return", "return None", node, "value", nothing)


def _sign(node: ast.UnaryOp, *, kind: type[ast.unaryop]) -> Iterator[Edit]:
    if kind is ast.UAdd:
        yield _set(node, "arithmetic", "UAdd", node, "op", ast.UAdd())
        return
    inner = ast.UnaryOp(op=ast.Not(), operand=node.operand)
    yield _set(node, "boolean", _text(node.operand), node, "operand", inner)


def _constant(node: ast.Constant) -> Iterator[Edit]:
    if isinstance(node.value, bool):
        yield _set(node, "constant", repr(not node.value), node, "value", not node.value)
    elif isinstance(node.value, int | float):
        yield _set(node, "constant", repr(node.value + 1), node, "value", node.value + 1)


def _answers(value: ast.expr | None) -> bool:
    """Whether nothing instead of it is another answer that no other operator gives."""
    if isinstance(value, ast.Constant):
        return isinstance(value.value, str)
    return value is not None


def _put(
    node: ast.AST, operator: str, after: str, siblings: list[Any], place: int, other: object
) -> Edit:
    def apply() -> None:
        siblings[place] = other

    return Edit(node=node, operator=operator, before=_text(node), after=after, apply=apply)


def _set(
    node: ast.AST, operator: str, after: str, parent: ast.AST, name: str, other: object
) -> Edit:
    def apply() -> None:
        setattr(parent, name, other)

    return Edit(node=node, operator=operator, before=_text(node), after=after, apply=apply)


def _text(node: ast.AST) -> str:
    """The node in one line, short enough to read."""
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 90 else text[:89] + "…"
