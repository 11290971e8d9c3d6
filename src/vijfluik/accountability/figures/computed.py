"""A figure as values: what it says, and with breakdowns and records what proves it."""

import datetime as dt
from dataclasses import dataclass

from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.hedges import Hedge, rounded_phrase
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.statements import Statement

NO_DATA = {Language.DUTCH: "geen gegevens", Language.ENGLISH: "no data"}


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One value of one breakdown.

    member: None when records do not state it. beside: what a count shows beside its value.
    """

    dimension: str
    member: str | None
    records: int
    value: int | None
    beside: int | None = None

    def plain(self) -> dict[str, object]:
        """As canonical JSON holds it."""
        return {
            "dimension": self.dimension,
            "member": self.member,
            "records": self.records,
            "value": self.value,
            "beside": self.beside,
        }


@dataclass(frozen=True, kw_only=True)
class Valued:
    """A figure's value as of a moment, without breakdowns and without proof.

    value: None when it is a sum to which no record contributes ("geen gegevens"); a count of
    nothing is 0. unstated: records that a sum had to leave out because they state no amount.
    """

    definition: Definition
    as_of: dt.datetime
    records: int
    unstated: int
    value: int | None

    @property
    def hedge(self) -> Hedge:
        """How the value is said: as defined, or "ten minste" when records state no amount."""
        return Hedge.AT_LEAST if self.unstated else self.definition.hedge

    def text(self, language: Language) -> str:
        """The value in words: "406", "ruim 4.800", "geen gegevens"."""
        if self.value is None:
            return NO_DATA[language]
        return rounded_phrase(self.value, hedge=self.hedge, language=language)


@dataclass(frozen=True, kw_only=True)
class Computed(Valued):
    """A figure with its breakdowns and what a receipt pins; root and fingerprints: see `tree`."""

    statement: Statement
    cells: tuple[Cell, ...]
    root: bytes
    fingerprints: bytes

    @property
    def sql(self) -> str:
        """The statement that gave it, with named places for its parameters."""
        return self.statement.sql
