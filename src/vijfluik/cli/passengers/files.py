"""Files that a person names: refused with a remedy before anything is read."""

from pathlib import Path

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"


class Unreadable(Exception):
    """What is wrong with a file and what to do about it."""


def checked(names: list[str]) -> list[Path]:
    """The files as paths.

    Raises:
        Unreadable: one is missing, a folder, a pipe, empty, compressed, or may not be read.
    """
    paths = [Path(name) for name in names]
    for path in paths:
        _check(path)
    return paths


def _check(path: Path) -> None:
    if not path.exists():
        raise Unreadable(f"There is no file {path}. Check the path.")
    if path.is_dir():
        raise Unreadable(f"{path} is a folder. Name the files in it, such as {path}/*.edi.")
    if not path.is_file():
        raise Unreadable(
            f"{path} is a pipe or a device: it can be read only once. Save it in a file first."
        )
    try:
        with path.open("rb") as file:
            head = file.read(4)
    except PermissionError:
        raise Unreadable(f"{path} may not be read by this user.") from None
    if not head:
        raise Unreadable(f"{path} is empty: there is no message in it.")
    if head.startswith(GZIP):
        raise Unreadable(f"{path} is compressed (gzip). Unpack it first: gunzip -k {path}")
    if head.startswith(ZIP):
        raise Unreadable(f"{path} is a ZIP archive. Unpack it first: unzip {path}")


def folder(name: str) -> Path:
    """A folder to write to, made when it is not there.

    Raises:
        Unreadable: it is a file, or cannot be made.
    """
    path = Path(name)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise Unreadable(f"{path} is a file. Name a folder to write to.") from None
    except PermissionError:
        raise Unreadable(f"{path} cannot be made: this user may not write there.") from None
    return path
