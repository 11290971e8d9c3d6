"""Which test serves which row of the catalogue, and what proves it: see docs/catalogue.md."""

import pytest

from vijfluik.accountability.catalogue.library import catalogue


def per_item(row: str) -> list[object]:
    """A parameter for each item that inherits a row and claims to serve it, marked with the row.

    Args:
        row: of a pattern, such as `P-TRAIN.2`.
    """
    found = [
        demand.item
        for demand in catalogue().demands.values()
        if demand.inherited and demand.row.id == row and demand.claim is not None
    ]
    return [
        pytest.param(item, marks=pytest.mark.serves(f"{item}/{row}"), id=item) for item in found
    ]
