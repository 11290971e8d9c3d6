"""Memory that several processes see: without a name, so that it goes with the last of them."""

import mmap
import os
import tempfile
import weakref
from collections.abc import Callable
from multiprocessing import reduction
from typing import Any

import numpy as np
import pyarrow as pa

# How far a slot may be filled; only what is touched takes memory.
SIZE = 128 << 20
# A piece that takes more than this share leaves too little room for its tables.
SHARE = 8
# Arrow wants its buffers to begin at a multiple of so many bytes.
ALIGNED = 64


class Slot:
    """A piece of a stream, and behind it what was made of it."""

    def __init__(self, number: int | None = None) -> None:
        """Open memory of its own, or that of an open file with this number."""
        self.number = _without_name() if number is None else number
        self.memory = mmap.mmap(self.number, SIZE)
        self.bytes = np.frombuffer(self.memory, np.uint8)
        self.used = 0
        # The open file goes with the slot; the memory when nobody sees it any more.
        weakref.finalize(self, os.close, self.number)

    def __reduce__(self) -> tuple[Any, tuple[Any]]:
        """On its way to a process that is being started: the same memory."""
        return _received, (reduction.DupFd(self.number),)

    def put(self, content: bytes) -> int:
        """Take a piece in; how many bytes of it, 0 when it is too large."""
        size = len(content)
        if size > SIZE // SHARE:
            return 0
        self.bytes[:size] = np.frombuffer(content, np.uint8)
        return size

    def view(self, start: int, size: int) -> memoryview:
        """Some of the memory as it is."""
        some: Any = self.bytes[start : start + size]
        return memoryview(some)

    def giving(self, size: int) -> Any:
        """A buffer for so many bytes behind what is used; elsewhere when there is no room."""
        start = (self.used + ALIGNED - 1) // ALIGNED * ALIGNED
        if start + size > SIZE:
            return pa.allocate_buffer(size)
        self.used = start + size
        return pa.py_buffer(self.bytes[start : start + size])

    def place_of(self, buffer: Any) -> int | None:
        """Where in the memory a buffer begins; None when it is not of this memory."""
        start = buffer.address - self.bytes.ctypes.data
        return start if 0 <= start < SIZE else None

    def lent(self, size: int, *, behind: Callable[[], None]) -> Any:
        """The first bytes as a buffer; `behind` is called when nobody holds any of it any more."""
        held = np.frombuffer(self.memory, np.uint8, size)
        weakref.finalize(held, behind).atexit = False
        return pa.py_buffer(held)

    def copied(self, size: int) -> Any:
        """The first bytes in memory of this process alone."""
        return pa.py_buffer(self.bytes[:size].copy())


def _without_name() -> int:
    """The number of an open file of the full size, of which only what is written takes room."""
    if hasattr(os, "memfd_create"):
        number = os.memfd_create("passengers")
    else:
        with tempfile.TemporaryFile() as file:
            number = os.dup(file.fileno())
    os.truncate(number, SIZE)
    return number


def _received(sent: Any) -> Slot:
    return Slot(sent.detach())
