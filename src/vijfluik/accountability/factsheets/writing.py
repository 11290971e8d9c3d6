"""Writing sheets as files, over processes: a document is data, so it needs no database there."""

import hashlib
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from vijfluik.core.documents.html import page
from vijfluik.core.documents.pdf import pdf
from vijfluik.core.documents.structure import Document

FORMATS = ("pdf", "html")


@dataclass(frozen=True, kw_only=True)
class Work:
    """A sheet that is to be written. stem: the name of its files without their ending."""

    stem: str
    document: Document


@dataclass(frozen=True, kw_only=True)
class Written:
    """A sheet that was written. hashes: format → SHA-256 of the file."""

    stem: str
    hashes: dict[str, str]


def write_one(work: Work, *, folder: Path, base_url: str) -> Written:
    """Write a sheet in both formats, each whole or not at all; the web page last.

    So a sheet that has its web page is finished.

    Raises:
        OSError: a file cannot be written.
    """
    made = {
        "pdf": pdf(work.document, base_url=base_url),
        "html": page(work.document, base_url=base_url).encode(),
    }
    for kind in FORMATS:
        path = folder / f"{work.stem}.{kind}"
        half = path.with_suffix(f".{kind}.half")
        half.write_bytes(made[kind])
        half.replace(path)
    hashes = {kind: hashlib.sha256(content).hexdigest() for kind, content in made.items()}
    return Written(stem=work.stem, hashes=hashes)


def written_before(stem: str, *, folder: Path) -> Written | None:
    """A sheet that an earlier run finished; None when it has to be written."""
    paths = {kind: folder / f"{stem}.{kind}" for kind in FORMATS}
    if not all(path.is_file() for path in paths.values()):
        return None
    hashes = {kind: hashlib.sha256(path.read_bytes()).hexdigest() for kind, path in paths.items()}
    return Written(stem=stem, hashes=hashes)


def write_all(works: Sequence[Work], *, folder: Path, base_url: str) -> Iterator[Written]:
    """Write sheets on all processors, and tell of each when it is there.

    Raises:
        OSError: a file cannot be written; what was written stays.
    """
    workers = min(os.cpu_count() or 1, len(works))
    if workers < 2:
        yield from (write_one(each, folder=folder, base_url=base_url) for each in works)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=workers, mp_context=context) as pool:
        pending = [pool.submit(write_one, each, folder=folder, base_url=base_url) for each in works]
        try:
            for done in as_completed(pending):
                yield done.result()
        finally:
            pool.shutdown(cancel_futures=True)
