"""A figure that leaves the platform by itself, as a file: decided on and in its published form."""

from dataclasses import dataclass, replace

from vijfluik.accountability.disclosure.actions import decide
from vijfluik.accountability.disclosure.publishing import published, published_cell
from vijfluik.accountability.disclosure.tables import NOW
from vijfluik.accountability.disclosure.treating import Treatment, figure_name, treatment_of
from vijfluik.accountability.figures.actions import Issued
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.divisions import Redivided, redivided
from vijfluik.accountability.figures.presentation import detailed
from vijfluik.accountability.figures.values import plain_value
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.sources import source_named


@dataclass(frozen=True, kw_only=True)
class Outward:
    """A figure in its published form. counted: as it was counted, for nothing that is shown."""

    counted: Computed
    figure: Computed
    treatment: Treatment

    @property
    def hides(self) -> bool:
        """Whether a number of it is not shown."""
        return any(
            each.hidden is not None or each.hidden_records is not None for each in self.figure.cells
        )

    def redivided(self) -> Redivided | None:
        """The same in both readings of its places; None when it is not broken down by them."""
        both = redivided(self.counted)
        if both is None:
            return None
        now = published(both.now, treatment=self.treatment, reading=NOW)
        return replace(both, then=self.figure, now=now)


def outward_of(issued: Issued) -> Outward:
    """The published form of a figure whose file is made; what is decided of it is kept."""
    figure = issued.figure
    name = figure_name(figure.definition.id)
    return _outward(figure, treatment=decide([figure], publication=name, as_of=figure.as_of))


def seen(figure: Computed, *, language: Language) -> Outward:
    """The published form of a figure for who may not open every record behind it; keeps nothing."""
    name = figure_name(figure.definition.id)
    treatment = treatment_of([figure], publication=name, as_of=figure.as_of)
    return _outward(figure, treatment=treatment, language=language)


def told(issued: Issued, *, keys: list[str] | None) -> dict[str, object]:
    """A figure as a program gets it, by what its reader may open.

    Who may open every record behind it gets what was counted; others get what is published, without
    the root of the receipt, by which small numbers could be tried.

    Args:
        issued: the figure with its receipt.
        keys: of its records, when they were asked for.
    """
    content = detailed(issued, keys=keys)
    source = source_named(issued.figure.definition.query.source)
    if reach(who=acting_now(), thing=source.governed_as, action="read").everywhere:
        return content
    outward = seen(issued.figure, language=Language.DUTCH)
    content |= published_facts(outward)
    if outward.hides:
        del content["root"]
    return content


def published_facts(outward: Outward) -> dict[str, object]:
    """What a file in JSON says otherwise than the receipt: cells, and what became of them."""
    figure, pattern = outward.figure, outward.treatment.pattern
    key = outward.treatment.key
    return {
        "value": plain_value(figure.outward),
        "text": figure.text(Language.DUTCH),
        "cells": [published_cell(each) for each in figure.cells],
        "disclosure": {
            "threshold": pattern.limits.threshold,
            "publication": outward.treatment.publication,
            "pattern": None if key is None else str(key),
            "adopted": outward.treatment.adopted,
            "notes": {
                name: note
                for name in figure.definition.query.dimensions
                if (
                    note := outward.treatment.note(
                        figure=figure.definition.id, dimension=name, language=Language.DUTCH
                    )
                )
            },
        },
    }


def _outward(
    figure: Computed, *, treatment: Treatment, language: Language = Language.DUTCH
) -> Outward:
    shown = published(figure, treatment=treatment, language=language)
    return Outward(counted=figure, figure=shown, treatment=treatment)
