"""A figure that leaves the platform by itself, as a file: decided on and in its published form."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import get_language

from vijfluik.accountability.disclosure.actions import decide
from vijfluik.accountability.disclosure.publishing import published, published_cell
from vijfluik.accountability.disclosure.tables import NOW
from vijfluik.accountability.disclosure.treating import Treatment, figure_name, treatment_of
from vijfluik.accountability.figures.actions import Issued
from vijfluik.accountability.figures.computed import Computed, Valued
from vijfluik.accountability.figures.computing import compute
from vijfluik.accountability.figures.definition import Definition
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
    if opens_all(issued.figure.definition):
        return content
    outward = seen(issued.figure, language=Language.DUTCH)
    content |= published_facts(outward)
    if outward.hides:
        del content["root"]
    return content


def opens_all(definition: Definition) -> bool:
    """Whether who acts now may open every record behind a figure."""
    source = source_named(definition.query.source)
    return reach(who=acting_now(), thing=source.governed_as, action="read").everywhere


def overview(figure: Valued) -> Valued:
    """A figure as overviews show it to who acts now; only one whose parts are its value differs."""
    if not figure.definition.split or opens_all(figure.definition):
        return figure
    [counted] = compute([figure.definition], as_of=figure.as_of)
    return seen(counted, language=_language()).figure


def listed(issued: Iterable[Issued]) -> list[tuple[Issued, Computed]]:
    """Figures in their published form, each beside its receipt: a list of them is a file."""
    return [(each, published_whole(each.figure)) for each in issued]


def published_whole(figure: Computed) -> Computed:
    """A figure in its published form where its value is its parts; any other as it is."""
    return seen(figure, language=Language.DUTCH).figure if figure.definition.split else figure


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


def _language() -> Language:
    """The language of the screen."""
    english = (get_language() or "nl").startswith("en")
    return Language.ENGLISH if english else Language.DUTCH


def _outward(
    figure: Computed, *, treatment: Treatment, language: Language = Language.DUTCH
) -> Outward:
    shown = published(figure, treatment=treatment, language=language)
    return Outward(counted=figure, figure=shown, treatment=treatment)
