"""What the words before a number leave open. Nothing here needs a database."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from vijfluik.accountability.figures.hedges import TOLERANCE, Claim, Hedge, claim_for
from vijfluik.accountability.figures.hedges_numbers import Number, number_text
from vijfluik.core.documents.structure import Language


@dataclass(frozen=True, slots=True)
class Range:
    """Between which values the number lies by the words; ``most`` is None when they set no limit.

    exact: the value itself, where it is computed and so known.
    """

    least: Decimal
    most: Decimal | None
    exact: Number | None


def range_by(value: Number, *, hedge: Hedge, rounded: bool) -> Range:
    """The range of a number. rounded: by whoever stated it, so that the exact one is not known."""
    if rounded:
        claim = Claim(hedge=hedge, stated=Decimal(value))
        return _range(claim, exact=value if hedge is Hedge.EXACT else None)
    return _range(claim_for(value, hedge=hedge), exact=value)


def end_text(value: Number, *, language: Language) -> str:
    """An end of a range as it is printed: whole where it is whole."""
    plain = Decimal(value)
    whole = plain == plain.to_integral_value()
    return number_text(int(plain) if whole else plain.normalize(), language=language)


def _range(claim: Claim, *, exact: Number | None) -> Range:
    """By the rules of `hedges.holds`."""
    stated, margin = claim.stated, abs(claim.stated) * TOLERANCE
    match claim.hedge:
        case Hedge.JUST_OVER:
            return Range(stated, stated + margin, exact)
        case Hedge.ALMOST:
            return Range(stated - margin, stated, exact)
        case Hedge.ABOUT:
            return Range(stated - margin, stated + margin, exact)
        case Hedge.MORE_THAN | Hedge.AT_LEAST:
            return Range(stated, None, exact)
        case Hedge.EXACT:
            return Range(stated, stated, exact)
