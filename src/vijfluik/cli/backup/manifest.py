"""Whether a copy of the server's data is what its manifest says.

PostgreSQL has `pg_verifybackup` for this; that of the wheel breaks off at its first word.
"""

import hashlib
import json
from pathlib import Path

from vijfluik.cli.errors import CommandFailed

MANIFEST = "backup_manifest"
CHECKSUM = "SHA256"


def verify_copy(data: Path) -> int:
    """Compare every file with the manifest; the number of files.

    Raises:
        CommandFailed: the manifest or a file is missing or was changed; the message names it.
    """
    place = data / MANIFEST
    if not place.exists():
        raise CommandFailed(f"{data} has no {MANIFEST}: the copy was broken off.")
    text = place.read_bytes()
    # The checksum of the manifest itself is its last line, over all before it.
    told = json.loads(text)
    before = text[: text.rindex(b'"Manifest-Checksum"')]
    if hashlib.sha256(before).hexdigest() != told["Manifest-Checksum"]:
        raise CommandFailed(f"{place} was changed.")
    for each in told["Files"]:
        file = data / each["Path"]
        if not file.exists():
            raise CommandFailed(f"{file} is missing from the backup.")
        if file.stat().st_size != each["Size"] or _hash(file) != each["Checksum"]:
            raise CommandFailed(f"{file} is not what was copied.")
    return len(told["Files"])


def _hash(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
