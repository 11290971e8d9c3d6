"""The models of the room."""

from vijfluik.programme.municipalities.models.deviation import Deviation, DeviationStep

__all__ = ["Deviation", "DeviationStep"]
