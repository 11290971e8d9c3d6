"""The rows of the table of targets, as `targets.toml` holds them."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Series:
    """One provider in one year: what its figures must be and what makes it believable.

    `trainings`, `participants` and `requested` are ids of figures, empty when no figure decides;
    the counts are explained in `targets.toml`.
    """

    name: str
    provider: str
    year: int
    courses: tuple[str, ...]
    first_day: dt.date | None = None
    trainings: str = ""
    participants: str = ""
    requested: str = ""
    sectors: tuple[int, ...] = ()
    others: int = 0
    cancelled: int = 0
    slipped: int = 0
    duplicates: int = 0
    late: int = 0
    miscounted: int = 0
    touched: int = 0
    swapped: int = 0
    exchanged: int = 0
    found_since: int = 0


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Activities of one course in one year that no figure counts."""

    course: str
    year: int
    held: int


@dataclass(frozen=True, kw_only=True)
class Current:
    """Work of one course around the day of loading, in days from that day."""

    course: str
    respond: tuple[int, ...] = ()
    result: tuple[int, ...] = ()
    planned: tuple[int, ...] = ()
