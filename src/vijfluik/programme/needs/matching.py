"""Which offers fit a need, and why: on theme, for whom, and the form of extremism.

It compares closed words and weighs nothing: an offer fits on a field or it does not, no number
comes of it, and the order is that of names. Organisations are not compared with one another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from vijfluik.programme.needs.vocabulary import Level, NeedState
from vijfluik.programme.offers.models import Offer


@dataclass(frozen=True, kw_only=True)
class Fit:
    """An offer beside a need.

    Attributes:
        theme: the offer is about the need's theme.
        audience: for whom both are, by their codes; empty when they share nobody.
        forms: the forms that both name; empty where one of them is about every form alike.
        any_form: need or offer is about every form alike.
    """

    offer: Offer
    theme: bool
    audience: tuple[str, ...]
    forms: tuple[str, ...]
    any_form: bool

    @property
    def form(self) -> bool:
        """Whether it fits on the form of extremism."""
        return self.any_form or bool(self.forms)

    @property
    def whole(self) -> bool:
        """Whether it fits on each of the three."""
        return self.theme and bool(self.audience) and self.form


def fit_of(need: Any, *, offer: Offer) -> Fit:
    """How an offer stands beside a need; the same comparison for every organisation and form."""
    return Fit(
        offer=offer,
        theme=need.theme in offer.themes,
        audience=tuple(each for each in need.audience if each in offer.audience),
        forms=tuple(each for each in need.forms if each in offer.forms),
        any_form=not need.forms or not offer.forms,
    )


def fitting(need: Any, *, offers: Iterable[Offer]) -> Sequence[Fit]:
    """The offers that fit on all three, in the order in which they were given: by name."""
    found = (fit_of(need, offer=offer) for offer in offers)
    return [fit for fit in found if fit.whole]


def nearly(need: Any, *, offers: Iterable[Offer]) -> Sequence[Fit]:
    """The offers on the theme that do not fit on all three, in the same order."""
    found = (fit_of(need, offer=offer) for offer in offers)
    return [fit for fit in found if fit.theme and not fit.whole]


def wanting(need: Any) -> bool:
    """Whether support is needed that nobody chose yet."""
    return bool(need.state == NeedState.ANSWERED and need.level != Level.NONE)


def unmet(needs: Iterable[Any], *, offers: Sequence[Offer]) -> Sequence[Any]:
    """The needs that no offer fits, in the order in which they were given."""
    return [need for need in needs if wanting(need) and not fitting(need, offers=offers)]
