"""Figures of one act: each is computed once, however often the act asks for it.

Adopting a release looks at its figures for the checklist and for each edition. As of a closed
moment they are the same each time, so within one act what was computed is used again. Outside such
an act nothing is remembered: what a process keeps, nobody can correct.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.definition import Definition
from vijfluik.core.access.gate import acting_now
from vijfluik.core.partners.acting import Acting
from vijfluik.core.versions.moments import closed_moment

# Who asks is part of it, so that nobody gets what another one may see.
_Key = tuple[str, str, str, dt.datetime]
_known: ContextVar[dict[_Key, Computed] | None] = ContextVar("figures_computed_once", default=None)
_now: ContextVar[dt.datetime | None] = ContextVar("moment_of_the_act", default=None)


@contextmanager
def computed_once() -> Iterator[None]:
    """Remember the figures that are computed in this block; blocks within it share them."""
    if _known.get() is not None:
        yield
        return
    token, moment = _known.set({}), _now.set(None)
    try:
        yield
    finally:
        _known.reset(token)
        _now.reset(moment)


def moment_of_act() -> dt.datetime:
    """The latest closed moment; within one act it stays the one that was asked for first."""
    if _known.get() is None:
        return closed_moment()
    if _now.get() is None:
        _now.set(closed_moment())
    return _now.get() or closed_moment()


def remembered(definitions: Sequence[Definition], *, as_of: dt.datetime) -> dict[str, Computed]:
    """Hash of a definition → its figure, of those that this act computed before."""
    known = _known.get()
    if not known:
        return {}
    who = acting_now()
    found = {each.sha256: known.get(_key(each, as_of=as_of, who=who)) for each in definitions}
    return {name: each for name, each in found.items() if each is not None}


def remember(figures: Sequence[Computed], *, as_of: dt.datetime) -> None:
    """Keep figures until the act is over; outside such an act nothing is kept."""
    known = _known.get()
    if known is not None:
        who = acting_now()
        known |= {_key(each.definition, as_of=as_of, who=who): each for each in figures}


def _key(definition: Definition, *, as_of: dt.datetime, who: Acting) -> _Key:
    return (str(who.actor.key), str(who.purpose), definition.sha256, as_of)
