"""The data of the needs, a module per concept."""

from vijfluik.programme.needs.models.need import Need, NeedStep
from vijfluik.programme.needs.models.round import NeedRound, NeedRoundStep

__all__ = ["Need", "NeedRound", "NeedRoundStep", "NeedStep"]
