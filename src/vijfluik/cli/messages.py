"""Translations as programs read them: `.mo` beside each `.po`, made by Babel, not by gettext."""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_older(folder: Path) -> list[Path]:
    """Make every `.mo` below `folder` that is missing or older than its `.po`.

    Entries marked fuzzy are left out: the page then shows the Dutch sentence.

    Returns:
        The files made.
    """
    made = []
    for source in sorted(folder.glob("**/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as reading:
            catalogue = read_po(reading, locale=source.parent.parent.name)
        half = target.with_suffix(f".{os.getpid()}.half")
        with half.open("wb") as writing:
            write_mo(writing, catalogue)
        half.rename(target)
        made.append(target)
    return made
