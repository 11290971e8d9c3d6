"""Streams of bytes into Arrow record batches: cut where a message ends, never held as a whole."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from vijfluik.engines.blocks import BLOCK
from vijfluik.engines.compiling import AVAILABLE, compiled
from vijfluik.engines.edifact.batching import Batches, Desk, Gathered, Laid, empty, opened
from vijfluik.engines.edifact.grammar.compiling import compile_grammar
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.beginnings import (
    TAG_AND_NEXT,
    last_beginning,
    last_beginning_compiled,
)
from vijfluik.engines.edifact.kernel.reader import read, read_compiled
from vijfluik.engines.edifact.kinds import Finding
from vijfluik.engines.edifact.policy import DEFAULT, Policy
from vijfluik.engines.edifact.tables import KEYS, TABLES

CHUNK = 1 << 20
PIECES_A_CHUNK = 4
# A message that is longer is cut there, with a finding.
LONGEST_MESSAGE = 256 << 20
# Room for the head of an interchange, at first.
LEAD = 1024
# Bytes of a stream per row of a table, at first; a table that is full is made larger.
BYTES_PER_ROW = (400, 400, 300, 60, 60, 60, 200, 120, 60, 60, 100, 120, 40, 60)


class Readable(Protocol):
    """Anything that gives bytes, such as an open file."""

    def read(self, size: int, /) -> bytes: ...


Source = bytes | bytearray | memoryview | Readable | Iterable[bytes]


@cache
def _compiled_read() -> Any:
    return compiled(read_compiled)


@cache
def _compiled_search() -> Any:
    return compiled(last_beginning_compiled)


def pieces(source: Source, size: int) -> Iterator[bytes | memoryview]:
    """The bytes of a source in pieces of about that size."""
    if isinstance(source, bytes | bytearray | memoryview):
        whole = memoryview(source).cast("B")
        yield from (whole[start : start + size] for start in range(0, len(whole), size))
    elif hasattr(source, "read"):
        while piece := source.read(size):
            yield piece
    else:
        yield from source


class Reader:
    """Reads one stream. Memory is that of a chunk, or of the longest message if longer."""

    def __init__(
        self,
        *,
        policy: Policy = DEFAULT,
        plain: bool = False,
        chunk: int = CHUNK,
        longest: int = LONGEST_MESSAGE,
        first_message: int = 0,
        giving: Callable[[int], Any] = pa.allocate_buffer,
    ) -> None:
        """Begin before the first byte.

        plain: run the kernel as Python; the result is the same.
        first_message: the number of the first message of this stream.
        giving: gives a buffer for so many bytes of batches, at a multiple of 64.
        """
        self.plain = plain or not AVAILABLE
        self.chunk = chunk
        self.desk = Desk(policy, plain=self.plain, room=giving)
        self.longest = max(longest, 4 * at.SEGMENT_LIMIT)
        self.messages = first_message
        self._first = first_message
        self.grammar = compile_grammar(policy)
        self.memory = np.zeros(at.LISTS, np.int64)
        self.memory[at.BARE] = 1
        self.memory[at.KEEP_ROLES] = sum(1 << role for role in policy.roles)
        self._load_grammar()
        self.prefix = b""
        self.prefix_at = 0
        self.caps = np.zeros(len(TABLES), np.int64)
        self.most, self.room, self.size, self.lead = 0, 0, 0, LEAD
        self.held = bytearray()
        self.enough = chunk * (PIECES_A_CHUNK - 1) // PIECES_A_CHUNK
        self.last, self.wanted = -1, self.enough
        self.buf = np.zeros(0, np.uint8)
        self._hold(0)
        self.view = self.buf

    def batches(self, source: Source) -> Iterator[Batches]:
        """The batches of a stream, in its order."""
        return map(opened, self.laid(source))

    def laid(self, source: Source) -> Iterator[Laid]:
        """The batches of a stream, in its order, as memory that is not opened yet."""
        self.size, self.last, self.wanted = 0, -1, self.enough
        self._hold(2 * self.chunk)
        self._make_room(2 * self.chunk)
        offset = 0
        for piece in pieces(source, max(1, self.chunk // PIECES_A_CHUNK)):
            self._append(piece)
            ready = self._ready()
            if ready == 0:
                continue
            made, used = self._take(ready, offset=offset, ended=False)
            self._forget(used)
            offset += used
            yield from made
        made, used = self._take(self.size, offset=offset, ended=True)
        yield from made
        if self.messages == self._first and offset + used:
            yield from self._noted([(Finding.NO_MESSAGE, 0)])

    def _hold(self, size: int, *, lead: int = LEAD) -> None:
        """Memory for so many bytes of the stream, kept from piece to piece.

        Before them there is room for the head of an interchange that is read again, and behind
        them as much again for the kernel.
        """
        before = self.held[self.lead : self.lead + self.size] if self.room else b""
        self.lead = lead
        self.room = size
        self.held = bytearray(2 * (lead + size) + BLOCK)
        self.held[lead : lead + len(before)] = before
        self.buf = np.frombuffer(self.held, np.uint8)

    def _append(self, piece: bytes | memoryview) -> None:
        """Take a piece in behind the bytes that are held."""
        until = self.size + len(piece)
        if until > self.room:
            self._hold(2 * until, lead=self.lead)
        self.buf[self.lead + self.size : self.lead + until] = np.frombuffer(piece, np.uint8)
        # A tag may have been cut by the end of the piece before.
        start = self.lead + max(0, self.size + 1 - TAG_AND_NEXT)
        found = self._last_beginning(start, self.lead + until)
        if found >= 0:
            self.last = found - self.lead
        self.size = until

    def _last_beginning(self, start: int, end: int) -> int:
        """Where in what is held the last message begins; -1 when that is not seen."""
        if self.plain:
            return last_beginning(memoryview(self.held), start, end)
        return int(_compiled_search()(self.buf, start, end))

    def _forget(self, used: int) -> None:
        """The rest moves to the front.

        Where reading stopped before what looked like a beginning, it was none: the next attempt
        waits for twice as much, so that all attempts together cost what the last one does.
        """
        rest = self.size - used
        seen = used == self.last
        self.wanted = self.enough if seen else max(self.enough, 2 * rest)
        self.last = 0 if seen else -1
        self.buf[self.lead : self.lead + rest] = self.buf[self.lead + used : self.lead + self.size]
        self.size = rest

    def _ready(self) -> int:
        """How much of what is held to read now: up to where its last message begins.

        Only a matter of cost: a message that is cut is read again from its beginning. 0 waits for
        more; where no beginning is seen (a tag cut by a line end) all is read.
        """
        if self.size > self.longest:
            return self.size
        if self.last >= self.wanted:
            return self.last
        return self.size if self.last < 0 and self.size >= self.wanted else 0

    def _take(self, ready: int, *, offset: int, ended: bool) -> tuple[list[Laid], int]:
        """Read the first `ready` bytes; the batches, and how many of the bytes were used."""
        made: list[Laid] = []
        begin = 0
        # A message without an end in sight is cut.
        ended = ended or ready > self.longest
        while True:
            result = self._call(begin, ready, ended=ended)
            safe = int(self.memory[at.SAFE])
            gathered = self._gather(offset + begin)
            if gathered is not None:
                made.append(gathered)
            used = max(0, safe - len(self.prefix))
            self._keep_envelope(offset + begin)
            begin += used
            if result != at.FULL:
                return made, begin
            if used == 0 and gathered is None:
                self._grow(int(self.memory[at.OVER]) - 1)

    def _call(self, begin: int, ready: int, *, ended: bool) -> int:
        """One call of the kernel over the envelope's head and what is held from `begin` on."""
        before = len(self.prefix)
        if before > self.lead:
            self._hold(self.room, lead=2 * before)
        # What stood there was read before.
        start = self.lead + begin - before
        self.buf[start : start + before] = np.frombuffer(self.prefix, np.uint8)
        self.view = self.buf[start:]
        size = before + ready - begin
        self._make_room(size)
        memory: Any = self.memory
        view: Any = self.view
        memory[at.SCRATCH] = self.lead + self.size - start
        memory[at.POS] = 0
        memory[at.MESSAGES] = 0
        memory[at.IN_MESSAGE] = 0
        memory[at.RESUMED] = 1 if before else 0
        if self.plain:
            return int(read(memoryview(view), memoryview(memory), size, int(ended)))
        return int(_compiled_read()(view, memory, size, int(ended)))

    def _load_grammar(self) -> None:
        """The grammar into the kernel's memory."""
        grammar, memory = self.grammar, self.memory
        for start, values in (
            (at.TAG_SLOTS, grammar.tags),
            (at.SERVICE_SLOTS, grammar.services),
            (at.RULE_OF, grammar.rule_of),
        ):
            memory[start : start + len(values)] = values
        for place, values in ((at.CASES, grammar.cases), (at.OPS, grammar.ops)):
            self.memory[place] = len(self.memory)
            self.memory = np.concatenate([self.memory, values])
        self.arena_at = len(self.memory)

    def _make_room(self, size: int) -> None:
        """Tables for so many bytes; those of the call before when they are large enough."""
        if size > self.most:
            self.most = size + size // 4 + 1024
            wanted = np.array([self.most // each + 64 for each in BYTES_PER_ROW], np.int64)
            self.caps = np.maximum(self.caps, wanted)
            self._lay_out()
        self._array(at.ROWS)[:] = 0

    def _array(self, start: int) -> npt.NDArray[np.int64]:
        """What the kernel keeps per table, as a view."""
        return self.memory[start : start + len(TABLES)]

    def _lay_out(self) -> None:
        """Where each table stands in the arena."""
        nums = np.array([len(KEYS) + len(table.numbers) for table in TABLES], np.int64)
        stride = nums + np.array([len(table.texts) for table in TABLES], np.int64)
        lengths = self.caps * stride
        old = self.memory
        self.memory = np.empty(self.arena_at + int(lengths.sum()), np.int64)
        self.memory[: self.arena_at] = old[: self.arena_at]
        self._array(at.CAP)[:] = self.caps
        self._array(at.STRIDE)[:] = stride
        self._array(at.NUMS)[:] = nums
        self._array(at.BASE)[:] = self.arena_at + np.concatenate([[0], np.cumsum(lengths)[:-1]])

    def _grow(self, table: int) -> None:
        """Four times the room for a table that one message fills."""
        self.caps[table] *= 4
        self._lay_out()

    def _keep_envelope(self, offset: int) -> None:
        """Restore the state of the last safe place, and keep the head of its interchange."""
        st = self.memory
        st[at.MODE], st[at.JUNK], st[at.BARE] = st[at.SAFE_MODE], st[at.SAFE_JUNK], st[at.SAFE_BARE]
        st[at.UNB_MESSAGES] = st[at.SAFE_UNB_MESSAGES]
        before = len(self.prefix)
        if st[at.MODE] == at.OUTSIDE or st[at.BARE] == 1:
            self.prefix = b""
            return
        begin = int(st[at.UNB_AT])
        if begin >= before:
            self.prefix_at = offset + begin - before
        head = self.view[begin : int(st[at.UNB_END])].tobytes()
        if st[at.UNG_END]:
            head += self.view[int(st[at.UNG_AT]) : int(st[at.UNG_END])].tobytes()
        self.prefix = head

    def _gather(self, offset: int) -> Laid | None:
        """The rows that are final as record batches; None when there are none."""
        if not self._array(at.FIRST).any():
            return None
        made = self.desk.laid_out(
            Gathered(
                buf=self.view,
                memory=self.memory,
                prefix=len(self.prefix),
                prefix_at=self.prefix_at,
                offset=offset,
                message=self.messages,
            )
        )
        self.messages += int(self.memory[at.SAFE_MESSAGES])
        return made

    def findings(self, found: list[tuple[Finding, int]]) -> Batches:
        """Batches with findings about the stream as a whole, each with its position."""
        return next(map(opened, self._noted(found)), None) or empty()

    def _noted(self, found: list[tuple[Finding, int]]) -> list[Laid]:
        self._make_room(64 * len(found) + 64)
        start = int(self._array(at.BASE)[at.T_FINDING])
        for kind, position in found:
            self.memory[start : start + 7] = [-1, position, -1, -1, -1, int(kind), at.NONE]
            start += 7
        self._array(at.FIRST)[:] = 0
        self._array(at.FIRST)[at.T_FINDING] = len(found)
        self.prefix = b""
        self.memory[at.SAFE_MESSAGES] = 0
        made = self._gather(0)
        return [] if made is None else [made]
