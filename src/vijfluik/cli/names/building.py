"""`./run names index build` and `./run names certify`."""

import argparse
import datetime as dt
import hashlib
import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vijfluik.cli.names.inputs import index_at, tell_of_compiling, wrong
from vijfluik.cli.progress import say

if TYPE_CHECKING:
    # The command must start without loading the engine.
    from vijfluik.engines.names import Index

SHOWN_PROBLEMS = 20


def build(options: argparse.Namespace) -> int:
    """Build an index of lists with its certificate; nothing is replaced unless all went well."""
    if options.force is not None and len(options.force.strip()) < 10:
        wrong("--force: give the reason in a sentence; it stays in the index.")
    tell_of_compiling()
    from vijfluik.engines.names import Index
    from vijfluik.engines.names.certificate import certify, faults
    from vijfluik.engines.names.readers.problems import ListUnreadable, Problems
    from vijfluik.engines.names.readers.reading import read_lists

    problems = Problems()
    files = [Path(name) for name in options.lists]
    try:
        meta = {"lists": [described(file) for file in files], "built": now()}
        index = Index.build(read_lists(files, problems), say=say, meta=meta)
    except ListUnreadable as error:
        wrong(str(error))
    except OSError as error:
        wrong(f"{error.filename} cannot be read: {error.strerror}.")
    for message in problems.messages[:SHOWN_PROBLEMS]:
        say(f"Not read: {message}")
    if len(problems.messages) > SHOWN_PROBLEMS:
        say(f"… and {len(problems.messages) - SHOWN_PROBLEMS} more; all stand in the index.")
    index.meta["not_read"] = problems.messages
    if not index.lines:
        wrong("No entry could be read, so there is no index.")
    say("Index built; certifying …")
    certificate = certify(index, say=say, before=earlier(options.out))
    found = faults(certificate)
    for fault in found:
        say(f"Certificate: {fault}")
    if found and options.force is None:
        say(
            "The index is refused and nothing was replaced."
            " --force 'REASON' builds it all the same."
        )
        sys.stdout.write(summary(index.meta, certificate, accepted=False))
        return 1
    certificate["forced"] = options.force if found else None
    keep(index, certificate, options.out)
    sys.stdout.write(summary(index.meta, certificate, accepted=True))
    return 0


def now() -> str:
    """The moment of the build."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def described(file: Path) -> dict[str, object]:
    """A list by its name, size and hash: its version."""
    digest = hashlib.sha256()
    size = 0
    with file.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
            size += len(chunk)
    return {"file": file.name, "bytes": size, "sha256": digest.hexdigest()}


def earlier(folder: Path) -> dict[str, object] | None:
    """The certificate of the index that is there now, to compare with."""
    try:
        held = json.loads((folder / "certificate.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return held if isinstance(held, dict) else None


def keep(index: "Index", certificate: dict[str, object], folder: Path) -> None:
    """Write beside the old index, then put the new one in its place."""
    fresh = folder.with_name(folder.name + ".new")
    old = folder.with_name(folder.name + ".old")
    try:
        for left in (fresh, old):
            if left.exists():
                shutil.rmtree(left)
        index.save(fresh)
        text = json.dumps(certificate, ensure_ascii=False, indent=2)
        (fresh / "certificate.json").write_text(text + "\n", encoding="utf-8")
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
        if old.exists():
            shutil.rmtree(old)
    except OSError as error:
        wrong(f"{error.filename} cannot be written: {error.strerror}.")


def summary(meta: dict[str, object], certificate: dict[str, object], *, accepted: bool) -> str:
    """What was built, as JSON."""
    shown = {key: value for key, value in meta.items() if key != "not_read"}
    shown["not_read"] = len(meta.get("not_read", []))  # type: ignore[arg-type]
    return (
        json.dumps(
            {"accepted": accepted, "index": shown, "certificate": certificate},
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def certify_again(options: argparse.Namespace) -> int:
    """Measure an index again, and print the certificate; 1 when it has a fault."""
    tell_of_compiling()
    from vijfluik.engines.names.certificate import certify, faults

    index = index_at(options.index)
    certificate = certify(index, say=say, before=earlier(options.index))
    found = faults(certificate)
    for fault in found:
        say(f"Certificate: {fault}")
    sys.stdout.write(json.dumps(certificate, ensure_ascii=False, indent=2) + "\n")
    return 1 if found else 0
