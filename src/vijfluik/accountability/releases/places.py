"""The places of a text that a comment can stand at: its sections and its figures."""

from collections.abc import Iterator, Mapping

from django.utils.translation import get_language

from vijfluik.accountability.figures.library import library
from vijfluik.accountability.reports.prose import ProseError, parse
from vijfluik.accountability.reports.prose_binding import section_key
from vijfluik.accountability.reports.prose_nodes import HeadingLine
from vijfluik.accountability.reports.source import ReportSource
from vijfluik.core.documents.structure import Language


def places(report: ReportSource) -> Mapping[str, str]:
    """Key → words, in reading order: the sections of both editions, then the figures.

    A text that cannot be read has no sections yet; its figures are known all the same.
    """
    found: dict[str, str] = {}
    for text in report.prose.values():
        for key, title in _sections(text):
            found.setdefault(key, title)
    language = Language.ENGLISH if (get_language() or "nl").startswith("en") else Language.DUTCH
    for figure in report.figures:
        versions = library().get(figure)
        found[figure] = versions[-1].name.in_language(language) if versions else figure
    return found


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Section by section its anchor, as binding gives it, and its title."""
    try:
        blocks = parse(text).blocks
    except ProseError:
        return
    taken: dict[str, int] = {}
    for block in blocks:
        if not isinstance(block, HeadingLine):
            continue
        wanted = section_key(block.words.text)
        taken[wanted] = taken.get(wanted, 0) + 1
        number = taken[wanted]
        yield (wanted if number == 1 else f"{wanted}-{number}"), block.words.text
