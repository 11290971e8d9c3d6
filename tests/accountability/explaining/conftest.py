"""The past of the figures, for the questions why."""

from tests.accountability.figures.conftest import officer, past, who

__all__ = ["officer", "past", "who"]
