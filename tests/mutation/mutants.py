"""The mutants of a module, each with a name that stays while its function does."""

import ast
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.mutation.operators import Edit, edits_of

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "src" / "vijfluik" / "core"
PACKAGES = ("access", "journal", "lifecycle", "versions")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One change of one module.

    Attributes:
        file: relative to the folder of the core, such as `access/gate.py`.
        at: which change of the file it is, counted in the order of the source.
        first: the first line of what is changed.
        last: its last line.
        function: the qualified name of the function it stands in.
        nth: counts from 1 the changes of a function that read the same.
    """

    file: str
    at: int
    first: int
    last: int
    function: str
    operator: str
    before: str
    after: str
    nth: int

    @property
    def name(self) -> str:
        """By which the list of equivalent ones knows it."""
        again = f" ({self.nth})" if self.nth > 1 else ""
        return f"{self.file} {self.function}: {self.before} => {self.after}{again}"

    @property
    def path(self) -> Path:
        """The module's file."""
        return CORE / self.file

    @property
    def package(self) -> str:
        """The package it stands in."""
        return self.file.partition("/")[0]


def files_of(packages: Sequence[str]) -> list[Path]:
    """The modules of packages, without migrations: those ran when the template was made."""
    found = [file for name in packages for file in (CORE / name).rglob("*.py")]
    return sorted(file for file in found if "migrations" not in file.parts)


@cache
def source_of(file: Path) -> str:
    """The source of a module, as it was when it was first asked for: a run may take an hour, in
    which its maker goes on writing."""
    return file.read_text(encoding="utf-8")


def mutants_of(file: Path) -> list[Mutant]:
    """All mutants of a module."""
    made: list[Mutant] = []
    seen: Counter[tuple[str, ...]] = Counter()
    tree = ast.parse(source_of(file))
    for at, (function, edit) in enumerate(_edits(tree)):
        words = (function, edit.before, edit.after)
        seen[words] += 1
        first = getattr(edit.node, "lineno", 0)
        made.append(
            Mutant(
                file=file.relative_to(CORE).as_posix(),
                at=at,
                first=first,
                last=getattr(edit.node, "end_lineno", first),
                function=function,
                operator=edit.operator,
                before=edit.before,
                after=edit.after,
                nth=seen[words],
            )
        )
    return made


def mutated(mutant: Mutant) -> ast.Module:
    """The module's tree with the change made."""
    tree = ast.parse(source_of(mutant.path))
    for at, (_, edit) in enumerate(_edits(tree)):
        if at == mutant.at:
            edit.apply()
            return ast.fix_missing_locations(tree)
    raise LookupError(mutant.name)


def sample(mutants: Sequence[Mutant], *, number: int, seed: str) -> list[Mutant]:
    """Some of them, which the seed chooses; all when there are no more.

    In an order by chance as well, so that of a run that is broken off the part that was tried is a
    sample itself.
    """
    return random.Random(seed).sample(list(mutants), min(number, len(mutants)))


def _edits(tree: ast.Module) -> Iterator[tuple[str, Edit]]:
    """Every change, with the qualified name of the outermost function it stands in."""
    for name, function in _functions(tree, before=""):
        for edit in edits_of(function):
            yield name, edit


def _functions(node: ast.AST, *, before: str) -> Iterator[tuple[str, Function]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{before}{child.name}", child
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, before=f"{before}{child.name}.")
        elif isinstance(child, ast.If) and "TYPE_CHECKING" not in ast.unparse(child.test):
            yield from _functions(child, before=before)
