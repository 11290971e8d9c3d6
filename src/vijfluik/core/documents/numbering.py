"""The numbers of tables and charts, the same in every format."""

from __future__ import annotations

from itertools import count

from vijfluik.core.documents.structure import Language
from vijfluik.core.documents.words import words_of


class Numbering:
    """Hands out "Tabel 1", "Figuur 1" … in reading order; one per written document."""

    def __init__(self, language: Language) -> None:
        self._words = words_of(language)
        self._tables = count(1)
        self._charts = count(1)

    def next_table(self) -> str:
        """Return the label of the next table."""
        return f"{self._words.table} {next(self._tables)}"

    def next_chart(self) -> tuple[str, str]:
        """Return the label of the next chart and the label of the table with its data."""
        number = next(self._charts)
        return f"{self._words.chart} {number}", f"{self._words.data_of} {number}"
