"""What figures may count of the needs."""

from vijfluik.core.registers.counting import declare_source
from vijfluik.programme.needs.registers import REGISTERS

SOURCES = tuple(declare_source(register) for register in REGISTERS)
