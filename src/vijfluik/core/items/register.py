"""Read the items from their data file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vijfluik.core.items.areas import Area

FILE = Path(__file__).with_name("items.toml")


@dataclass(frozen=True, kw_only=True)
class Item:
    """A scheme or system of the integrated approach.

    `records` are the registers that may hold something of it, by their thing; None for all of them.
    Of what stays with a service or with the investigators little or nothing stands here.
    """

    key: str
    area: Area
    nl: str
    en: str
    records: tuple[str, ...] | None = None

    def takes(self, thing: str) -> bool:
        """Whether a register may hold a record of it."""
        return self.records is None or thing in self.records

    def name(self, language: str) -> str:
        """The name in a language: English for `en…`, Dutch for every other."""
        return self.en if language.startswith("en") else self.nl


def parse(text: str) -> Mapping[str, Item]:
    """Key → item, in the order of the file.

    Raises:
        KeyError: an item lacks a name or an area.
        ValueError: an area is unknown.
    """
    return {
        key: Item(
            key=key,
            area=Area(entry["area"]),
            nl=entry["nl"],
            en=entry["en"],
            records=tuple(entry["records"]) if "records" in entry else None,
        )
        for key, entry in tomllib.loads(text).items()
    }


@cache
def items() -> Mapping[str, Item]:
    """All items; read once per process."""
    return parse(FILE.read_text(encoding="utf-8"))


def items_of(area: Area) -> list[Item]:
    """The items of one area."""
    return [item for item in items().values() if item.area == area]
