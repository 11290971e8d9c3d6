"""Writing what a command makes: whole or not at all."""

from pathlib import Path

from vijfluik.cli.errors import CommandFailed


def write_file(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there.

    Raises:
        CommandFailed: it cannot be written; says why.
    """
    half = path.with_suffix(f"{path.suffix}.half")
    try:
        half.write_bytes(content)
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        if error.strerror is None or error.errno is None:
            raise
        raise CommandFailed(f"{path} cannot be written: {error.strerror}.") from None


def read_file(path: Path) -> bytes:
    """The content of a file.

    Raises:
        CommandFailed: it cannot be read; says why.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandFailed(f"{path} cannot be read: {error.strerror}.") from None
