"""A figure as values: what it says, and with breakdowns and records what proves it."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from vijfluik.accountability.figures import wording
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.figures.hedges_numbers import Number
from vijfluik.accountability.figures.values import Fraction, Read, Supplied, Value
from vijfluik.accountability.figures.wording import NO_DATA
from vijfluik.accountability.figures.words import Words
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.kinds import Kind
from vijfluik.core.facts.statements import Statement

__all__ = ["NO_DATA", "Cell", "Computed", "Valued"]

CENTS = 100


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One value of one breakdown.

    member: None when records do not state it. beside: what a count shows beside its value. of: for
    a ratio, the denominator; its value is the numerator then.

    hidden, hidden_records: what stands in the place of the value, or of the number of records, when
    it is not published; the number is gone then. `disclosure.publishing` fills them in.
    """

    dimension: str
    member: str | None
    records: int
    value: int | None
    beside: int | None = None
    of: int | None = None
    hidden: Words | None = None
    hidden_records: Words | None = None

    def plain(self) -> dict[str, object]:
        """As canonical JSON holds it."""
        found: dict[str, object] = {
            "dimension": self.dimension,
            "member": self.member,
            "records": self.records,
            "value": self.value,
            "beside": self.beside,
        }
        return found if self.of is None else found | {"of": self.of}


@dataclass(frozen=True, kw_only=True)
class Valued:
    """A figure's value as of a moment, without breakdowns and without proof.

    value: None when it is a sum to which no record contributes ("geen gegevens") or a field that no
    record fills ("geen gegeven"); a count of nothing is 0; money in cents; a ratio in per cent;
    parts by their member. unstated: records that had to be left out because they state no amount.
    fraction: of a ratio. read: of a field. supplied: of an official value.
    """

    definition: Definition
    as_of: dt.datetime
    records: int
    unstated: int
    value: Value | None
    fraction: Fraction | None = None
    read: Read | None = None
    supplied: Supplied | None = None

    @property
    def hedge(self) -> Hedge:
        """How the value is said: as defined, or "ten minste" when records state no amount."""
        if self.supplied is not None:
            return self.supplied.hedge
        # Of a part and its whole neither is a least value.
        if self.unstated and self.fraction is None:
            return Hedge.AT_LEAST
        return self.definition.hedge

    @property
    def number(self) -> Number | None:
        """The value as one number in the unit of the figure, such as euros, if it is one."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | Decimal):
            return None
        if self.definition.kind is Kind.MONEY and not self.definition.official:
            euros = Decimal(self.value) / CENTS
            return int(euros) if euros == euros.to_integral_value() else euros
        return self.value

    @property
    def outward(self) -> Value | None:
        """The value as programs get it: as `value`, but an amount of money in euros."""
        return self.value if self.number is None else self.number

    def text(self, language: Language) -> str:
        """The value in words: "406", "ruim 4.800", "geen gegevens"."""
        return wording.text_of(self, language=language)


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
