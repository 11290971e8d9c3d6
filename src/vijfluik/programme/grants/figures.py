"""What figures may count of the grants; of the fund's rows too, which no ministry may open."""

from vijfluik.core.registers.counting import declare_source
from vijfluik.programme.grants.registers import REGISTERS

SOURCES = tuple(declare_source(register) for register in REGISTERS)
