"""Figures as others take them: with labels for people, as JSON for programs, as bound figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_noop

from vijfluik.accountability.figures import wording
from vijfluik.accountability.figures.actions import Issued
from vijfluik.accountability.figures.computed import Cell, Computed, Valued
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.figures.hedges_numbers import Number
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.official.wording import place_in
from vijfluik.accountability.figures.receipts import content_of, parsed
from vijfluik.accountability.figures.values import plain_value
from vijfluik.accountability.figures.versions import Version, versions_of
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.columns import Dimension
from vijfluik.core.facts.kinds import READ, Counting, Kind
from vijfluik.core.facts.measures import Distinct
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import moment_text

SOURCE_RECORDS, SOURCE_OFFICIAL = "records", "official"
SUPPLIED_BY = {
    Language.DUTCH: "Opgegeven door {by}; niet berekend uit registraties.",
    Language.ENGLISH: "Supplied by {by}; not computed from records.",
}
SUPPLIED_BRIEFLY = {
    Language.DUTCH: "opgegeven door {by}",
    Language.ENGLISH: "supplied by {by}",
}
STANDS_IN = {Language.DUTCH: "Bron", Language.ENGLISH: "Source"}
NO_SUPPLIER = {Language.DUTCH: "niemand", Language.ENGLISH: "nobody"}
NOT_STATED = {Language.DUTCH: "niet vermeld", Language.ENGLISH: "not stated"}
COUNTING = {
    Counting.UNIQUE: {
        Language.DUTCH: "Ieder telt één keer.",
        Language.ENGLISH: "Each counts once.",
    },
    Counting.MAY_DOUBLE_COUNT: {
        Language.DUTCH: "Wie meer dan één keer meedeed, telt meer dan één keer.",
        Language.ENGLISH: "Whoever took part more than once counts more than once.",
    },
}


@dataclass(frozen=True, kw_only=True)
class ShownFigure:
    """A figure in one language, in the shape that reports bind to prose, tables and charts.

    value: None when it is no number, or when there is none. words: what is printed for it when it
    is not a plain number that a sentence may round; empty otherwise. exact: for a table. supplied:
    who stated an official value; empty for what is computed.
    """

    id: str
    value: Number | None
    text: str
    name: str
    unit: str
    hedge: Hedge
    url: str
    receipt: str
    definition: str
    definition_version: str
    status: str
    note: str
    words: str
    exact: str
    supplied: str


@dataclass(frozen=True, kw_only=True)
class Breakdown:
    """One breakdown with the words for its members. overlapping: members share records."""

    name: str
    label: str
    overlapping: bool
    cells: tuple[tuple[str, Cell], ...]


def shown(figure: Computed, *, language: Language, url: str = "") -> ShownFigure:
    """The figure in a language. url: the page with its records."""
    definition = figure.definition
    return ShownFigure(
        id=definition.id,
        value=figure.number,
        text=figure.text(language),
        name=definition.name.in_language(language),
        unit=definition.unit.in_language(language),
        hedge=figure.hedge,
        url=url,
        receipt=content_of(figure).key,
        definition=definition.id,
        definition_version=str(definition.version),
        status=definition.status.in_language(language),
        note=note_of(definition, language=language),
        words=figure.text(language) if said_whole(figure) else "",
        exact=wording.exact_text(figure, language=language),
        supplied=supplied_briefly(figure, language=language),
    )


def said_whole(figure: Valued) -> bool:
    """Whether the text stands as it is: a day, parts, money, what others state, or nothing."""
    counted = figure.definition.query.tallied or isinstance(
        figure.definition.query.measure, Distinct
    )
    return not counted or figure.definition.kind is Kind.MONEY or figure.number is None


def supplied_briefly(figure: Valued, *, language: Language) -> str:
    """ "opgegeven door …" for an official value; empty for what is computed."""
    if not figure.definition.official:
        return ""
    stated = figure.supplied
    by = NO_SUPPLIER[language] if stated is None else stated.by
    return SUPPLIED_BRIEFLY[language].format(by=by)


def supplied_sentence(figure: Valued, *, language: Language) -> str:
    """Who stated an official value, and that nothing computed it; empty for other figures."""
    if not figure.definition.official:
        return ""
    stated = figure.supplied
    if stated is None:
        return SUPPLIED_BY[language].format(by=NO_SUPPLIER[language])
    said = SUPPLIED_BY[language].format(by=stated.by)
    place = place_in(stated.place, language=language)
    return f"{said} {STANDS_IN[language]}: {stated.document}, {place}."


def note_of(definition: Definition, *, language: Language) -> str:
    """What is printed under the figure: how it counts, and the break in its series if any."""
    counted = definition.kind not in READ and not definition.official
    parts = [COUNTING[definition.counting][language]] if counted else []
    parts += [
        words.in_language(language)
        for words in (definition.break_note, definition.ambiguity)
        if words is not None
    ]
    return " ".join(parts)


def breakdowns(figure: Computed, *, language: Language) -> list[Breakdown]:
    """The cells per breakdown with the words for their members, as the sources give them now."""
    source = source_named(figure.definition.query.source)
    found = []
    for name in figure.definition.query.dimensions:
        dimension = source.dimension(name)
        column = None if dimension.column is None else source.column(dimension.column)
        labels = {} if column is None or column.labels is None else column.labels()
        cells = [
            (label_of(cell, labels=labels, language=language), cell)
            for cell in figure.cells
            if cell.dimension == name
        ]
        found.append(
            Breakdown(
                name=name,
                label=breakdown_label(figure.definition, dimension=dimension),
                overlapping=sum(cell.records for _, cell in cells) > figure.records,
                cells=tuple(cells),
            )
        )
    return found


def breakdown_label(definition: Definition, *, dimension: Dimension) -> str:
    """What a breakdown is by, to be translated.

    A count of different places that are named in several columns is broken down by the places
    themselves, whichever column names them: by the name of one column it would be called wrong.
    """
    measure = definition.query.measure
    if not isinstance(measure, Distinct) or len(measure.columns) == 1:
        return dimension.label
    source = source_named(definition.query.source)
    counted = dimension.column in measure.columns
    if counted and source.column(str(dimension.column)).places:
        return gettext_noop("gemeente")
    return dimension.label


def label_of(cell: Cell, *, labels: Mapping[str, str], language: Language) -> str:
    """The words for the member of a cell; the member itself when it has none."""
    if cell.member is None:
        return NOT_STATED[language]
    return str(labels.get(cell.member, cell.member))


def summary(issued: Issued, *, shown: Valued | None = None) -> dict[str, object]:
    """One figure as `figures list` prints it; the text is Dutch, as published.

    Args:
        issued: the figure with its receipt.
        shown: what is said of it, when that is less than was counted.
    """
    figure = issued.figure if shown is None else shown
    return {
        "id": figure.definition.id,
        "value": plain_value(figure.outward),
        "text": figure.text(Language.DUTCH),
        "source": SOURCE_OFFICIAL if figure.definition.official else SOURCE_RECORDS,
        "as_of": moment_text(figure.as_of),
        "receipt": issued.receipt,
    }


def _versions(definition: Definition) -> tuple[Version, ...]:
    return versions_of(library().get(definition.id, (definition,)))


def _version(version: Version) -> dict[str, object]:
    until, note = version.valid_until, version.note
    return {
        "definition": version.definition.key,
        "sha256": version.definition.sha256,
        "valid_from": version.definition.valid_from.isoformat(),
        "valid_until": None if until is None else until.isoformat(),
        "reason": version.definition.reason,
        "changed": list(version.changed),
        "break": None if note is None else note.plain(),
    }


def detailed(issued: Issued, *, keys: list[str] | None) -> dict[str, object]:
    """What `figures show ID --format json` prints. keys: of the records, when asked for."""
    figure = issued.figure
    facts = parsed(issued.content.text)
    found = summary(issued) | {
        "name": figure.definition.name.nl,
        "unit": figure.definition.unit.nl,
        "status": figure.definition.status.nl,
        "note": note_of(figure.definition, language=Language.DUTCH),
        "definition_version": figure.definition.version,
        "versions": [_version(each) for each in _versions(figure.definition)],
        "definition": figure.definition.data() | {"sha256": figure.definition.sha256},
        "parameters": facts["parameters"],
        "sql": figure.sql,
        "sql_sha256": facts["sql_sha256"],
        "records": figure.records,
        "unstated": figure.unstated,
        "root": figure.root.hex(),
        "cells": facts["cells"],
        "receipt_sha256": issued.content.sha256,
    }
    for name in ("numerator", "denominator", "supplied_by", "document", "place", "value_in"):
        if name in facts:
            found[name] = facts[name]
    if figure.definition.kind is Kind.MONEY and not figure.definition.official:
        found["value_in"] = "euros"
        found["cents"] = facts["value"]
    if figure.definition.named:
        found["named"] = [
            cell.member for cell in figure.cells if cell.dimension == figure.definition.named
        ]
    if keys is not None:
        found["keys"] = keys
    return found
