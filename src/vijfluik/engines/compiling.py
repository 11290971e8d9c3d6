"""Functions that run compiled when Numba is there, and as plain Python when it is not.

Both engines mark what their kernels call with `jitable`; a kernel itself is compiled at first use.
"""

import fcntl
import hashlib
from collections.abc import Callable
from importlib import util
from pathlib import Path
from types import FunctionType
from typing import Any, TypeVar, cast

Function = TypeVar("Function", bound=Callable[..., Any])
AVAILABLE = util.find_spec("numba") is not None


def jitable(function: Function) -> Function:
    """Let compiled kernels call the function; Python itself still runs it as it stands."""
    if not AVAILABLE:
        return function
    from numba.extending import register_jitable

    return register_jitable(function)


def inlined(function: Function) -> Function:
    """As `jitable`, and copied into each place that calls it: for the steps of every segment."""
    if not AVAILABLE:
        return function
    from numba.extending import register_jitable

    return register_jitable(forceinline=True)(function)


def compiled(function: Function) -> Function:
    """The kernel in machine code, compiled at its first call and kept beside its source.

    Numba renews what it keeps when the file of `function` changes, not when a file it calls into
    does. So the name under which it is kept carries a digest of all files of that folder, and of
    those beside this one.
    """
    if not AVAILABLE:
        return function
    from numba import njit

    plain = cast(FunctionType, function)
    folders = (Path(plain.__code__.co_filename).parent, Path(__file__).parent)
    files = [file for folder in folders for file in sorted(folder.glob("*.py"))]
    sources = b"".join(file.read_bytes() for file in files)
    plain.__qualname__ = f"{plain.__name__}_{hashlib.sha256(sources).hexdigest()[:12]}"
    return cast(Function, _one_after_the_other(njit(cache=True)(function)))


def _one_after_the_other(kernel: Any) -> Callable[..., Any]:
    """The kernel, of which the first call waits while another process compiles.

    That process keeps what it made, and this one then reads it: half a minute of work is done once
    and not by every worker of a pool or of the tests.
    """
    waited = False

    def call(*arguments: Any) -> Any:
        nonlocal waited
        if waited:
            return kernel(*arguments)
        with (Path(kernel.stats.cache_path) / "compiling.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            made = kernel(*arguments)
        waited = True
        return made

    return call


def pointer(array: Any) -> Any:
    """In compiled code the bare memory of an array: no wrapping, no counting of references.

    Plain Python has no use for it and gets the array itself. An index outside the memory is the
    kernel's own fault and not noticed, so only code that bounds its own indices may take it.
    """
    return array


def pointers(held: Any) -> Any:
    """In compiled code the same named tuple with each one-dimensional array as its `pointer`.

    Tuples within it are treated alike; numbers and other arrays stay. Passing it on costs nothing,
    where each array of a tuple is counted in and out of every function it is given to. The caller
    keeps the arrays for as long as the kernel runs. Plain Python gets the tuple itself.
    """
    return held


if AVAILABLE:
    from numba.core import types as types_of_numba
    from numba.extending import intrinsic, overload

    types: Any = types_of_numba
    POINTER: Any = types.CPointer

    @intrinsic
    def _memory(_context: Any, array: Any) -> Any:
        """The data pointer of an array, typed as pointer to its elements."""

        def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            made = context.make_array(signature.args[0])(context, builder, arguments[0])
            return made.data

        return POINTER(array.dtype)(array), generate

    MEMORY: Any = _memory

    @overload(pointer)
    def _pointer(array: Any) -> Any:
        def implementation(array: Any) -> Any:
            return MEMORY(array)

        return implementation

    def _pointed(kind: Any) -> Any:
        """The type that a member of a tuple gets."""
        if isinstance(kind, types.BaseNamedTuple):
            return types.NamedTuple([_pointed(member) for member in kind], kind.instance_class)
        if isinstance(kind, types.Array) and kind.ndim == 1:
            return POINTER(kind.dtype)
        return kind

    def _pointed_value(context: Any, builder: Any, kind: Any, value: Any) -> Any:
        """A member of a tuple as its type without array has it."""
        if isinstance(kind, types.BaseNamedTuple):
            members = [
                _pointed_value(context, builder, member, builder.extract_value(value, place))
                for place, member in enumerate(kind)
            ]
            return context.make_tuple(builder, _pointed(kind), members)
        if isinstance(kind, types.Array) and kind.ndim == 1:
            return context.make_array(kind)(context, builder, value).data
        context.nrt.incref(builder, kind, value)
        return value

    @intrinsic
    def _pointed_tuple(_context: Any, held: Any) -> Any:
        """The tuple of pointers, typed as the same class."""

        def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            return _pointed_value(context, builder, held, arguments[0])

        return _pointed(held)(held), generate

    POINTERS: Any = _pointed_tuple

    @overload(pointers)
    def _pointers(held: Any) -> Any:
        def implementation(held: Any) -> Any:
            return POINTERS(held)

        return implementation
