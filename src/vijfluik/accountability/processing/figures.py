"""What figures may count of the room: records about organisations, and nobody's data."""

from vijfluik.accountability.processing.activities_register import ACTIVITIES
from vijfluik.accountability.processing.assessments_register import ASSESSMENTS
from vijfluik.core.registers.counting import declare_source

SOURCES = tuple(declare_source(register) for register in (ACTIVITIES, ASSESSMENTS))
