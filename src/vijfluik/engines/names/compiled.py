"""Kernels: plain functions on arrays, compiled by Numba at first use and kept on disk.

With `NUMBA_DISABLE_JIT=1` the same functions run in Python, slowly, with identical results: they
use integers only, and convert every element they read.
"""

import functools
import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

Function = TypeVar("Function", bound=Callable[..., Any])


def fingerprint() -> str:
    """Of every module with kernels: Numba does not see that what a kernel calls has changed."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for file in (folder.parent / "compiling.py", *sorted(folder.glob("*.py"))):
        content = file.read_bytes()
        if b"@kernel" in content or b"@called" in content or b"@overload" in content:
            digest.update(content)
    return digest.hexdigest()[:16]


@functools.cache
def cache_folder() -> Path:
    """Where compiled kernels are kept: `NUMBA_CACHE_DIR`, else the user's cache, else temporary."""
    given = os.environ.get("NUMBA_CACHE_DIR")
    if given:
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME")
    for folder in (
        Path(base) if base else None,
        Path.home() / ".cache",
        Path(tempfile.gettempdir()),
    ):
        if folder is not None and writable(folder):
            return folder / "vijfluik" / "kernels" / fingerprint()
    return Path(tempfile.gettempdir()) / "vijfluik" / "kernels" / fingerprint()


def writable(folder: Path) -> bool:
    """Whether a folder exists, or can be made, and takes files."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def disabled() -> bool:
    """Whether compilation is switched off by the environment."""
    return os.environ.get("NUMBA_DISABLE_JIT", "0") not in {"", "0"}


def kernel(function: Function) -> Function:
    """Compile a function at its first call; it releases the interpreter lock while it runs."""
    if disabled():
        return function
    import numba

    settings: Any = numba.config
    before = settings.CACHE_DIR
    # The folder is looked at while decorating only, and is not that of other kernels.
    settings.CACHE_DIR = str(cache_folder())
    try:
        compiled: Any = numba.njit(cache=True, nogil=True)(function)
    finally:
        settings.CACHE_DIR = before
    return cast(Function, compiled)


def called(function: Function) -> Function:
    """Let kernels call a function; Python itself still runs it as it stands.

    It is compiled along with the kernel that calls it, once for its kinds of arrays: whole numbers
    of any size are handed over in 64 bits, so that they make no second version.
    """
    if disabled():
        return function
    from numba import types
    from numba.core.typing import templates as of_numba

    templates: Any = of_numba
    made: Any = templates.make_overload_template(
        function, lambda *_arguments: function, {"nogil": True}, strict=False, inline="never"
    )

    def widened(kind: Any) -> Any:
        whole = isinstance(kind, types.Integer)
        return types.int64 if whole else kind

    class Widened(made):  # type: ignore[misc]
        """The overload of Numba with wider numbers."""

        def generic(self, arguments: Any, named: Any) -> Any:
            return super().generic(tuple(widened(kind) for kind in arguments), named)

    templates.infer(Widened)
    templates.infer_global(function, types.Function(Widened))
    return function


def compiled_before() -> bool:
    """Whether kernels were compiled on this machine before, so that the next call is fast."""
    return disabled() or any(cache_folder().rglob("*.nbi"))
