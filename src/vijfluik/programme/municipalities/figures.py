"""What figures may count of the deviations."""

from vijfluik.core.registers.counting import declare_source
from vijfluik.programme.municipalities.deviations.register import DEVIATIONS

SOURCE = declare_source(DEVIATIONS)
