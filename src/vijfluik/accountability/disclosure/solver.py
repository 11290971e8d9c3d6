"""Whole-number programmes over a network, by HiGHS: one processor, no noise, the same each time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from vijfluik.accountability.disclosure.network import Adding, Relation

Term = tuple[int, float]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A solution in whole numbers, by the place of the variable."""

    values: tuple[int, ...]


class _Quiet(highspy.Highs):
    """HiGHS that says nothing: a command that answers JSON writes nothing else."""

    def enableCallbacks(self) -> None:  # noqa: N802
        """Called while it is made, before any option can be set, and greets the console."""
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Programme:
    """Variables with bounds, rows with bounds, and a cost that may be asked again."""

    def __init__(self) -> None:
        self._highs = _Quiet()  # type: ignore[no-untyped-call]
        for name, value in (
            ("threads", 1),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 0.0),
        ):
            self._highs.setOptionValue(name, value)
        self._size = 0

    def variable(self, low: float, high: float | None) -> int:
        """Add a whole number between bounds and answer its place."""
        self._highs.addVar(low, highspy.kHighsInf if high is None else high)
        self._highs.changeColIntegrality(self._size, highspy.HighsVarType.kInteger)
        self._size += 1
        return self._size - 1

    def row(self, terms: Sequence[Term], *, low: float | None, high: float | None) -> None:
        """Add a condition: the sum of the terms lies between bounds."""
        places = np.array([place for place, _ in terms], dtype=np.int32)
        factors = np.array([factor for _, factor in terms], dtype=np.float64)
        self._highs.addRow(
            -highspy.kHighsInf if low is None else low,
            highspy.kHighsInf if high is None else high,
            len(terms),
            places,
            factors,
        )

    def least(self, cost: Mapping[int, float]) -> Answer | None:
        """The solution of least cost; None when there is none.

        Raises:
            RuntimeError: the solver stopped without an answer, which may never pass for "safe".
        """
        places = np.arange(self._size, dtype=np.int32)
        costs = np.zeros(self._size)
        for place, each in cost.items():
            costs[place] = each
        self._highs.changeColsCost(self._size, places, costs)
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"the solver stopped: {status}")
        found = self._highs.getSolution().col_value
        return Answer(values=tuple(round(each) for each in found))


def add_relation(
    programme: Programme,
    relation: Relation,
    *,
    places: Mapping[str, int],
    constants: Mapping[str, int],
) -> None:
    """Add a table to a programme: variables by their places, what is published as constants."""
    parts = [(places[name], 1.0) for name in relation.parts if name in places]
    rest = sum(constants[name] for name in relation.parts if name not in places)
    total = places.get(relation.total)
    known = 0 if total is not None else constants[relation.total]
    whole = [] if total is None else [(total, -1.0)]
    terms = _gathered([*parts, *whole])
    if relation.adding is Adding.EXACT:
        if terms:
            programme.row(terms, low=known - rest, high=known - rest)
        return
    if terms:
        programme.row(terms, low=known - rest, high=None)
    for name in relation.parts:
        _no_more_than_whole(
            programme, name=name, total=total, known=known, places=places, constants=constants
        )


def _no_more_than_whole(
    programme: Programme,
    *,
    name: str,
    total: int | None,
    known: int,
    places: Mapping[str, int],
    constants: Mapping[str, int],
) -> None:
    part = places.get(name)
    if part is None and total is None:
        return
    if part is None and total is not None:
        programme.row([(total, 1.0)], low=constants[name], high=None)
    elif part is not None and total is None:
        programme.row([(part, 1.0)], low=None, high=known)
    elif part is not None and total is not None and part != total:
        programme.row([(part, 1.0), (total, -1.0)], low=None, high=0)


def _gathered(terms: Sequence[Term]) -> list[Term]:
    """Terms with each place once; a part that is the whole cancels out."""
    found: dict[int, float] = {}
    for place, factor in terms:
        found[place] = found.get(place, 0.0) + factor
    return [(place, factor) for place, factor in found.items() if factor]
