"""The provisions that come with the software: one data file per act."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from vijfluik.core.law.provision import LawError, ProvisionVersion
from vijfluik.core.law.reading import read_file

FOLDER = Path(__file__).with_name("provisions")


@cache
def library() -> Mapping[str, tuple[ProvisionVersion, ...]]:
    """Id of a provision → its versions, in the order of revision and part; read once per process.

    Raises:
        LawError: a file cannot be taken.
    """
    files = sorted(FOLDER.glob("*.toml"))
    return arranged(version for file in files for version in read_file(file))


def arranged(versions: Iterable[ProvisionVersion]) -> dict[str, tuple[ProvisionVersion, ...]]:
    """The versions per provision.

    Raises:
        LawError: two files define one provision.
    """
    found: dict[str, list[ProvisionVersion]] = {}
    for version in versions:
        found.setdefault(version.slug, []).append(version)
    for slug, each in found.items():
        if len({version.key for version in each}) != len(each):
            raise LawError(f"{slug} is defined twice")
    return {slug: tuple(each) for slug, each in found.items()}


def provisions_of(rule: str) -> tuple[str, ...]:
    """The ids of the provisions behind a rule of the rule table, such as `R16`."""
    return tuple(slug for slug, versions in library().items() if versions[0].rule == rule)
