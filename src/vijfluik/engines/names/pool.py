"""Batches over processes, each with the index in its own memory; the answers keep their order."""

import multiprocessing
from collections.abc import Iterator, Sequence
from pathlib import Path

from vijfluik.engines.names.index import Index
from vijfluik.engines.names.policy import Policy
from vijfluik.engines.names.screening import Hit, Question

HELD: dict[str, Index] = {}


def prepare(folder: str) -> None:
    """Load the index once per process."""
    HELD["index"] = Index.load(Path(folder))


def work(task: tuple[Sequence[Question], Policy, bool]) -> list[list[Hit]]:
    """Screen one block in this process."""
    block, policy, everything = task
    return HELD["index"].screen(block, policy, everything=everything)


def in_processes(
    folder: Path, blocks: Sequence[Sequence[Question]], policy: Policy, *, everything: bool,
    workers: int,
) -> Iterator[list[list[Hit]]]:  # fmt: skip
    """The hits of each block, in their order, from so many processes.

    Raises:
        IndexUnreadable: the folder holds no index.
    """
    # Asked once here, so that the kernels are compiled by one process and only read by the others.
    Index.load(folder).screen(["one name"], policy, everything=everything)
    context = multiprocessing.get_context("spawn")
    tasks = [(block, policy, everything) for block in blocks]
    with context.Pool(workers, prepare, (str(folder),)) as pool:
        yield from pool.imap(work, tasks)
