"""What a receipt says in public: all of it, or the same with a sign in the place of what is hidden.

A receipt of which something is hidden leaves without the root over its records and without the hash
of its cells: whoever knew all else of it could try small numbers until a hash fits. The hash of the
whole receipt may stay, because the root, which nobody can guess, is in what it is taken of.
"""

import hashlib

from vijfluik.accountability.disclosure.publishing import published
from vijfluik.accountability.disclosure.treating import Treatment
from vijfluik.accountability.evidence import naming
from vijfluik.accountability.figures.computed import Cell, Computed
from vijfluik.accountability.figures.receipts import content_of, parsed
from vijfluik.accountability.figures.values import plain_value
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.statements import canonical


def hides(figure: Computed, *, treatment: Treatment) -> bool:
    """Whether anything of a figure is not published as it was counted."""
    return published(figure, treatment=treatment).cells != figure.cells


def published_receipt(figure: Computed, *, treatment: Treatment) -> bytes:
    """The public form of a receipt, as canonical JSON.

    Args:
        figure: as counted.
        treatment: of the publication; it hides something of the figure.
    """
    content = content_of(figure)
    facts = {
        name: value for name, value in parsed(content.text).items() if name not in naming.SECRET
    }
    shown = {each: published(figure, treatment=treatment, language=each) for each in Language}
    dutch = shown[Language.DUTCH]
    facts |= {
        "format": naming.PUBLISHED,
        "receipt_sha256": content.sha256,
        "root_sha256": hashlib.sha256(figure.root).hexdigest(),
        "text": {str(language): each.text(language) for language, each in shown.items()},
        "cells": [cell_data(cell) for cell in dutch.cells],
    }
    if figure.definition.split:
        # Its parts stand in the cells, in both languages.
        del facts["value"]
    else:
        facts["value"] = plain_value(dutch.value)
    return canonical(facts).encode()


def cell_data(cell: Cell) -> dict[str, object]:
    """A cell in its published form; a sign stands there in both languages."""
    found = cell.plain()
    if cell.hidden is not None:
        found["value"] = cell.hidden.plain()
    if cell.hidden_records is not None:
        found["records"] = cell.hidden_records.plain()
    return found
