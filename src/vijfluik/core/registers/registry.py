"""The registers that the rooms declare at start-up, for those who must look back at them."""

from vijfluik.core.access.compartments import need_declared
from vijfluik.core.registers.declaration import Register

_registers: dict[str, Register] = {}


def declare(register: Register) -> None:
    """Make a register known.

    Raises:
        ValueError: another register has its name already, or its records are people and no
            compartment declares that it is shut until they were assessed.
    """
    need_declared(register.thing, persons=register.persons)
    known = _registers.setdefault(register.thing, register)
    if known is not register:
        raise ValueError(f"the register {register.thing!r} is declared twice")


def registers() -> list[Register]:
    """All registers, in the order of their declaration."""
    return list(_registers.values())


def register_named(thing: str) -> Register:
    """The register of that name.

    Raises:
        KeyError: no room declares it.
    """
    return _registers[thing]


def register_of(model: type) -> Register | None:
    """The register whose records are of a model; None for another model."""
    return next((each for each in _registers.values() if each.model is model), None)


def serving(item: str) -> list[Register]:
    """The registers that serve an item of the programme."""
    return [register for register in _registers.values() if item in register.items]


def children_of(register: Register) -> list[tuple[Register, str]]:
    """The registers whose records may belong to one of this, each with the field that says so."""
    return [
        (other, field.name)
        for other in _registers.values()
        for field in other.fields
        if _leads_to(other, field=field.name, register=register)
    ]


def _leads_to(other: Register, *, field: str, register: Register) -> bool:
    found = other.model._meta.get_field(field)
    return getattr(found, "related_model", None) is register.model
