"""Taking a rule out: the function that holds it answers as if there were no rule.

The function keeps its identity and loses its code, so that it is out wherever it was imported.
"""

import contextlib
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

from django.db.models import QuerySet

from tests.serving.recording import function_of
from vijfluik.accountability.catalogue.claims import Claim, Without


def nothing(*_args: Any, **_named: Any) -> None:
    """Answer nothing."""


def empty(*_args: Any, **_named: Any) -> tuple[()]:
    """Answer that nothing was found."""
    return ()


def true(*_args: Any, **_named: Any) -> bool:
    """Answer yes."""
    return True


def any_target(self: Any, *, name: str, state: str) -> str:
    """An edge may be taken from every state."""
    return str(self.edge(name).target)


def everything(self: Any, register: Any, *, rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """No filter narrows."""
    return rows


def own_area(item: Any, area: Any) -> bool:
    """An item belongs to its own area only."""
    return bool(item.area == area)


def as_it_is(_self: Any) -> str:
    """A figure is said as if nothing had to be rounded."""
    return "exact"


def by_money(found: Any) -> Any:
    """Municipalities are ranked by what they were given."""
    return sorted(found, key=lambda each: -(each.numbers["awarded"] or 0))


def whole_report(built: Any, _area: Any) -> Any:
    """Whoever asks for an area gets everything."""
    return built


PLAIN: dict[Without, Callable[..., object]] = {
    Without.NOTHING: nothing,
    Without.EMPTY: empty,
    Without.TRUE: true,
}
# Rule → what its function does without it; for claims that say `without = "other"`.
OTHER: dict[str, Callable[..., object]] = {
    "vijfluik.accountability.catalogue.queries:_belongs": own_area,
    "vijfluik.accountability.figures.computed:Valued.hedge": as_it_is,
    "vijfluik.accountability.reports.areas:of_area": whole_report,
    "vijfluik.core.lifecycle.edges:Lifecycle.target": any_target,
    "vijfluik.programme.municipalities.support.queries:by_name": by_money,
    "vijfluik.core.registers.filtering:Wanted.apply": everything,
}


def replacement(claim: Claim) -> FunctionType:
    """What takes the place of a claim's rule.

    Raises:
        LookupError: the claim says `other` and nothing is written here for its rule.
    """
    found = PLAIN.get(claim.without) or OTHER.get(claim.rule)
    if not isinstance(found, FunctionType):
        raise LookupError(f"{claim.place}: nothing takes the place of {claim.rule}")
    return found


@contextlib.contextmanager
def taken_out(claim: Claim) -> Iterator[None]:
    """The claim's rule does not hold inside.

    Raises:
        LookupError: there is no such function.
        ValueError: its code holds on to something outside it and cannot be replaced.
    """
    function, stand_in = function_of(claim.rule), replacement(claim)
    kept = function.__code__, function.__defaults__, function.__kwdefaults__
    # Refuses by itself when the function closes over something.
    function.__code__ = stand_in.__code__
    function.__defaults__, function.__kwdefaults__ = None, None
    try:
        yield
    finally:
        function.__code__, function.__defaults__, function.__kwdefaults__ = kept
