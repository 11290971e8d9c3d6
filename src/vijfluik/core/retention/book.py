"""The book of what was destroyed, outside the database: so that a restored backup forgets it again.

A line per tombstone in `destroyed.jsonl`, in the folder that `VIJFLUIK_STATE` names: the random
key, the table, when, on what ground, and the hash. It is only added to, and holds nothing of a
person. Half a line, which a full disk or a power cut leaves, is of a tombstone that the database
has: it is written again.
"""

import json
import os
import uuid
from collections.abc import Iterable
from pathlib import Path

from vijfluik.core.retention.destroying import DESTROYER, destroy_again, destroy_lapsed
from vijfluik.core.retention.models import Tombstone

FILE = "destroyed.jsonl"


def run(folder: Path) -> int:
    """Destroy again what came back, destroy what is over, and write down what went.

    To be called before a restored database is served, and from then on as often as wanted.

    Returns:
        The number of records that this call destroyed.

    Raises:
        ValueError: the book has a line that is none; nothing was destroyed.
    """
    known = read(folder)
    again = destroy_again((base, key) for base, key in known.values())
    lapsed = destroy_lapsed()
    write(folder, stones=Tombstone.objects.using(DESTROYER).exclude(key__in=list(known)))
    return len(again) + len(lapsed)


def read(folder: Path) -> dict[uuid.UUID, tuple[str, uuid.UUID]]:
    """Tombstone → the table and the key of the record that went.

    Raises:
        ValueError: a line is none of ours; the message names it.
    """
    file = folder / FILE
    found: dict[uuid.UUID, tuple[str, uuid.UUID]] = {}
    if not file.exists():
        return found
    for number, line in enumerate(_whole(file).splitlines(), start=1):
        try:
            told = json.loads(line)
            found[uuid.UUID(told["key"])] = (str(told["base"]), uuid.UUID(told["object_key"]))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{file}:{number} is no line of this book") from error
    return found


def write(folder: Path, *, stones: Iterable[Tombstone]) -> None:
    """Add a line for each tombstone, and have it on disk before this returns."""
    lines = [
        json.dumps(
            {
                "key": str(stone.key),
                "base": stone.base,
                "object_key": str(stone.object_key),
                "destroyed_at": stone.destroyed_at.isoformat(),
                "ground": stone.ground,
                "digest": bytes(stone.digest).hex(),
            },
            sort_keys=True,
        )
        for stone in stones
    ]
    if not lines:
        return
    file = folder / FILE
    if file.exists():
        os.truncate(file, len(_whole(file).encode()))
    with file.open("a", encoding="utf-8") as book:
        book.write("".join(f"{line}\n" for line in lines))
        book.flush()
        os.fsync(book.fileno())


def _whole(file: Path) -> str:
    """The lines that were written to their end."""
    content = file.read_text(encoding="utf-8")
    return content[: content.rfind("\n") + 1]
