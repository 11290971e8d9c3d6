"""What a receipt says: everything about a figure that can be computed again, and its hash."""

import datetime as dt
import json
from dataclasses import dataclass

from vijfluik import __version__
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.models import KEY_LENGTH, FigureReceipt
from vijfluik.accountability.figures.query_data import period_data
from vijfluik.accountability.figures.values import plain_value
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.kinds import Kind
from vijfluik.core.facts.statements import canonical, moment_text, plain, sha256


@dataclass(frozen=True, kw_only=True)
class Content:
    """The canonical JSON of a receipt, its hash and the key that comes of it."""

    text: str
    sha256: str

    @property
    def key(self) -> str:
        """The short name: the first 16 hexadecimal digits of the hash."""
        return self.sha256[:KEY_LENGTH]


def content_of(figure: Computed, *, software: str = __version__) -> Content:
    """The content of the receipt of a computed figure; the same figure gives the same content.

    Args:
        figure: as computed.
        software: the version that computed it; a verification fills in that of the receipt.
    """
    text = canonical(facts_of(figure, software=software))
    return Content(text=text, sha256=sha256(text))


def facts_of(figure: Computed, *, software: str) -> dict[str, object]:
    """The facts of a receipt by name, in the order in which a verification compares them."""
    definition = figure.definition
    cells = [cell.plain() for cell in figure.cells]
    facts: dict[str, object] = {
        "figure": definition.id,
        "definition": definition.key,
        "definition_sha256": definition.sha256,
        "as_of": moment_text(figure.as_of),
        "parameters": {
            "period": period_data(definition.query.period),
            "sql": plain(figure.statement.parameters),
        },
        "sql": figure.sql,
        "sql_sha256": sha256(figure.sql),
        "records": figure.records,
        "root": figure.root.hex(),
        "cells": cells,
        "cells_sha256": sha256(canonical(cells)),
        "unstated": figure.unstated,
        "value": plain_value(figure.value),
        "hedge": str(figure.hedge),
        "text": {str(language): figure.text(language) for language in Language},
        "software": software,
    }
    if figure.fraction is not None:
        facts["numerator"] = figure.fraction.numerator
        facts["denominator"] = figure.fraction.denominator
    if figure.supplied is not None:
        facts["supplied_by"] = figure.supplied.by
        facts["document"] = figure.supplied.document
        facts["place"] = figure.supplied.place
    if definition.kind is Kind.MONEY and not definition.official:
        facts["value_in"] = "cents"
    return facts


def parsed(content: str) -> dict[str, object]:
    """The facts of a stored receipt.

    Raises:
        ValueError: it is not the JSON of an object.
    """
    facts = json.loads(content)
    if not isinstance(facts, dict):
        raise ValueError("a receipt is a JSON object")
    return facts


def said_before(definition: Definition, *, as_of: dt.datetime) -> FigureReceipt | None:
    """The last receipt of a figure that was kept of an earlier moment, if there is one."""
    earlier = FigureReceipt.objects.filter(definition_id=definition.key, as_of__lt=as_of)
    return earlier.order_by("-as_of", "key").first()


def value_of(receipt: FigureReceipt) -> int | None:
    """The whole number that a receipt states; None when it states another sort of value."""
    value = parsed(receipt.content).get("value")
    return value if isinstance(value, int) and not isinstance(value, bool) else None
