"""What figures may count of the requests for advice."""

from vijfluik.core.registers.counting import declare_source
from vijfluik.programme.advice.register import REGISTER

SOURCE = declare_source(REGISTER)
