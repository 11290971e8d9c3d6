"""What figures may count of the room."""

from vijfluik.accountability.legal.reviews_register import REVIEWS
from vijfluik.accountability.legal.templates_register import TEMPLATES
from vijfluik.accountability.legal.zones_register import ZONES
from vijfluik.core.registers.counting import declare_source

SOURCES = tuple(declare_source(register) for register in (TEMPLATES, REVIEWS, ZONES))
