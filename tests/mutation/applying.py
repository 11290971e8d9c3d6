"""Making a mutant of modules that are loaded already: their functions get other code.

Whoever imported a function goes on holding the same one, so nothing has to be loaded again. What
functions remembered of earlier calls is forgotten, or the other code would never be asked.
"""

import ast
import functools
import gc
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import CodeType, FunctionType

from tests.mutation.mutants import source_of
from vijfluik.core.versions import history

Place = tuple[str, int]
_REMEMBERING = functools._lru_cache_wrapper


def put_in(tree: ast.Module, *, file: Path, functions: Iterable[FunctionType]) -> int:
    """Give the functions of a module the code of a changed tree; how many got other code.

    Args:
        tree: the changed module.
        file: where the module stands.
        functions: those of the module that live, wherever they are held.
    """
    before = dict(_codes(compile(source_of(file), str(file), "exec")))
    after = dict(_codes(compile(tree, str(file), "exec")))
    changed = {place: code for place, code in after.items() if before.get(place) != code}
    number = 0
    for function in functions:
        code = changed.get(_place(function.__code__))
        if code is not None:
            function.__code__ = code
            number += 1
    return number


def living(files: Iterable[str]) -> dict[str, list[FunctionType]]:
    """The functions of each file that live, wherever they are held."""
    gc.unfreeze()
    found: dict[str, list[FunctionType]] = {file: [] for file in files}
    for each in gc.get_objects():
        if type(each) is FunctionType and each.__code__.co_filename in found:
            found[each.__code__.co_filename].append(each)
    return found


def forget() -> None:
    """Let every function of the platform that remembers its answers be asked anew."""
    for remembering in _remembering():
        remembering.cache_clear()
    # The classes that one of them made are known by their name as well.
    history.REGISTRY.all_models.clear()
    history.REGISTRY.clear_cache()


def _codes(code: CodeType) -> Iterator[tuple[Place, CodeType]]:
    for held in code.co_consts:
        if isinstance(held, CodeType):
            yield _place(held), held
            yield from _codes(held)


def _place(code: CodeType) -> Place:
    return code.co_qualname, code.co_firstlineno


def _remembering() -> Iterator["functools._lru_cache_wrapper[object]"]:
    for name, module in list(sys.modules.items()):
        if name.startswith("vijfluik."):
            for held in vars(module).values():
                if isinstance(held, _REMEMBERING):
                    yield held
