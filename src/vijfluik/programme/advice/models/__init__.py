"""The data of the advice, a module per concept."""

from vijfluik.programme.advice.models.advice import Advice
from vijfluik.programme.advice.models.step import AdviceStep

__all__ = ["Advice", "AdviceStep"]
