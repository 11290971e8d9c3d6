"""The packages of a requirements file, with their hashes and what brings each of them in."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT_PACKAGE = "vijfluik"
LEVELS = ("base", "engines", "test", "check")
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"^\s+#\s+(?:via\s+)?(?P<name>[A-Za-z0-9._-]+)(?:\[.*)?(?:\s+\(.*)?$")


@dataclass(frozen=True, kw_only=True)
class Pin:
    """One package in one version.

    Attributes:
        name: as its registry writes it, normalised (PEP 503).
        hashes: SHA-256 of every file of this version that may be installed, in hexadecimal.
        via: the packages that need it; `vijfluik` for one that this project asks for itself.
        marker: for which machines it is, in the words of PEP 508; empty for all.
    """

    name: str
    version: str
    hashes: tuple[str, ...]
    via: tuple[str, ...]
    marker: str = ""


def normalised(name: str) -> str:
    """A name as registries compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_pins(file: Path) -> list[Pin]:
    """The pins of a file, by name.

    Raises:
        ValueError: a line is no pin of one version with a hash.
    """
    found: list[Pin] = []
    for block in re.split(r"\n(?=[^\s#])", f"\n{file.read_text(encoding='utf-8')}"):
        first, _, rest = block.strip("\n").partition("\n")
        if not first or first.startswith("#"):
            continue
        found.append(_pin(first, rest, place=file.name))
    return sorted(found, key=lambda pin: pin.name)


def _pin(first: str, rest: str, *, place: str) -> Pin:
    match = _PIN.match(first)
    hashes = tuple(sorted(_HASH.findall(f"{first}\n{rest}")))
    if match is None or not hashes:
        raise ValueError(f"{place}: no pin of one version with its hashes: {first!r}")
    marker = first.partition(";")[2].rstrip(" \\").strip()
    via = {
        normalised(said["name"])
        for line in rest.splitlines()
        if (said := _VIA.match(line)) and said["name"] != "via"
    }
    return Pin(
        name=normalised(match["name"]),
        version=match["version"],
        hashes=hashes,
        via=tuple(sorted(via)),
        marker=marker,
    )
