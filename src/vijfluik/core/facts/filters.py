"""The closed set of conditions that a definition may set."""

from dataclasses import dataclass

from vijfluik.core.facts.columns import ColumnType

TEXTUAL = frozenset({ColumnType.TEXT})
LISTED = frozenset({ColumnType.TEXTS})
FLAGGED = frozenset({ColumnType.FLAG})


@dataclass(frozen=True, kw_only=True)
class Equals:
    """The column holds this value."""

    column: str
    value: str


@dataclass(frozen=True, kw_only=True)
class OneOf:
    """The column holds one of these values."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Overlaps:
    """The array in the column holds at least one of these values."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NotNull:
    """The column is filled."""

    column: str


@dataclass(frozen=True, kw_only=True)
class Empty:
    """The column is not filled."""

    column: str


@dataclass(frozen=True, kw_only=True)
class Is:
    """The column holds yes, or no."""

    column: str
    value: bool


Filter = Equals | OneOf | Overlaps | NotNull | Empty | Is
