"""A report by area: the chapter of one of the five, with the receipts of its own figures only."""

from dataclasses import replace

from vijfluik.accountability.reports.building import Built
from vijfluik.accountability.reports.parts import base_of
from vijfluik.core.documents.structure import Document, ReceiptAnnex, Section
from vijfluik.core.documents.validation import figures_of
from vijfluik.core.items.areas import PANELS, Area


class NoSuchAreaError(LookupError):
    """The report has no chapter of that area."""


def areas_of(document: Document) -> tuple[Area, ...]:
    """The areas that have a chapter in a document, in the order of the painting."""
    there = {
        each.accent.key for each in document.blocks if isinstance(each, Section) and each.accent
    }
    return tuple(area for area in PANELS if area in there)


def of_area(built: Built, area: Area) -> Built:
    """A built report with the chapter of an area and nothing else of its text.

    The figures are those of the whole: the same moment, the same receipts, the same numbers hidden.

    Raises:
        NoSuchAreaError: there is no such chapter.
    """
    document = built.document
    chapters = tuple(
        each
        for each in document.blocks
        if isinstance(each, Section) and each.accent is not None and each.accent.key == area
    )
    if not chapters:
        raise NoSuchAreaError(area)
    alone = replace(document, blocks=chapters)
    used = {figure.receipt for figure in figures_of(alone)}
    annexes = (each for each in document.blocks if isinstance(each, ReceiptAnnex))
    kept = tuple(
        replace(each, receipts=tuple(one for one in each.receipts if one.key in used))
        for each in annexes
    )
    names = {base_of(figure.key) for figure in figures_of(alone)}
    return replace(
        built,
        document=replace(
            document,
            title=f"{document.title}: {chapters[0].title}",
            blocks=(*chapters, *kept),
        ),
        figures=tuple(each for each in built.figures if each.definition.id in names),
        published=tuple(each for each in built.published if each.definition.id in names),
    )
