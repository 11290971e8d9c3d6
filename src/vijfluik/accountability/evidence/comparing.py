"""Whether a receipt in its public form is the receipt with nothing changed but what it hides."""

from typing import Any

from vijfluik.accountability.evidence import naming
from vijfluik.accountability.evidence.arithmetic import Checked
from vijfluik.accountability.evidence.faults import Fault, require
from vijfluik.accountability.evidence.signs import least_and_most
from vijfluik.accountability.figures.computed import Cell
from vijfluik.accountability.figures.words import Words

# What the public form says otherwise, or besides.
_OTHERWISE = frozenset({"cells", "text", "value", "format", "receipt_sha256", "root_sha256"})


def check_against(public: Checked, *, whole: Checked | None, path: str) -> None:
    """Compare a receipt of a public bundle with that of the internal one.

    Args:
        public: as it is published.
        whole: the receipt of the same key; None when the internal bundle has none.
        path: of the public one.

    Raises:
        Fault: the first thing that the receipt says otherwise.
    """
    if whole is None:
        raise Fault(path, "the internal bundle holds no such receipt")
    require(public.sha256 == whole.sha256, file=path, message="it is of another receipt")
    if public.whole:
        return
    for name in sorted((public.facts.keys() | whole.facts.keys()) - _OTHERWISE - naming.SECRET):
        _same(public.facts.get(name), whole.facts.get(name), name=name, path=path)
    if "value" in public.facts:
        _same(public.facts["value"], whole.facts["value"], name="value", path=path)
        _same(public.facts["text"], whole.facts["text"], name="text", path=path)
    cells = {(each.dimension, each.member): each for each in whole.cells}
    own = {(each.dimension, each.member): each for each in public.cells}
    _same(sorted(map(str, own)), sorted(map(str, cells)), name="cells", path=path)
    for place, cell in own.items():
        _check_cell(cell, whole=cells[place], path=path)


def _check_cell(cell: Cell, *, whole: Cell, path: str) -> None:
    for said, hidden, counted in (
        (cell.value, cell.hidden, whole.value),
        (cell.records, cell.hidden_records, whole.records),
    ):
        true = said == counted if hidden is None else _true(hidden, counted=counted)
        require(
            true,
            file=path,
            message=f"of {cell.dimension} {cell.member} it says what the receipt does not",
        )


def _true(hidden: Words, *, counted: int | None) -> bool:
    """Whether a sign can stand for a number."""
    limits = least_and_most(hidden.nl)
    if limits is None or counted is None:
        return False
    least, most = limits
    return least <= counted and (most is None or counted <= most)


def _same(said: Any, counted: Any, *, name: str, path: str) -> None:
    require(said == counted, file=path, message=f"its {name} is not that of the receipt")
