"""Which state of the code this is: a hash over what is written, whoever committed it or not."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import vijfluik

_PACKAGE = Path(vijfluik.__file__).parent
# Made from the source, on this machine, by whoever runs it.
_MADE = {".mo", ".pyc"}


@dataclass(frozen=True, kw_only=True)
class CodeState:
    """Hashes of the platform's source and of its tests; of an installation without tests, none."""

    source: str
    tests: str


def hash_of(folder: Path) -> str:
    """SHA-256 over the paths and contents of a folder's files, in hexadecimal; none when absent."""
    if not folder.is_dir():
        return ""
    total = hashlib.sha256()
    files = {
        file.relative_to(folder).as_posix(): file
        for file in folder.rglob("*")
        if file.is_file() and file.suffix not in _MADE and "__pycache__" not in file.parts
    }
    for name, file in sorted(files.items()):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        total.update(f"{len(name)} {name} {content}\n".encode())
    return total.hexdigest()


def state_now(*, root: Path) -> CodeState:
    """The state of the code as it stands in a checkout at this moment."""
    return CodeState(source=hash_of(_PACKAGE), tests=hash_of(root / "tests"))


@cache
def running_source() -> str:
    """The hash of the source that this process runs, taken when it first asks."""
    return hash_of(_PACKAGE)
