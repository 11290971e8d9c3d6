"""Checks of the files of the project themselves."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

MOST_LINES = 500
MODULES = {".py", ".sql", ".html", ".css", ".js", ""}
# One installation is not to know where another fetches its packages or keeps its files.
REGISTRY = re.compile(
    r"--(?:extra-)?(?:index-url)|--find[-]links"
    r"|(pypi|pythonhosted|npmjs|deb\.debian|crates|proxy\.golang)\.(org|com|io)",
    re.IGNORECASE,
)
HOME = re.compile(r"(?<![\w.$}])/(root|work|Users)/|(?<![\w.$}])/home/[a-z]")


def project_files(root: Path) -> list[Path]:
    """The files of the project: committed ones and new ones that are not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=root,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode().split("\0")
    return [root / name for name in sorted(set(names)) if name and (root / name).is_file()]


def size(root: Path) -> list[str]:
    """No module is longer than a person can keep in view."""
    found = []
    for file in project_files(root):
        if file.suffix in MODULES and _text(file) is not None:
            lines = len((_text(file) or "").splitlines())
            if lines > MOST_LINES:
                found.append(f"{file.relative_to(root)}: {lines} lines, at most {MOST_LINES}")
    return found


def addresses(root: Path) -> list[str]:
    """No package registry and no folder of one machine is named."""
    found = []
    for file in project_files(root):
        content = _text(file)
        if content is not None and file != Path(__file__):
            found += [f"{file.relative_to(root)}:{fault}" for fault in address_faults(content)]
    return found


def address_faults(content: str) -> Iterator[str]:
    """Line and words of each address that is one machine's own."""
    for number, line in enumerate(content.splitlines(), start=1):
        for pattern, what in ((REGISTRY, "package registry"), (HOME, "path of one machine")):
            if named := pattern.search(line):
                yield f"{number}: {what}: {named[0]}"


def _text(file: Path) -> str | None:
    """The content; None for a file that is no text."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
