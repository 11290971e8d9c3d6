"""The heads of a journal that was restored to an earlier moment on purpose."""

import json
from pathlib import Path

from vijfluik.core.journal.heads import newest, read

AFTER = "heads.after.jsonl"


def set_apart(folder: Path, *, last_block: int) -> int:
    """Take away the heads of blocks that the database as it was earlier does not have.

    They stay beside the others, in `heads.after.jsonl`: they tell what was lost. With them in
    place the sealer would rightly not seal (`sealing.check_continues`).

    Args:
        folder: of the restored database, never of the running one.
        last_block: the number of the last block in it; 0 when it has none.

    Returns:
        How many blocks were signed that the database does not have.

    Raises:
        UnsoundHeadsError: the heads cannot be believed.
    """
    head = newest(read(folder))
    if head is None or head.block <= last_block:
        return 0
    book, newest_file = folder / "heads.jsonl", folder / "head.json"
    lines = book.read_bytes().splitlines(keepends=True) if book.exists() else []
    kept = [line for line in lines if json.loads(line)["block"] <= last_block]
    with (folder / AFTER).open("ab") as after:
        after.writelines(lines[len(kept) :])
        after.write(newest_file.read_bytes() if newest_file.exists() else b"")
    book.write_bytes(b"".join(kept))
    newest_file.unlink(missing_ok=True)
    return head.block - last_block
