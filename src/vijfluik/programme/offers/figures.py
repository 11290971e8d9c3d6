"""What figures may count of the offer. A form of extremism is counted, and leads to no person."""

from vijfluik.core.registers.counting import declare_source
from vijfluik.programme.offers.registers import REGISTERS

SOURCES = tuple(declare_source(register) for register in REGISTERS)
