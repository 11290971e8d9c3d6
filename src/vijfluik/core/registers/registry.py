"""The registers that the rooms declare at start-up, for those who must look back at them."""

from vijfluik.core.registers.declaration import Register

_registers: dict[str, Register] = {}


def declare(register: Register) -> None:
    """Make a register known.

    Raises:
        ValueError: another register has its name already.
    """
    known = _registers.setdefault(register.thing, register)
    if known is not register:
        raise ValueError(f"the register {register.thing!r} is declared twice")


def registers() -> list[Register]:
    """All registers, in the order of their declaration."""
    return list(_registers.values())


def serving(item: str) -> list[Register]:
    """The registers that serve an item of the programme."""
    return [register for register in _registers.values() if item in register.items]
