"""The versions of one definition: how long each holds, why it came, and what breaks there.

A version is added and never changed: receipts name the one that they were computed by. What another
version may not do is become another figure; that takes another id.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vijfluik.accountability.figures.definition import FIRST_REASON, Definition
from vijfluik.accountability.figures.reading import DefinitionError
from vijfluik.accountability.figures.series import counts_alike
from vijfluik.accountability.figures.words import Words

SAME: Mapping[str, Callable[[Definition], object]] = {
    "kind": lambda each: each.kind,
    "unit": lambda each: each.unit,
    "series": lambda each: each.series,
    "source": lambda each: each.query.source,
    "sort of measure": lambda each: type(each.query.measure),
}
"""What all versions of a figure have in common."""

TOLD: Mapping[str, Callable[[Definition], object]] = {
    "name": lambda each: each.name,
    "status": lambda each: each.status,
    "period": lambda each: each.query.period,
    "event": lambda each: (each.query.event, each.query.until),
    "filters": lambda each: each.query.filters,
    "measure": lambda each: each.query.measure,
    "counting": lambda each: each.counting,
    "hedge": lambda each: (each.hedge, each.hedge_word),
    "breakdowns": lambda each: (each.query.dimensions, each.query.beside, each.split, each.named),
    "basis": lambda each: each.basis,
    "ambiguity": lambda each: each.ambiguity,
}
"""The parts of a definition that a reader is told of when they changed."""


@dataclass(frozen=True, kw_only=True)
class Version:
    """A version with the half-open days on which it holds, and what it changed.

    valid_until: None for the last one. changed: names of `TOLD`; empty for the first. breaks:
    whether it counts something else than the one before, so that its note has to be printed.
    """

    definition: Definition
    valid_until: dt.date | None
    changed: tuple[str, ...]
    breaks: bool

    @property
    def note(self) -> Words | None:
        """What is printed where the version before and this one stand beside one another."""
        return self.definition.break_note if self.breaks else None


def versions_of(definitions: Sequence[Definition]) -> tuple[Version, ...]:
    """The versions of one figure, in their order."""
    ends: list[dt.date | None] = [each.valid_from for each in definitions[1:]]
    before: list[Definition | None] = [None, *definitions[:-1]]
    return tuple(
        Version(
            definition=each,
            valid_until=until,
            changed=() if earlier is None else changed_parts(earlier, each),
            breaks=earlier is not None and not counts_alike(earlier, each),
        )
        for each, until, earlier in zip(definitions, [*ends, None], before, strict=True)
    )


def changed_parts(before: Definition, after: Definition) -> tuple[str, ...]:
    """The names of what differs between two definitions, as `TOLD` orders them."""
    return tuple(name for name, part in TOLD.items() if part(before) != part(after))


def same_figure(before: Definition, after: Definition) -> bool:
    """Whether two definitions are versions of one figure, so that a difference means something."""
    return before.id == after.id and all(part(before) == part(after) for part in SAME.values())


def check_versions(definitions: Sequence[Definition]) -> None:
    """Refuse a next version that does not say why it came, or what breaks there.

    Raises:
        DefinitionError: it gives no reason, is another figure, or counts something else than the
            version before without a note.
    """
    for before, after in pairwise(definitions):
        other = [name for name, part in SAME.items() if part(before) != part(after)]
        if other:
            raise DefinitionError(
                f"{after.key}: another {other[0]} than {before.key} makes another figure; give it"
                " an id of its own"
            )
        if after.reason == FIRST_REASON:
            raise DefinitionError(f"{after.key}: a next version says in `reason` why it came")
        if counts_alike(before, after):
            continue
        if after.break_note is None:
            raise DefinitionError(
                f"{after.key}: counts something else than {before.key}; say it in `break_note`"
            )
