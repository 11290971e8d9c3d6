"""What the pages of the programme show."""

from collections.abc import Sequence
from dataclasses import dataclass

from vijfluik.accountability.figures.library import library
from vijfluik.core.documents.structure import Language
from vijfluik.core.items.areas import PANELS, Area
from vijfluik.core.items.register import Item, items, items_of
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.registry import serving


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An item with its name in the reader's language and the registers that serve it."""

    item: Item
    name: str
    registers: Sequence[Register]

    @property
    def in_use(self) -> bool:
        """Whether somebody can record something for it today."""
        return bool(self.registers)


@dataclass(frozen=True, kw_only=True)
class AreaEntry:
    """An area with its items, those in use first."""

    area: Area
    entries: Sequence[Entry]

    @property
    def in_use(self) -> int:
        """How many of its items have a register."""
        return sum(entry.in_use for entry in self.entries)


def area_entry(area: Area, *, language: str) -> AreaEntry:
    """One area."""
    entries = [entry_of(item, language=language) for item in items_of(area)]
    return AreaEntry(area=area, entries=sorted(entries, key=lambda entry: not entry.in_use))


def all_areas(*, language: str) -> list[AreaEntry]:
    """What lies across the areas, then the five in the order of the painting."""
    return [area_entry(area, language=language) for area in (Area.ACROSS, *PANELS)]


def entry_of(item: Item, *, language: str) -> Entry:
    """An item as the pages show it."""
    return Entry(item=item, name=item.name(language), registers=serving(item.key))


def find(key: str) -> Item | None:
    """The item of a key as it stands in an address: `vk-13`."""
    return items().get(key.upper())


def figures_of(item: Item, *, language: str) -> list[tuple[str, str]]:
    """The figures computed from an item's records: id and name, in the order of their ids."""
    chosen = Language.ENGLISH if language.startswith("en") else Language.DUTCH
    newest = [versions[-1] for _, versions in sorted(library().items())]
    return [
        (definition.id, definition.name.in_language(chosen))
        for definition in newest
        if definition.register_item == item.key
    ]
