"""The style guide: every component in all its states, with invented values and no database.

Its words are Dutch only: it is read by those who build, not by those who work.
"""

from vijfluik.ui.styleguide.samples import samples

__all__ = ["samples"]
