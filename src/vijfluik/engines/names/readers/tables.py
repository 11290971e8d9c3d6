"""Tables with a header, of which several rows may speak of one entry."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vijfluik.engines.names.attributes import Attributes
from vijfluik.engines.names.entries import Entry, Name
from vijfluik.engines.names.readers.problems import Problems
from vijfluik.engines.names.readers.text import rows

KNOWN = ("dob", "pob", "nationality", "document")


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """What one row says; empty texts say nothing."""

    id: str
    schema: str
    names: tuple[tuple[str, str], ...]
    dob: tuple[str, ...] = ()
    pob: tuple[str, ...] = ()
    nationality: tuple[str, ...] = ()
    document: tuple[str, ...] = ()


@dataclass
class Growing:
    """An entry while its rows come in."""

    schema: str = ""
    names: dict[str, str] = field(default_factory=dict)
    known: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in KNOWN})

    def add(self, row: Gathered) -> None:
        """Add what a row says, once."""
        self.schema = self.schema or row.schema
        for text, kind in row.names:
            if text.strip():
                self.names.setdefault(" ".join(text.split()), kind)
        for name in KNOWN:
            for value in getattr(row, name):
                if value.strip() and value.strip() not in self.known[name]:
                    self.known[name].append(value.strip())


def grouped(
    file: Path, problems: Problems, *, delimiter: str, skip: int,
    gather: Callable[[Mapping[str, str]], Gathered], name: str, prefix: str,
) -> Iterator[Entry]:  # fmt: skip
    """The entries of a table: rows with the same id make one, wherever they stand.

    The header stands after `skip` rows. A row with more cells than the header, without id, or whose
    entry never gets a name is reported.
    """
    header: list[str] = []
    held: dict[str, Growing] = {}
    places: dict[str, int] = {}
    for number, (line, row) in enumerate(rows(file, problems, delimiter=delimiter)):
        if number < skip:
            continue
        if not header:
            header = [cell.strip() for cell in row]
            continue
        if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
            message = f"{len(row)} cells, while the header has {len(header)}"
            problems.add(file=file.name, place=f"line {line}", message=message)
            continue
        said = gather(dict(zip(header, (cell.strip() for cell in row), strict=False)))
        identity = said.id or f"line-{line}"
        held.setdefault(identity, Growing()).add(said)
        places.setdefault(identity, line)
    for identity, entry in held.items():
        if not entry.names:
            problems.add(file=file.name, place=f"line {places[identity]}", message="it has no name")
            continue
        problems.read += 1
        yield Entry(
            id=f"{prefix}{identity}", list=name, schema=entry.schema or "LegalEntity",
            names=tuple(Name(text=text, kind=kind) for text, kind in entry.names.items()),
            attributes=Attributes(**{key: tuple(values) for key, values in entry.known.items()}),
        )  # fmt: skip
