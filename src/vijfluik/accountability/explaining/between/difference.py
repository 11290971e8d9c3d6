"""What differs between two reports: figures with the why, bindings of the prose, and promises."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from vijfluik.accountability.explaining.between.editions import Binding, Edition, Stated
from vijfluik.accountability.explaining.between.promises import Promise, promises
from vijfluik.accountability.explaining.causes import NotComparable, Why
from vijfluik.accountability.explaining.why import check_order, explain
from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.definition import Definition, definition_from
from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.figures.models import FigureDefinition, FigureReceipt
from vijfluik.accountability.figures.queries import THING as FIGURES
from vijfluik.accountability.figures.receipts import parsed
from vijfluik.accountability.figures.wording import exact_text
from vijfluik.accountability.reports.actions import THING as REPORTS
from vijfluik.core.access.gate import require
from vijfluik.core.documents.structure import Language
from vijfluik.core.versions.moments import close


@dataclass(frozen=True, kw_only=True)
class ChangedFigure:
    """A figure of both reports; why: None when its definition is not known here."""

    before: Stated
    after: Stated
    why: Why | None

    @property
    def changed(self) -> bool:
        """Whether the value or the definition is another."""
        return (self.before.value, self.before.definition) != (
            self.after.value,
            self.after.definition,
        )


@dataclass(frozen=True, kw_only=True)
class ChangedBinding:
    """A place of the text: what stood there and what stands there; None for a place that is not."""

    figure: str
    before: Binding | None
    after: Binding | None


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Two reports, the earlier one first.

    unproven: receipts that files name and that were never kept here, so that nobody can say whether
    the files are as they were built. altered: figures of which a file says another value than is
    computed by the definition and as of the moment that it names.
    """

    before: Edition
    after: Edition
    figures: tuple[ChangedFigure, ...]
    vanished: tuple[Stated, ...]
    new: tuple[Stated, ...]
    bindings: tuple[ChangedBinding, ...]
    promises: tuple[Promise, ...]
    unproven: tuple[str, ...]
    altered: tuple[str, ...]

    @property
    def changed(self) -> tuple[ChangedFigure, ...]:
        """The figures of both that differ."""
        return tuple(each for each in self.figures if each.changed)


def difference(before: Edition, after: Edition, *, files: Collection[Edition] = ()) -> Difference:
    """Compare two reports.

    Args:
        before: the earlier one.
        after: the later one.
        files: those of the two that come from files, which anybody may have changed.

    Raises:
        Refused: the actor may not read reports, or figures.
        WrongOrder: the first is not the earlier one.
        NotClosed: a page names a moment at which somebody may still write.
    """
    require(thing=REPORTS, action="read")
    require(thing=FIGURES, action="read")
    check_order(before.as_of, after.as_of)
    for edition in (before, after):
        close(edition.as_of, longest_wait=0)
    both = [name for name in after.figures if name in before.figures]
    figures = tuple(
        _changed(before.figures[name], after.figures[name], before=before, after=after)
        for name in both
    )
    return Difference(
        before=before,
        after=after,
        figures=figures,
        vanished=_only(before, beside=after),
        new=_only(after, beside=before),
        bindings=tuple(changed_bindings(before.bindings, after.bindings)),
        promises=promises(before=before.as_of, after=after.as_of),
        unproven=_unproven(files),
        altered=tuple(_altered(figures, before=before in files, after=after in files)),
    )


def changed_bindings(
    before: Iterable[Binding], after: Iterable[Binding]
) -> Iterator[ChangedBinding]:
    """The places of the text that differ; the nth place of a figure is that of its nth; pure."""
    first, last = _numbered(before), _numbered(after)
    for key in dict.fromkeys((*last, *first)):
        was, now = first.get(key), last.get(key)
        same = (
            was is not None
            and now is not None
            and (was.section, was.text) == (now.section, now.text)
        )
        if not same:
            yield ChangedBinding(figure=key[0], before=was, after=now)


def stored_definition(key: str) -> Definition | None:
    """The version of a definition that an annex names, as stored; None when it is not known."""
    stored = FigureDefinition.objects.filter(key=key).first()
    return None if stored is None else definition_from(parsed(stored.content), place=key)


def _changed(was: Stated, now: Stated, *, before: Edition, after: Edition) -> ChangedFigure:
    first, last = stored_definition(was.definition), stored_definition(now.definition)
    found = ChangedFigure(before=was, after=now, why=None)
    if not found.changed or first is None or last is None:
        return found
    try:
        answer = explain(first, last, before=before.as_of, after=after.as_of)
    except NotComparable:
        return found
    return ChangedFigure(before=was, after=now, why=answer)


def _only(edition: Edition, *, beside: Edition) -> tuple[Stated, ...]:
    return tuple(each for name, each in edition.figures.items() if name not in beside.figures)


def _altered(figures: Iterable[ChangedFigure], *, before: bool, after: bool) -> Iterator[str]:
    """The figures of which a page says something else than is computed."""
    for each in figures:
        if each.why is None:
            continue
        ends = ((each.before, each.why.before, before), (each.after, each.why.after, after))
        if any(of_file and not _says(stated, said) for stated, said, of_file in ends):
            yield each.after.figure


def _says(stated: Stated, said: Valued) -> bool:
    """Whether an annex says a value, in either language; "ten minste" is worded in other ways."""
    if said.hedge is Hedge.AT_LEAST or said.definition.split:
        return True
    return any(
        stated.value.startswith(
            exact_text(said, language=language).replace("\N{NO-BREAK SPACE}", " ")
        )
        for language in Language
    )


def _unproven(editions: Iterable[Edition]) -> tuple[str, ...]:
    named = {each.receipt for edition in editions for each in edition.figures.values()}
    known = FigureReceipt.objects.filter(key__in=named).values_list("key", flat=True)
    return tuple(sorted(named - set(known)))


def _numbered(bindings: Iterable[Binding]) -> dict[tuple[str, int], Binding]:
    seen: Counter[str] = Counter()
    found = {}
    for binding in bindings:
        found[binding.figure, seen[binding.figure]] = binding
        seen[binding.figure] += 1
    return found
