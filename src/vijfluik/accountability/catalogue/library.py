"""The whole catalogue: read once, checked against itself, and asked by everybody else."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from vijfluik.accountability.catalogue.claims import Claim, claim_from
from vijfluik.accountability.catalogue.described import (
    Described,
    Pattern,
    Row,
    described_from,
    pattern_from,
)
from vijfluik.accountability.catalogue.links import Link
from vijfluik.accountability.catalogue.located import (
    CatalogueError,
    Located,
    read_tables,
    read_whole,
)
from vijfluik.core.items.areas import Area
from vijfluik.core.items.register import Item, items
from vijfluik.core.items.words import Words

# An item's key stands before the number or the pattern in the id of a row.
ITEM = re.compile(r"[./]")
FOLDER = Path(__file__).with_name("data")


@dataclass(frozen=True, kw_only=True)
class Demand:
    """A row as it has to work for one item.

    `id` is `VK-35.2` for a row of the item's own and `VK-02/P-GRANT.3` for an inherited one.
    """

    id: str
    item: str
    row: Row
    claim: Claim | None

    @property
    def inherited(self) -> bool:
        """Whether it comes from a pattern or from another item."""
        return self.id != self.row.id


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Everything that the data files say."""

    described: Mapping[str, Described]
    patterns: Mapping[str, Pattern]
    actors: Mapping[str, Words]
    documents: Mapping[str, Words]
    figures: Mapping[str, Words]
    grounds: Mapping[str, Words]
    links: Sequence[Link]
    demands: Mapping[str, Demand]

    def demands_of(self, item: str) -> list[Demand]:
        """The rows of one item: its own, then the inherited ones."""
        return [demand for demand in self.demands.values() if demand.item == item]

    def with_pattern(self, pattern: str) -> list[str]:
        """The keys of the items that have a pattern."""
        return [key for key, each in self.described.items() if pattern in each.patterns]


@cache
def catalogue() -> Catalogue:
    """The platform's catalogue; a process reads it once.

    Raises:
        CatalogueError: a file cannot be taken.
    """
    return read_catalogue(FOLDER, known=items())


def read_catalogue(folder: Path, *, known: Mapping[str, Item]) -> Catalogue:
    """Read and check the data files of a folder.

    Args:
        folder: holds `patterns.toml`, the lists `actors`, `documents`, `figures` and `grounds`, and
            the folders `items/` and `claims/`.
        known: the items that have an identity; each has to be described, and no other.

    Raises:
        CatalogueError: the first fault, with its file and line.
    """
    patterns = {
        table.header: pattern_from(table)
        for table in read_tables(folder / "patterns.toml", below=folder)
    }
    lists = {
        name: read_whole(folder / f"{name}.toml", below=folder).pairs()
        for name in ("actors", "documents", "figures", "grounds")
    }
    tables = [
        table
        for file in sorted((folder / "items").glob("*.toml"))
        for table in read_tables(file, below=folder)
    ]
    described: dict[str, Described] = {}
    for table in tables:
        if table.header in described:
            raise table.wrong(f"it is described at {described[table.header].place} already")
        described[table.header] = described_from(table)
    for table in tables:
        _check(table, described[table.header], known=known, patterns=patterns, lists=lists)
    for key in known:
        if key not in described:
            raise CatalogueError(f"items: {key} is not described")
    # In the order of their identities, whatever file they stand in.
    described = {key: described[key] for key in known}
    links = _links(described)
    _check_whole(tables, described=described, links=links)
    demands = _demands(described, patterns=patterns)
    return Catalogue(
        described=described,
        patterns=patterns,
        actors=lists["actors"],
        documents=lists["documents"],
        figures=lists["figures"],
        grounds=lists["grounds"],
        links=links,
        demands=_claimed(demands, folder=folder, patterns=patterns, known=known),
    )


def _check(
    table: Located,
    entry: Described,
    *,
    known: Mapping[str, Item],
    patterns: Mapping[str, Pattern],
    lists: Mapping[str, Mapping[str, Words]],
) -> None:
    """Everything that an item names is there."""
    if entry.key not in known:
        raise table.wrong("no item has this key")
    named = {
        "patterns": (entry.patterns, patterns),
        "as": (entry.same_as, known),
        "runs": (entry.runs, lists["actors"]),
        "with": (entry.partners, lists["actors"]),
        "documents": (entry.documents, lists["documents"]),
        "figures": (entry.figures, lists["figures"]),
        "ground": (entry.ground, lists["grounds"]),
        "links": ([end for link in entry.links for end in link.ends], known),
    }
    for name, (values, there) in named.items():
        for value in values:
            if value not in there:
                raise table.wrong(f"{value!r} is unknown", name=name)
    if known[entry.key].area in entry.also:
        raise table.wrong("its own area stands among the others", name="also")


def _links(described: Mapping[str, Described]) -> list[Link]:
    """Every tie once, whichever end states it."""
    return list(dict.fromkeys(link for entry in described.values() for link in entry.links))


def _check_whole(
    tables: Sequence[Located], *, described: Mapping[str, Described], links: Sequence[Link]
) -> None:
    """No item stands alone, and no figure belongs to two items."""
    tied = {end for link in links for end in link.ends}
    owners: dict[str, str] = {}
    for table in tables:
        if table.header not in tied:
            raise table.wrong("it is linked to no other item", name="links")
        for figure in described[table.header].figures:
            if owners.setdefault(figure, table.header) != table.header:
                raise table.wrong(f"{figure} belongs to {owners[figure]}", name="figures")


def _demands(
    described: Mapping[str, Described], *, patterns: Mapping[str, Pattern]
) -> list[Demand]:
    """Every row of every item, inherited ones per item."""
    found = []
    for key, entry in described.items():
        found += [Demand(id=row.id, item=key, row=row, claim=None) for row in entry.rows]
        inherited = [row for name in entry.patterns for row in patterns[name].rows]
        inherited += [row for other in entry.same_as for row in described[other].rows]
        found += [Demand(id=f"{key}/{row.id}", item=key, row=row, claim=None) for row in inherited]
    return found


def _claimed(
    demands: Sequence[Demand],
    *,
    folder: Path,
    patterns: Mapping[str, Pattern],
    known: Mapping[str, Item],
) -> dict[str, Demand]:
    """The demands with what claims to serve them. What is said of a pattern's row holds for the
    items that it names, or for each that inherits it, unless the item has a claim of its own."""
    own = {demand.id for demand in demands}
    shared = {row.id for pattern in patterns.values() for row in pattern.rows}
    across = {key for key, item in known.items() if item.area == Area.ACROSS}
    claims: dict[str, Claim] = {}
    for file in sorted((folder / "claims").glob("*.toml")):
        for table in read_tables(file, below=folder):
            claim = claim_from(table)
            if claim.row not in own | shared:
                raise table.wrong("no row has this id")
            if claim.row in claims:
                raise table.wrong("it is claimed twice")
            if claim.programme and ITEM.split(claim.row)[0] not in across:
                raise table.wrong(
                    "only an item across all areas is served by any data", name="data"
                )
            for item in claim.items:
                if f"{item}/{claim.row}" not in own:
                    raise table.wrong(f"{item} does not inherit this row", name="items")
            claims[claim.row] = claim
    return {
        demand.id: replace(demand, claim=_claim_of(demand, claims=claims)) for demand in demands
    }


def _claim_of(demand: Demand, *, claims: Mapping[str, Claim]) -> Claim | None:
    if demand.id in claims:
        return claims[demand.id]
    shared = claims.get(demand.row.id)
    if shared is None or (shared.items and demand.item not in shared.items):
        return None
    return shared
