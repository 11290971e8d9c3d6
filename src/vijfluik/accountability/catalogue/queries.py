"""What the pages of the programme show."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import vijfluik
from vijfluik.accountability.catalogue.code_state import CodeState, running_source
from vijfluik.accountability.catalogue.described import Described
from vijfluik.accountability.catalogue.evidence import RULES, RUN, folder_of
from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.accountability.catalogue.standing import Standing, standing
from vijfluik.accountability.catalogue.states import ItemState, State, counted
from vijfluik.core.items.areas import PANELS, Area
from vijfluik.core.items.register import Item, items
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.registry import serving

_known: dict[tuple[object, ...], Standing] = {}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An item in the reader's language, with what serves it and how far it is.

    `guest`: it stands in a list of an area that is not its own.
    """

    item: Item
    described: Described
    name: str
    registers: Sequence[Register]
    state: ItemState
    guest: bool = False

    @property
    def in_use(self) -> bool:
        """Whether somebody can record something for it today."""
        return bool(self.registers)


@dataclass(frozen=True, kw_only=True)
class AreaEntry:
    """An area with its items: its own in the order of their keys, then those of other areas."""

    area: Area
    entries: Sequence[Entry]

    @property
    def in_use(self) -> int:
        """How many of its items have a register."""
        return sum(entry.in_use for entry in self.entries)

    @property
    def counts(self) -> list[tuple[State, int]]:
        """How many items there are of each state that occurs."""
        found = counted(entry.state.state for entry in self.entries)
        return [(state, number) for state, number in found.items() if number]


def area_entry(area: Area, *, language: str) -> AreaEntry:
    """One area with everything that belongs to it."""
    found = [
        entry_of(item, language=language, guest=item.area != area)
        for item in items().values()
        if _belongs(item, area)
    ]
    return AreaEntry(area=area, entries=sorted(found, key=lambda entry: entry.guest))


def _belongs(item: Item, area: Area) -> bool:
    """An item belongs to its own area and may have a part in others."""
    return item.area == area or area in catalogue().described[item.key].also


def all_entries(*, language: str) -> list[Entry]:
    """Every item once."""
    return [entry_of(item, language=language) for item in items().values()]


def by_area(entries: Iterable[Entry]) -> list[AreaEntry]:
    """Items under their own area: what lies across first, then the order of the painting."""
    listed = list(entries)
    return [
        AreaEntry(area=area, entries=found)
        for area in (Area.ACROSS, *PANELS)
        if (found := [entry for entry in listed if entry.item.area == area])
    ]


def entry_of(item: Item, *, language: str, guest: bool = False) -> Entry:
    """An item as the pages show it."""
    return Entry(
        item=item,
        described=catalogue().described[item.key],
        name=item.name(language),
        registers=serving(item.key),
        state=standing_here().items[item.key],
        guest=guest,
    )


def find(key: str) -> Item | None:
    """The item of a key as it stands in an address: `vk-13`."""
    return items().get(key.upper())


def evidence_folder() -> Path:
    """Where this installation keeps the evidence of its tests."""
    named = os.environ.get("VIJFLUIK_ROOT")
    return folder_of(Path(named) if named else Path(vijfluik.__file__).resolve().parents[2])


def standing_here() -> Standing:
    """How far everything is, by the evidence that lies here now; read again when it changes."""
    folder = evidence_folder()
    place = (folder, *(_changed(folder / name) for name in (RUN, RULES)))
    if place not in _known:
        _known.clear()
        code = CodeState(source=running_source(), tests="")
        _known[place] = standing(catalogue(), folder=folder, code=code)
    return _known[place]


def _changed(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
