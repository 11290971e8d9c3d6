"""The data of the room, a module per kind of record."""

from vijfluik.accountability.processing.models.activity import Activity, ActivityStep
from vijfluik.accountability.processing.models.assessment import Assessment, AssessmentStep

__all__ = ["Activity", "ActivityStep", "Assessment", "AssessmentStep"]
