"""What a figure may come to: a number, a part of a whole, what a record says, what others say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.figures.words import Words
from vijfluik.core.facts.columns import ColumnType
from vijfluik.core.facts.measures import Field, Pick, Precision
from vijfluik.core.facts.sources import Source

Single = int | str
Value = int | Decimal | str | tuple[Single, ...] | Mapping[str, int | str | None]
TENTH = Decimal("0.1")
# How many characters of a day in ISO 8601 are said.
LENGTHS = {Precision.DAY: 10, Precision.MONTH: 7}


@dataclass(frozen=True, kw_only=True)
class Fraction:
    """A part of a whole. Over groups both are added up, and never is an average taken."""

    numerator: int
    denominator: int

    def __add__(self, other: "Fraction") -> "Fraction":
        return Fraction(
            numerator=self.numerator + other.numerator,
            denominator=self.denominator + other.denominator,
        )

    @property
    def percentage(self) -> Decimal | None:
        """The part in a hundred, to one decimal; None of nothing."""
        return percentage(self.numerator, of=self.denominator)


def percentage(part: int | None, *, of: int | None) -> Decimal | None:
    """A part in a hundred of a whole, rounded half up to one decimal; None of nothing."""
    if part is None or not of:
        return None
    share = (Decimal(100) * part / of).quantize(TENTH, rounding=ROUND_HALF_UP)
    return share.to_integral_value() if share == share.to_integral_value() else share


@dataclass(frozen=True, kw_only=True)
class Read:
    """What a record says.

    values: one or two; empty when there is nothing to read. planned: whether it is what was planned
    and not what came of it. beside: what was planned, beside what came of it. several: records
    contradict one another, so that none of them is the value.
    """

    values: tuple[Single, ...] = ()
    planned: bool = False
    beside: Single | None = None
    several: bool = False


def read(rows: Iterable[Sequence[object]], *, measure: Field, source: Source) -> Read:
    """What the records say, in the order of the event.

    Args:
        rows: the fields of each record, as `compiling_fields.columns_of` orders them.
        measure: which of them give the value.
        source: the types of their columns.
    """
    found: dict[Read, None] = {}
    for row in rows:
        one = _one(row, measure=measure, source=source)
        if one is not None:
            found[one] = None
    if not found:
        return Read()
    order = list(found)
    if measure.pick is Pick.FIRST:
        return order[0]
    if measure.pick is Pick.LAST:
        return _last(rows, measure=measure, source=source)
    return order[0] if len(order) == 1 else Read(several=True)


def _last(rows: Iterable[Sequence[object]], *, measure: Field, source: Source) -> Read:
    every = [_one(row, measure=measure, source=source) for row in rows]
    return [each for each in every if each is not None][-1]


def _one(row: Sequence[object], *, measure: Field, source: Source) -> Read | None:
    """What one record says; None when it says nothing."""
    width = len(measure.columns)
    said = [
        single(value, type=source.column(name).type, precision=measure.precision)
        for name, value in zip(measure.columns, row[:width], strict=True)
    ]
    planned = None
    if measure.planned:
        kind = source.column(measure.planned).type
        planned = single(row[width], type=kind, precision=measure.precision)
    if said[0] is not None:
        return Read(values=tuple(each for each in said if each is not None), beside=planned)
    return None if planned is None else Read(values=(planned,), planned=True)


def single(value: object, *, type: ColumnType, precision: Precision) -> Single | None:  # noqa: A002
    """A value of a record as a figure holds it: days by their precision, years as numbers.

    Raises:
        TypeError: it is neither a text nor a whole number.
    """
    if value is None or value == "":
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no value of a figure")
    if type not in {ColumnType.DATE, ColumnType.MOMENT}:
        return value
    if precision is Precision.YEAR:
        return int(value[:4])
    return value[: LENGTHS[precision]]


@dataclass(frozen=True, kw_only=True)
class Supplied:
    """What an organisation stated.

    number, parts, words: the value, whichever of the three it is; words may say more than a number
    could ("enkele tientallen"). hedge and word: how the source softens it. by: who stated it.
    document and place: where it stands.
    """

    number: int | None
    parts: Mapping[str, int] | tuple[int, ...] | None
    words: Words | None
    hedge: Hedge
    word: Words | None
    by: str
    document: str
    place: str

    @property
    def value(self) -> Value | None:
        """The value for machines; None when it is said in words only."""
        return self.number if self.parts is None else self.parts


def supplied(rows: Sequence[Sequence[object]] | None) -> Supplied | None:
    """The one value that stands, by `measures.OFFICIAL_COLUMNS`; None when nobody stated any.

    The database holds at most one confirmed value per figure and moment.
    """
    if not rows:
        return None
    number, parts, words_nl, words_en, hedge, word_nl, word_en, by, document, place = rows[-1]
    return Supplied(
        number=number if isinstance(number, int) else None,
        parts=_parts(parts),
        words=_words(words_nl, words_en),
        hedge=Hedge(str(hedge)),
        word=_words(word_nl, word_en),
        by=str(by),
        document=str(document),
        place=str(place),
    )


def _parts(parts: object) -> Mapping[str, int] | tuple[int, ...] | None:
    if isinstance(parts, Mapping):
        return {str(name): int(value) for name, value in parts.items()} or None
    if isinstance(parts, list):
        return tuple(int(value) for value in parts) or None
    return None


def _words(nl: object, en: object) -> Words | None:
    return Words(nl=str(nl), en=str(en)) if nl and en else None


def plain_value(value: Value | None) -> object:
    """A value as JSON holds it: a percentage as a number, several values as a list."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Mapping):
        return dict(value)
    return value
