"""The data of the room, a module per register."""

from vijfluik.accountability.legal.models.review import Review, ReviewStep
from vijfluik.accountability.legal.models.template import Template, TemplateStep
from vijfluik.accountability.legal.models.zone import Zone, ZoneStep

__all__ = ["Review", "ReviewStep", "Template", "TemplateStep", "Zone", "ZoneStep"]
