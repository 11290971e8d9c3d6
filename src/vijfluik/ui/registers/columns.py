"""The columns of a register's pages, from its fields."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from vijfluik.core.registers.declaration import Field, Register, Text, Value
from vijfluik.core.registers.filtering import sort_words
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.kinds.kind import Kind
from vijfluik.core.registers.kinds.plain import Line
from vijfluik.core.registers.kinds.references import OtherRecord
from vijfluik.core.registers.lookups import Lookups


@dataclass(frozen=True, kw_only=True)
class Column:
    """One thing that is known of a record, as the pages show it; parts as in `Field`.

    written: in words of whoever recorded it, rather than of a list of ours.
    """

    key: str
    label: Text
    value: Callable[[Any], Value]
    sort: tuple[str, str] = ("", "")
    names: bool = False
    listed: bool = True
    number: bool = False
    short: Callable[[Any], Value] | None = None
    heading: Text = ""
    written: bool = False


def columns_of(register: Register, *, lookups: Lookups) -> tuple[Column, ...]:
    """The columns, in the order of the fields."""
    return tuple(_column(register, field=field, lookups=lookups) for field in register.fields)


def _column(register: Register, *, field: Field, lookups: Lookups) -> Column:
    kind = kinds_of(register)[field.name]
    value: Callable[[Any], Value] = register.standing
    if field.name != "state":
        value = lambda record: kind.on_page(record, lookups=lookups)  # noqa: E731
    return Column(
        key=field.name,
        label=str(kind.field.verbose_name),
        value=value,
        sort=sort_words(register, field=field),
        names=field.names,
        listed=field.listed,
        number=kind.number,
        short=field.short,
        heading=field.heading,
        written=_written(kind),
    )


def _written(kind: Kind) -> bool:
    """Whether people wrote it themselves, in Dutch: not a choice, and not what is asked in English
    beside it.
    """
    if isinstance(kind, Line):
        return not kind.field.name.endswith("_en")
    return isinstance(kind, OtherRecord)
