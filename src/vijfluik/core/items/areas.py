"""The five intervention areas, and what lies across them. Areas are data, not folders."""

from enum import StrEnum


class Area(StrEnum):
    """Where an item belongs first; it may have a part in others (source L41-45)."""

    ACROSS = "overkoepelend"
    ACQUIRE = "verwerven"
    PREVENT = "voorkomen"
    PROTECT = "verdedigen"
    PREPARE = "voorbereiden"
    PROSECUTE = "vervolgen"


# The order of the painting.
PANELS = (Area.ACQUIRE, Area.PREVENT, Area.PROTECT, Area.PREPARE, Area.PROSECUTE)
