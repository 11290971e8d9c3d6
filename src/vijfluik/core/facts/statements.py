"""SQL with its parameters, and the one way to write values down so that they can be hashed."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Parameter = str | int | dt.date | dt.datetime | tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Statement:
    """SQL text with named places (`%(name)s`) and what fills them."""

    sql: str
    parameters: Mapping[str, Parameter]

    def __post_init__(self) -> None:
        object.__setattr__(self, "parameters", MappingProxyType(dict(self.parameters)))

    def bound(self) -> dict[str, str | int | dt.date | dt.datetime | list[str]]:
        """The parameters as psycopg takes them."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in self.parameters.items()
        }


def plain(parameters: Mapping[str, Parameter]) -> dict[str, object]:
    """Parameters as JSON holds them: days and moments in ISO 8601, moments in UTC."""
    return {name: _plain(value) for name, value in sorted(parameters.items())}


def moment_text(moment: dt.datetime) -> str:
    """A moment in UTC to the microsecond, always of the same length.

    Raises:
        ValueError: the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone is no moment")
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def canonical(content: object) -> str:
    """The one JSON text of a value: keys sorted, no spaces, characters as they are.

    Raises:
        TypeError: it holds something that is no JSON.
        ValueError: it holds a number that is not one.
    """
    return json.dumps(
        content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def sha256(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Parameter) -> object:
    if isinstance(value, dt.datetime):
        return moment_text(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value
