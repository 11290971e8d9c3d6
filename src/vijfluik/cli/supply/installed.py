"""Is what is installed what is pinned? Asked without a network."""

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import Distribution, distributions
from pathlib import Path

from vijfluik.cli.supply.pins import ROOT_PACKAGE, Pin, normalised

# What makes an environment is there without being asked for.
TOOLS = frozenset({"pip", "setuptools", "wheel", ROOT_PACKAGE})


def faults(
    *, pins: Sequence[Pin], allowed: Iterable[str], there: Iterable[Distribution] | None = None
) -> list[str]:
    """What differs, each with the package that it is about.

    Args:
        pins: what must be installed, in these versions.
        allowed: the names that may be installed beside those.
        there: what is installed; that of this environment when None.
    """
    found = {normalised(str(each.name)): each for each in there or distributions()}
    known = {pin.name for pin in pins} | set(allowed) | TOOLS
    said = [f"{name}: installed and not pinned" for name in sorted(set(found) - known)]
    for pin in pins:
        distribution = found.get(pin.name)
        # What is for some machines only was looked at by the installer, which knows this one.
        if distribution is None and pin.marker:
            continue
        if distribution is None:
            said.append(f"{pin.name}: pinned and not installed")
        elif distribution.version != pin.version:
            said.append(f"{pin.name}: {distribution.version} is installed, not {pin.version}")
        else:
            said += _changed(distribution, name=pin.name)
    return said


def _changed(distribution: Distribution, *, name: str) -> Iterator[str]:
    """The files of a package that are not as its installer noted them (RECORD)."""
    files = distribution.files
    if files is None:
        yield f"{name}: says of no file what it should be"
        return
    for file in files:
        # Byte code is made when a module is first read, and noted without a hash.
        if file.hash is None or file.suffix == ".pyc":
            continue
        place = Path(str(file.locate()))
        if not place.exists():
            yield f"{name}: {file} is gone"
        elif _digest(place, file.hash.mode) != file.hash.value:
            yield f"{name}: {file} was changed"


def _digest(place: Path, mode: str) -> str:
    made: Callable[..., hashlib._Hash] = getattr(hashlib, mode)
    return base64.urlsafe_b64encode(made(place.read_bytes()).digest()).rstrip(b"=").decode()
