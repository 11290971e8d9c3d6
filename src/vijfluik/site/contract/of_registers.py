"""The files in JSON of each register, made from what it declares."""

from collections.abc import Iterator

from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.exporting.fields import FieldKind
from vijfluik.core.registers.exporting.records import export_fields
from vijfluik.core.registers.filtering import SEARCH, sorts_of
from vijfluik.core.registers.kinds.plain import in_dutch
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.registry import registers
from vijfluik.site.contract.operation import Operation, Parameter
from vijfluik.site.contract.shapes import (
    DAY,
    NUMBER,
    TEXT,
    Schema,
    closed,
    one_of,
    or_nothing,
    several,
)
from vijfluik.ui.registers.addresses import SORT
from vijfluik.ui.registers.sought import SOUGHT

_KINDS: dict[FieldKind, Schema] = {
    FieldKind.TEXT: or_nothing(TEXT),
    FieldKind.NUMBER: or_nothing(NUMBER),
    FieldKind.DAY: or_nothing(DAY),
    FieldKind.SEVERAL: several(TEXT),
}

UNREADABLE = {400: ("text/html", "de verzegelde zoekwoorden zijn niet te openen: geen bestand")}


def register_operations() -> Iterator[Operation]:
    """One operation for each register: its records as JSON."""
    for register in registers():
        title = in_dutch(register.title)
        yield Operation(
            view=f"{register.thing}:export",
            name=register.path,
            tag="Registers",
            schema=shape_name(register),
            fixed={"format": "json"},
            parameters=tuple(_parameters(register)),
            faults=UNREADABLE,
            summary=f"{title} als gegevens",
            about="De vastleggingen die u mag uitvoeren, met dezelfde filters als de lijst. Een"
            " filter dat niet klopt versmalt niets; verzegelde woorden die niet te openen zijn,"
            " geven geen bestand.",
        )


def register_shapes() -> dict[str, Schema]:
    """The shape of each register's file, by its name."""
    return {shape_name(register): _file(register) for register in registers()}


def shape_name(register: Register) -> str:
    """The name of the shape: that of its address, as one word."""
    return "".join(part.capitalize() for part in register.path.replace("/", "-").split("-"))


def _file(register: Register) -> Schema:
    fields = export_fields(register, lookups=Lookups())
    row = closed(**{each.name: _KINDS[each.kind] for each in fields})
    return closed(
        opgesteldOp=DAY,
        **{register.path: several(row)},
        optional={"melding": TEXT, "voorbehoud": TEXT},
    )


def _parameters(register: Register) -> Iterator[Parameter]:
    if not register.persons:
        yield Parameter(name=SEARCH, about="woorden die er alle in staan", schema=TEXT)
    yield Parameter(
        name=SOUGHT, about="dezelfde woorden, verzegeld zoals de lijst ze doorgeeft", schema=TEXT
    )
    yield Parameter(name=SORT, about="de volgorde", schema=one_of(*sorted(sorts_of(register))))
    for each in register.filters:
        label = in_dutch(each.label) if each.label else each.word
        yield Parameter(name=each.word, about=f"filter: {label}", schema=TEXT)
