"""The tables that may be counted. A room declares its own at start-up; nothing else exists.

A source is a versioned table: every version carries `tx_from`, `tx_to`, `vid` and `row_hash` of
core.versions, so that it can be counted as it was known at a moment.
"""

from dataclasses import dataclass

from vijfluik.core.facts.columns import (
    DATED,
    GROUPABLE,
    MONTH,
    Column,
    ColumnType,
    Dimension,
    UnknownName,
    checked,
)


@dataclass(frozen=True, kw_only=True)
class Source:
    """A versioned table as figures see it.

    name: what definitions call it, and what the access policy calls the thing unless `thing` says
    otherwise. model: Django's
    label of the versioned model, for the history of one record. table: the business table. key: the
    column that identifies a record. status: the column that says in which state a record is; every
    definition has to filter on it. main: the columns that a list of records shows. official:
    whether its records are values that others supplied (`measures.Official`). sought: whether an
    index of its current versions leads to what its figures count (`Counted`, with `by`).
    """

    name: str
    label: str
    model: str
    table: str
    key: str
    status: str
    columns: tuple[Column, ...]
    dimensions: tuple[Dimension, ...]
    main: tuple[str, ...]
    official: bool = False
    thing: str = ""
    sought: bool = False

    def __post_init__(self) -> None:
        for name in (self.name, self.table, self.key):
            checked(name)
        if len({column.name for column in self.columns}) != len(self.columns):
            raise UnknownName(f"{self.name}: a column is declared twice")
        for name in (self.status, *self.main):
            self.column(name)
        for dimension in self.dimensions:
            if dimension.column is not None:
                self.column(dimension.column, of=GROUPABLE)

    @property
    def governed_as(self) -> str:
        """What the access policy calls its records."""
        return self.thing or self.name

    @property
    def versions(self) -> str:
        """The version table, which is what figures read."""
        return f"{self.table}_version"

    @property
    def hash_function(self) -> str:
        """The function of core.versions that recomputes the hash of a version."""
        return f"{self.table}_hash"

    def column(self, name: str, *, of: frozenset[ColumnType] | None = None) -> Column:
        """The declared column of that name.

        Args:
            name: as declared.
            of: the types that will do; any when None.

        Raises:
            UnknownName: it is not declared, or of another type.
        """
        for column in self.columns:
            if column.name == name:
                if of is not None and column.type not in of:
                    wanted = " or ".join(sorted(of))
                    raise UnknownName(f"{self.name}.{name} is {column.type}, not {wanted}")
                return column
        raise UnknownName(f"{self.name} has no column {name!r} that may be counted")

    def event(self, name: str) -> Column:
        """The column that decides the period; a date or a moment.

        Raises:
            UnknownName: it is not declared, or holds no time.
        """
        return self.column(name, of=DATED)

    def dimension(self, name: str) -> Dimension:
        """The declared breakdown of that name; `month` always exists.

        Raises:
            UnknownName: it is not declared.
        """
        for dimension in (*self.dimensions, MONTH):
            if dimension.name == name:
                return dimension
        raise UnknownName(f"{self.name} has no breakdown {name!r}")


_sources: dict[str, Source] = {}


def declare(source: Source) -> Source:
    """Make a source known; a room does so in its `figures.py`, which is read at start-up.

    Raises:
        UnknownName: another source has that name already.
    """
    known = _sources.setdefault(source.name, source)
    if known is not source and known != source:
        raise UnknownName(f"two rooms declare the source {source.name!r}")
    return source


def declared(name: str) -> bool:
    """Whether a room declares the source."""
    return name in _sources


def source_named(name: str) -> Source:
    """The declared source of that name.

    Raises:
        UnknownName: no room declares it.
    """
    try:
        return _sources[name]
    except KeyError:
        raise UnknownName(f"no room declares the source {name!r}") from None
