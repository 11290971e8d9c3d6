"""Reading over the processes of one machine, by way of memory that they share.

Bytes go to a process and tables come back in a *slot*: memory without a name, so that nothing of
it is left behind, whatever ends. The kernel of the other process writes its tables there in Arrow's
own format, and here they are opened where they stand. Through the pipe goes only where they are.
"""

from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from types import TracebackType
from typing import Any, NamedTuple, Self

import pyarrow as pa

from vijfluik.engines.edifact.batching import Batches, Laid, opened
from vijfluik.engines.edifact.policy import DEFAULT, Policy
from vijfluik.engines.edifact.reading import Reader
from vijfluik.engines.edifact.shared_memory import Slot

# Messages of a piece are numbered from its own number times this on.
MESSAGES_A_STREAM = 1_000_000
# Pieces that a process has before it: one in hand, and the next.
AHEAD = 2
# Seconds that a process gets to end by itself.
PATIENCE = 10


class PoolEnded(RuntimeError):
    """A process of the pool ended or failed; the pool is of no use any more."""


class Chunk(NamedTuple):
    """Tables of a part of a piece: where in the slot they begin and end, or their own bytes."""

    start: int
    end: int
    content: bytes | None
    places: list[tuple[int, int] | None]


def _read_piece(slot: Slot, content: Any, stream: int, policy: Policy) -> list[Chunk]:
    """The tables of a piece, written behind it in its slot; what finds no room there goes along."""
    first = stream * MESSAGES_A_STREAM
    reader = Reader(policy=policy, first_message=first, giving=slot.giving)
    chunks = []
    for made in reader.laid(content):
        start = slot.place_of(made.memory)
        if start is None:
            chunks.append(Chunk(0, 0, made.memory.to_pybytes(), made.places))
        else:
            chunks.append(Chunk(start, start + made.memory.size, None, made.places))
    return chunks


def _work(pipe: Any, slots: list[Slot], policy: Policy) -> None:
    """What a process of the pool does until the other end of its pipe is closed."""
    with suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            stream, place, size, content = pipe.recv()
            slot = slots[place]
            slot.used = size
            answer: list[Chunk] | str
            try:
                answer = _read_piece(slot, slot.view(0, size) or content, stream, policy)
            except Exception as error:  # noqa: BLE001 - told to whoever asked; never its content
                answer = type(error).__name__
            pipe.send((stream, answer))


@dataclass(slots=True)
class _Flow:
    """What is on its way: pieces before each process, the slot of each piece, answers."""

    busy: list[int]
    slots: dict[int, int] = field(default_factory=dict)
    done: dict[int, list[Chunk]] = field(default_factory=dict)


class ReadingPool:
    """Processes that read pieces of streams: entered once (`with`), used for as many as there are.

    Memory: a few slots per process, each of a piece and its tables. Batches that are held on to
    keep their slot as long as there are others; beyond that they are copied out of it.
    """

    def __init__(self, *, processes: int = 2, policy: Policy = DEFAULT) -> None:
        """Say how many processes and what may be kept.

        Raises:
            ValueError: fewer than one process.
        """
        if processes < 1:
            raise ValueError("a pool needs at least one process")
        self.processes = processes
        self.policy = policy

    def __enter__(self) -> Self:
        """Start the processes; they get ready while the first pieces are put before them."""
        context = get_context("spawn")
        self.slots = [Slot() for _ in range((AHEAD + 2) * self.processes)]
        self.free = list(range(len(self.slots)))
        self.pipes: list[Any] = []
        self.workers: list[Any] = []
        for _ in range(self.processes):
            here, there = context.Pipe()
            arguments = (there, self.slots, self.policy)
            worker = context.Process(target=_work, args=arguments, daemon=True)
            worker.start()
            there.close()
            self.pipes.append(here)
            self.workers.append(worker)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the processes end; batches that were given out stay as they are."""
        for pipe in self.pipes:
            pipe.close()
        for worker in self.workers:
            worker.join(timeout=0 if error else PATIENCE)
            if worker.is_alive():
                worker.terminate()
                worker.join()

    def read(self, contents: Iterable[bytes]) -> Generator[Batches, None, None]:
        """The batches of pieces that end between interchanges, in their order.

        Raises:
            PoolEnded: a process ended or failed.
        """
        flow = _Flow(busy=[0] * self.processes)
        try:
            yield from self._flowing(enumerate(contents), flow)
        finally:
            # Whoever looks no further leaves answers behind, and slots.
            for worker, count in enumerate(flow.busy):
                for _ in range(count):
                    with suppress(PoolEnded):
                        self._receive(worker)
            self.free += flow.slots.values()

    def _flowing(self, source: Iterator[tuple[int, bytes]], flow: "_Flow") -> Iterator[Batches]:
        """Keep all processes busy, and give out what comes in the order of the pieces."""
        wanted = 0
        while True:
            while self.free and min(flow.busy) < AHEAD:
                stream, content = next(source, (-1, b""))
                if stream < 0:
                    break
                worker = flow.busy.index(min(flow.busy))
                flow.slots[stream] = self._send(worker, stream, content)
                flow.busy[worker] += 1
            if wanted in flow.done:
                chunks = flow.done.pop(wanted)
                yield from self._opened(flow.slots.pop(wanted), chunks)
                wanted += 1
                continue
            if not flow.slots:
                return
            for worker in self._ready():
                stream, chunks = self._receive(worker)
                flow.busy[worker] -= 1
                flow.done[stream] = chunks

    def _send(self, worker: int, stream: int, content: bytes) -> int:
        """Put a piece before a process; the slot it is in."""
        place = self.free.pop()
        kept = self.slots[place].put(content)
        try:
            self.pipes[worker].send((stream, place, kept, None if kept else content))
        except OSError:
            raise PoolEnded("a process that reads passenger messages ended") from None
        return place

    def _ready(self) -> list[int]:
        """The processes that have an answer; waits for the first."""
        found = connection.wait(self.pipes)
        return [place for place, pipe in enumerate(self.pipes) if pipe in found]

    def _receive(self, worker: int) -> tuple[int, list[Chunk]]:
        try:
            stream, answer = self.pipes[worker].recv()
        except (EOFError, OSError):
            raise PoolEnded("a process that reads passenger messages ended") from None
        if isinstance(answer, str):
            raise PoolEnded(f"a process that reads passenger messages failed: {answer}")
        return stream, answer

    def _opened(self, place: int, chunks: list[Chunk]) -> Iterator[Batches]:
        """The batches of a piece, over its slot while others are free and else over a copy."""
        slot = self.slots[place]
        until = max((chunk.end for chunk in chunks), default=0)
        if until and self.free:
            memory = slot.lent(until, behind=lambda: self.free.append(place))
        else:
            memory = slot.copied(until)
            self.free.append(place)
        for chunk in chunks:
            own = memory.slice(chunk.start, chunk.end - chunk.start)
            if chunk.content is not None:
                own = pa.py_buffer(chunk.content)
            yield opened(Laid(own, chunk.places))


def pooled(
    contents: Iterable[bytes], *, processes: int = 2, policy: Policy = DEFAULT
) -> Iterator[Batches]:
    """Read pieces over a pool of their own; see `ReadingPool.read`."""
    with ReadingPool(processes=processes, policy=policy) as pool:
        yield from pool.read(contents)
