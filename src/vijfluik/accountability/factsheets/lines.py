"""The lines of all sheets: each figure about municipalities, computed once, as published."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vijfluik.accountability.disclosure.actions import decide
from vijfluik.accountability.disclosure.publishing import published
from vijfluik.accountability.disclosure.tables import NOW, THEN
from vijfluik.accountability.disclosure.treating import Treatment, report_name, treatment_of
from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.actions import issue
from vijfluik.accountability.figures.computed import Cell, Computed
from vijfluik.accountability.figures.divisions import counts_places, of_places, redivided
from vijfluik.accountability.figures.library import in_force, library
from vijfluik.accountability.figures.presentation import ShownFigure, shown
from vijfluik.accountability.figures.receipts import Content, content_of
from vijfluik.accountability.reports.building import figure_address
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.kinds import Kind

PUBLICATION = report_name("gemeentebladen")
"""All sheets are one publication: what one of them hides, no other one gives away."""


@dataclass(frozen=True, kw_only=True)
class SheetLine:
    """A figure with its number per municipality.

    cells: key of the place → what is published of it. says_itself: whether the number of a
    municipality means something; otherwise it is 1 wherever the municipality counts at all.
    """

    figure: Computed
    shown: ShownFigure
    content: Content
    dimension: str
    cells: Mapping[str, Cell]

    @property
    def money(self) -> bool:
        """Whether it is an amount."""
        return self.figure.definition.kind is Kind.MONEY

    @property
    def says_itself(self) -> bool:
        """Whether it counts something else than municipalities."""
        return not counts_places(self.figure.definition)


def names(*, as_of: dt.datetime) -> list[str]:
    """The figures that are broken down by municipality, by their definitions of a moment."""
    return [each for each in library() if of_places(in_force(each, as_of=as_of))]


def lines(*, as_of: dt.datetime, language: Language, keep: bool) -> Sequence[SheetLine]:
    """The lines of every sheet as of a closed moment; a figure without records has none.

    Args:
        as_of: one for all.
        language: of the words.
        keep: whether receipts and what is hidden are kept; what leaves the platform needs it.

    Raises:
        Refused: the actor may not read figures.
        NotClosed: somebody may still write at the moment.
    """
    chosen = names(as_of=as_of)
    if keep:
        counted = [each.figure for each in issue(figures=chosen, as_of=as_of)]
    else:
        counted = queries.figures(names=chosen, as_of=as_of)
    counted = [each for each in counted if each.records]
    treat = decide if keep else treatment_of
    # The sheets show places and nothing else of a figure; its other breakdowns stand in no table.
    treatment = treat(
        [_places_only(each) for each in counted], publication=PUBLICATION, as_of=as_of
    )
    return [_line(each, treatment=treatment, language=language) for each in counted]


def _places_only(figure: Computed) -> Computed:
    kept = of_places(figure.definition)
    return replace(figure, cells=tuple(each for each in figure.cells if each.dimension in kept))


def _line(figure: Computed, *, treatment: Treatment, language: Language) -> SheetLine:
    definition = figure.definition
    both = redivided(figure)
    carried = both is not None and both.changed
    counted = both.now if both is not None and carried else figure
    shown_as = published(
        _places_only(counted),
        treatment=treatment,
        reading=NOW if carried else THEN,
        language=language,
    )
    dimension = of_places(definition)[0]
    return SheetLine(
        figure=shown_as,
        shown=shown(figure, language=language, url=figure_address(definition.id, figure.as_of)),
        content=content_of(figure),
        dimension=dimension,
        cells={
            each.member: each
            for each in shown_as.cells
            if each.dimension == dimension and each.member is not None
        },
    )
