"""The closed vocabulary of events: each kind has a name, two sentences and a schema of details.

Rooms declare their kinds as constants and register them when the platform starts; an event of an
unregistered kind cannot be recorded. Details take keys, codes, counts and days only: there is no
kind of detail that free text, and so personal data, would fit in.
"""

import datetime as dt
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from django.utils.functional import Promise

NAME = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_CODE = re.compile(r"[A-Za-z0-9_.:/+-]{1,120}")


class UnknownKindError(LookupError):
    """The event is of a kind that nobody registered."""


class WrongDetailsError(ValueError):
    """The details do not fit the schema of their kind."""


class Detail(Enum):
    """What a detail may be."""

    COUNT = "a whole number of at least 0"
    CODE = "a code without spaces, at most 120 characters"
    CODES = "a list of codes"
    KEY = "a random key (UUID)"
    DAY = "a day"
    MOMENT = "a moment with its time zone"
    FLAG = "true or false"

    def plain(self, value: object) -> object:
        """The value as it stands in canonical JSON.

        Raises:
            WrongDetailsError: it is something else.
        """
        found = _PLAIN[self](value)
        if found is None:
            raise WrongDetailsError(f"expected {self.value}, not {value!r}")
        return found


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of event.

    Attributes:
        name: `<room>.<what happened>`, never changed once used.
        done: the sentence of a completed act, with `{actor}`, `{object}` and details in braces.
        tried: the same with an act that was refused, failed or only begun ("wilde …").
        details: name → what it may be; all are needed except those in `optional`.
    """

    name: str
    done: Promise | str
    tried: Promise | str
    details: Mapping[str, Detail] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()

    def plain(self, details: Mapping[str, object]) -> dict[str, object]:
        """The details as canonical JSON holds them.

        Raises:
            WrongDetailsError: one is unknown, missing or of the wrong sort.
        """
        unknown = details.keys() - self.details.keys()
        if unknown:
            raise WrongDetailsError(f"{self.name} has no details named {sorted(unknown)}")
        missing = self.details.keys() - details.keys() - self.optional
        if missing:
            raise WrongDetailsError(f"{self.name} needs the details {sorted(missing)}")
        return {name: self.details[name].plain(value) for name, value in details.items()}


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Add kinds to the vocabulary; harmless when the same kind is there already.

    Raises:
        ValueError: a name is malformed, or stands for another kind already.
    """
    for kind in kinds:
        if not NAME.fullmatch(kind.name):
            raise ValueError(f"{kind.name!r} is not named as room.what_happened")
        if _kinds.setdefault(kind.name, kind) is not kind:
            raise ValueError(f"{kind.name} is registered twice")


def kind_named(name: str) -> Kind:
    """The kind of this name.

    Raises:
        UnknownKindError: there is none.
    """
    try:
        return _kinds[name]
    except KeyError:
        raise UnknownKindError(f"{name!r} is no registered kind of event") from None


def registered(kind: Kind) -> bool:
    """Whether exactly this kind is in the vocabulary."""
    return _kinds.get(kind.name) is kind


def all_kinds() -> tuple[Kind, ...]:
    """The whole vocabulary, by name."""
    return tuple(kind for _, kind in sorted(_kinds.items()))


def _count(value: object) -> object:
    return value if type(value) is int and value >= 0 else None


def _code(value: object) -> object:
    return str(value) if isinstance(value, str) and _CODE.fullmatch(value) else None


def _codes(value: object) -> object:
    if not isinstance(value, (list, tuple)):
        return None
    found = [_code(each) for each in value]
    return None if None in found else found


def _key(value: object) -> object:
    return str(value) if isinstance(value, uuid.UUID) else None


def _day(value: object) -> object:
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        return None
    return value.isoformat()


def _moment(value: object) -> object:
    if not isinstance(value, dt.datetime) or value.tzinfo is None:
        return None
    return value.astimezone(dt.UTC).isoformat()


def _flag(value: object) -> object:
    return value if isinstance(value, bool) else None


_PLAIN = {
    Detail.COUNT: _count,
    Detail.CODE: _code,
    Detail.CODES: _codes,
    Detail.KEY: _key,
    Detail.DAY: _day,
    Detail.MOMENT: _moment,
    Detail.FLAG: _flag,
}
