"""One address that answers JSON, as its description declares it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vijfluik.site.contract.shapes import Schema


class Asks(StrEnum):
    """What whoever asks has to be."""

    NOTHING = "nothing"
    VISIT = "visit"


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A word behind the question mark. One that makes no sense is said, or narrows nothing."""

    name: str
    about: str
    schema: Schema


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One method of one address.

    Attributes:
        view: the name of the address, as `reverse` takes it.
        schema: the name of the shape of the answer, in `SHAPES`; empty for what is no JSON value.
        fixed: words of the address that this operation fills in, such as its format.
        form: what is sent, for a method that sends; each field by name.
        faults: status → what it says, beside those that every address has.
    """

    view: str
    name: str
    summary: str
    about: str
    schema: str
    media_type: str = "application/json"
    method: str = "get"
    asks: Asks = Asks.VISIT
    fixed: Mapping[str, str] = field(default_factory=dict)
    parameters: tuple[Parameter, ...] = ()
    form: Schema | None = None
    faults: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    tag: str = ""
