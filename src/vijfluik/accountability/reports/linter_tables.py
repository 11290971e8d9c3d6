"""The rules of the linter for what a report inserts: tables, charts and boxes."""

from __future__ import annotations

from collections.abc import Iterator

from vijfluik.accountability.reports.linter_finding import Finding, FindingCode, Saying
from vijfluik.accountability.reports.linter_numbers import BIND, NAKED, naked_numbers
from vijfluik.accountability.reports.linter_series import unmarked_breaks
from vijfluik.accountability.reports.structure import Figures
from vijfluik.core.documents.inline import Emphasis, Figure, Inline, Strong
from vijfluik.core.documents.structure import Block, Chart, Language, Section, Table
from vijfluik.core.documents.validation import contents_of

MIXED = Saying(
    dutch="Dit cijfer telt iets anders (status of definitieversie) dan de rest van de tabel.",
    english="This figure counts something else (status or definition version) than its table.",
)
MARK = Saying(
    dutch="Geef het een markering met een noot, of een eigen tabel.",
    english="Give it a marker with a note, or a table of its own.",
)


def table_findings(block: Block, *, figures: Figures, language: Language) -> Iterator[Finding]:
    """Yield the findings in ``block``: numbers without a figure, series that break unmarked."""
    if isinstance(block, Section):
        for inner in block.blocks:
            yield from table_findings(inner, figures=figures, language=language)
        return
    name = block.caption if isinstance(block, Table | Chart) else ""
    for text in _texts(block):
        for match in naked_numbers(text, language=language):
            yield _at_table(FindingCode.NAKED_NUMBER, f"{name}: {text}", match[0])
    table = block.table if isinstance(block, Chart) else block
    if isinstance(table, Table):
        for figure in unmarked_breaks(table, figures=figures):
            yield Finding(
                FindingCode.MIXED_SERIES, 0, 0, f"{table.caption}: {figure.id}", MIXED, MARK
            )


def _at_table(code: FindingCode, place: str, number: str) -> Finding:
    message = Saying(f"'{number}': {NAKED.dutch}", f"'{number}': {NAKED.english}")
    return Finding(code, 0, 0, place, message, BIND)


def _texts(block: Block) -> Iterator[str]:
    """Yield every text of ``block`` that somebody may have typed a number in."""
    for content in contents_of(block):
        yield _typed(content)
    table = block.table if isinstance(block, Chart) else block
    if isinstance(table, Table):
        yield from (column.header for column in table.columns)
        yield from (row.header for row in table.rows)
        yield from (note.text for note in table.notes)
        yield table.caption


def _typed(content: tuple[Inline, ...]) -> str:
    """Return the words of ``content`` with a bound figure cut out."""
    parts: list[str] = []
    for node in content:
        if isinstance(node, Emphasis | Strong):
            parts.append(_typed(node.content))
        elif isinstance(node, Figure):
            parts.append("\ufffc")
        else:
            parts.append(node.text)
    return "".join(parts)
