"""The definitions that the platform carries: one file per figure and version."""

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from vijfluik.accountability.figures.definition import Definition, definition_from
from vijfluik.accountability.figures.reading import DefinitionError
from vijfluik.accountability.figures.series import breaks
from vijfluik.accountability.figures.versions import check_versions
from vijfluik.core.facts.periods import AMSTERDAM, starts

FOLDER = Path(__file__).with_name("definitions")
STATES = LIVE, PLANNED = ("live", "planned")


class UnknownFigure(LookupError):
    """No definition has this id."""


@cache
def library() -> Mapping[str, tuple[Definition, ...]]:
    """Every figure's versions, oldest first; a process reads them once.

    Raises:
        DefinitionError: a file cannot be taken, or a series breaks without a note.
    """
    found = arranged(read_folder(FOLDER))
    check_series(versions[-1] for versions in found.values())
    return found


def check_series(definitions: Iterable[Definition]) -> None:
    """Refuse a series whose neighbours in time count differently and do not say so.

    Raises:
        DefinitionError: "aangevraagd" stands in the series of "gegeven" without a note.
    """
    series: dict[str, list[Definition]] = {}
    for definition in sorted(definitions, key=lambda each: (starts(each.query.period), each.id)):
        series.setdefault(definition.series, []).append(definition)
    for name, members in series.items():
        try:
            breaks(members)
        except ValueError as error:
            raise DefinitionError(f"{name}: {error}") from None


def read_folder(folder: Path) -> list[Definition]:
    """The definitions of a folder and the folders in it that can be computed, by file name.

    Raises:
        DefinitionError: a file cannot be taken, or its name is not `<id>.v<version>.toml`.
    """
    files = (read_file(file) for file in sorted(folder.rglob("*.toml")))
    return [each for each in files if each is not None]


def read_planned(folder: Path = FOLDER) -> list[Definition]:
    """The definitions of a folder that wait for the room of their source, by file name.

    Raises:
        DefinitionError: a file cannot be taken, or has another name than its content.
    """
    files = (read_file(file, planned=True) for file in sorted(folder.rglob("*.toml")))
    return [each for each in files if each is not None]


def read_file(file: Path, *, planned: bool = False) -> Definition | None:
    """One definition, when it is in the state that is asked for; otherwise None.

    Args:
        file: `<id>.v<version>.toml`.
        planned: whether those are asked for that are written down before their source is there
            (`state = "planned"`); they are in no list and cannot be computed.

    Raises:
        DefinitionError: it cannot be taken, or the file has another name than its content.
    """
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DefinitionError(f"{file.name}: {error}") from None
    state = content.pop("state", LIVE)
    if state not in STATES:
        raise DefinitionError(f"{file.name}: state is one of {', '.join(STATES)}, not {state!r}")
    if (state == PLANNED) is not planned:
        return None
    definition = definition_from(content, place=file.name, planned=planned)
    if file.name != f"{definition.id}.v{definition.version}.toml":
        raise DefinitionError(f"{file.name}: holds {definition.key}")
    return definition


def arranged(definitions: Iterable[Definition]) -> dict[str, tuple[Definition, ...]]:
    """The versions per figure: numbered 1, 2, 3 … and each valid from a later day.

    Raises:
        DefinitionError: a number is missing or doubled, the days are out of order, or a version
            does not say why it came or what breaks there.
    """
    found: dict[str, list[Definition]] = {}
    for definition in definitions:
        found.setdefault(definition.id, []).append(definition)
    for figure, versions in found.items():
        versions.sort(key=lambda definition: definition.version)
        numbers = [definition.version for definition in versions]
        if numbers != list(range(1, len(versions) + 1)):
            raise DefinitionError(f"{figure}: versions {numbers} do not count from 1 upwards")
        days = [definition.valid_from for definition in versions]
        if sorted(set(days)) != days:
            raise DefinitionError(f"{figure}: a later version must be valid from a later day")
        check_versions(versions)
    return {figure: tuple(versions) for figure, versions in sorted(found.items())}


def in_force(
    figure: str, *, as_of: dt.datetime, of: Mapping[str, tuple[Definition, ...]] | None = None
) -> Definition:
    """The version of a definition by which the figure is counted as of a moment.

    It is the last one valid on the Dutch day of the moment; before the first day of the first
    version that first version holds, so that the past can be counted at all.

    Raises:
        UnknownFigure: no definition has this id.
    """
    versions = (library() if of is None else of).get(figure)
    if versions is None:
        raise UnknownFigure(figure)
    day = as_of.astimezone(AMSTERDAM).date()
    valid = [definition for definition in versions if definition.valid_from <= day]
    return valid[-1] if valid else versions[0]
