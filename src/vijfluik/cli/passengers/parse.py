"""`./run passengers parse`: read files and print what was asked for."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vijfluik.cli.passengers import lines
from vijfluik.cli.passengers.files import checked, folder
from vijfluik.cli.progress import say

# A file from which on a person wants to see that something happens.
LARGE = 64 << 20


def run(chosen: Namespace) -> int:
    """Read the files one after the other; 0 when they were read, whatever was found in them.

    Raises:
        Unreadable: a file or the folder to write to cannot be used.
    """
    paths = checked(chosen.files)
    if chosen.format == "arrow":
        return write_arrow(paths, folder(chosen.out), chosen)
    for path in paths:
        for line in read(path, chosen):
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


def batches_of(path: Path, chosen: Namespace) -> Iterator[Any]:
    """The batches of a file, EDIFACT or XML, joined by flight when that was asked for."""
    from vijfluik.engines.edifact.joining import join_stream
    from vijfluik.engines.edifact.streams import batches_of_file

    size = path.stat().st_size
    batches = batches_of_file(path, plain=chosen.plain)
    if chosen.joined:
        batches = (joined.batches for joined in join_stream(batches))
    for batch in batches:
        if size > LARGE:
            say(f"{path.name}: {batch['message'].num_rows} messages read")
        yield batch


def read(path: Path, chosen: Namespace) -> Iterator[lines.Line]:
    """The lines of a file."""
    from vijfluik.engines.edifact.objects import contents_of

    if chosen.joined and chosen.format == "counts":
        yield from accounts(path, chosen)
        return
    first = True
    for batch in batches_of(path, chosen):
        messages = batch["message"].to_pylist()
        if chosen.format == "findings":
            for row in batch["finding"].to_pylist():
                name = None if row["message"] is None else _name(path, row["message"])
                yield lines.finding(name, row)
        for message in messages:
            if chosen.format == "counts":
                yield lines.counts(_name(path, message["message"]), message, of=chosen.of)
            if chosen.format == "filtered":
                yield lines.removed(_name(path, message["message"]), message)
        if chosen.format == "jsonl":
            for contents in contents_of(batch):
                yield from lines.travellers(_name(path, contents.message.message), contents)
        first = first and not messages
    if first:
        sys.stderr.write(f"{path}: no passenger message was found in it.\n")


def accounts(path: Path, chosen: Namespace) -> Iterator[lines.Line]:
    """A line per flight: what came in over all its messages, and what became of it."""
    from vijfluik.engines.edifact.joining import join_stream
    from vijfluik.engines.edifact.streams import batches_of_file

    for joined in join_stream(batches_of_file(path, plain=chosen.plain)):
        account = joined.account
        yield {
            "message": account.flight,
            "in": account.came,
            "out": account.out,
            "filtered": account.filtered,
            "duplicates": account.duplicates,
            "lost": account.lost,
        }


def _name(path: Path, number: int) -> str:
    """A message by its file and its number in it, from 1."""
    return f"{path}#{number + 1}"


def write_arrow(paths: list[Path], target: Path, chosen: Namespace) -> int:
    """One Arrow file (IPC) per table; messages are numbered on over all files."""
    import pyarrow as pa

    from vijfluik.engines.edifact.batching import schema
    from vijfluik.engines.edifact.renumbering import renumbered
    from vijfluik.engines.edifact.tables import TABLES

    writers = {
        table.name: pa.ipc.new_file(str(target / f"{table.name}.arrow"), schema(table.name))
        for table in TABLES
    }
    rows = dict.fromkeys(writers, 0)
    first = 0
    try:
        for path in paths:
            messages = 0
            for batch in batches_of(path, chosen):
                for name, content in renumbered(batch, first).items():
                    writers[name].write(content)
                    rows[name] += content.num_rows
                messages += batch["message"].num_rows
            first += messages
    finally:
        for writer in writers.values():
            writer.close()
    for name, count in rows.items():
        say(f"{target / name}.arrow: {count} rows")
    return 0
