"""What stands outside the database and belongs to it: the journal's heads, their key, and the book
of what was destroyed.

A backup keeps it as it was then. A restore takes it as it is now, when it is still there: it knows
what was signed and destroyed since, which is the reason why it stands outside.
"""

import shutil
from pathlib import Path

FILES = ("heads.jsonl", "head.json", "sealer.pub", "sealer.key", "destroyed.jsonl")


def copied(source: Path, *, to: Path) -> list[str]:
    """Copy what there is, readable by this user alone; the names of what was copied."""
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = [name for name in FILES if (source / name).exists()]
    for name in found:
        shutil.copyfile(source / name, to / name)
        (to / name).chmod(0o600)
    return found
