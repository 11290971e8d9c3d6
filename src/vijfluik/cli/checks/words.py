"""Translations complete."""

from pathlib import Path

from vijfluik.cli import translations as tool


def translations(root: Path) -> list[str]:
    """Every sentence of the interface has its English, and no English is left over."""
    return tool.faults(catalogue=tool.catalogue_of(root), found=tool.sentences(root))
