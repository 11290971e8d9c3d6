"""Figures beside one another: what breaks between two of one series is said, never hidden."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vijfluik.accountability.figures.definition import Definition
from vijfluik.core.facts.measures import Official
from vijfluik.core.facts.queries import FigureQuery


class MixedVersions(ValueError):
    """Two versions of one definition stand in one series."""


class UnseenBreak(ValueError):
    """Figures that count differently stand beside one another, and no mark says so."""


@dataclass(frozen=True, kw_only=True)
class Break:
    """Something that changes between two neighbours in a series; `note` has to be printed."""

    before: str
    after: str
    note: str


def breaks(definitions: Sequence[Definition]) -> list[Break]:
    """The breaks between neighbours in a series, each with the note that must stand beside it.

    Raises:
        MixedVersions: one figure stands there by two versions of its definition.
        ValueError: neighbours count differently and neither definition says so.
    """
    _refuse_mixed(definitions)
    found = []
    for before, after in pairwise(definitions):
        if counts_alike(before, after):
            continue
        note = after.break_note or before.break_note
        if note is None:
            raise ValueError(f"{before.key} and {after.key} count differently; neither says so")
        found.append(Break(before=before.key, after=after.key, note=note.nl))
    return found


def require_seen(definitions: Sequence[Definition], *, marked: Collection[str]) -> None:
    """Refuse a row, a chart or a course in which what breaks is not to be seen.

    Args:
        definitions: in the order in which they stand beside one another; the same figure may stand
            there by several versions.
        marked: keys (`id@version`) of those at which a mark with its note stands.

    Raises:
        UnseenBreak: a neighbour counts differently, or by another version, and neither is marked.
    """
    for before, after in pairwise(definitions):
        other_version = before.id == after.id and before.version != after.version
        if counts_alike(before, after) and not other_version:
            continue
        if before.key not in marked and after.key not in marked:
            raise UnseenBreak(f"{before.key} and {after.key} count differently; no mark says so")


def comparable(before: Definition, after: Definition) -> bool:
    """Whether two figures count the same, so that the one may be said to be more than the other.

    "Aangevraagd" is not "gegeven", what others supply is not what is computed, and a version of a
    definition is another one than the next.
    """
    return counts_alike(before, after) and (
        before.id != after.id or before.version == after.version
    )


def _refuse_mixed(definitions: Sequence[Definition]) -> None:
    versions: dict[str, int] = {}
    for definition in definitions:
        known = versions.setdefault(definition.id, definition.version)
        if known != definition.version:
            raise MixedVersions(
                f"{definition.id} stands there by versions {known} and {definition.version}"
            )


def counts_alike(before: Definition, after: Definition) -> bool:
    """Whether they differ in nothing but the period."""
    same_words = (before.kind, before.unit, before.status, before.counting) == (
        after.kind,
        after.unit,
        after.status,
        after.counting,
    )
    return same_words and _counting(before.query) == _counting(after.query)


def _counting(query: FigureQuery) -> tuple[object, ...]:
    if isinstance(query.measure, Official):
        # Which value it is stands in the filters; what it counts is said by series and status.
        return (query.source, query.measure)
    return (query.source, query.measure, query.filters, query.event, query.until)
