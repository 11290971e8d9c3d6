"""A database of the test's own, and its figures."""

import datetime as dt
from collections.abc import Callable

import pytest

from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.queries import figures
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import account_named, actor_for
from vijfluik.core.versions.moments import closed_moment

Figures = Callable[..., dict[str, Computed]]


def somebody(name: str, *, purpose: Purpose = Purpose.PROGRAMME) -> Acting:
    """An account of the demonstration, acting for a purpose from the command line."""
    professional = account_named(name)
    assert professional is not None
    return Acting(actor=actor_for(professional), purpose=purpose, origin="command")


@pytest.fixture
def printed(committed: str) -> Figures:
    """Every figure as the policy officer sees it, as of a moment; now when none is given."""

    def found(as_of: dt.datetime | None = None) -> dict[str, Computed]:
        moment = as_of or closed_moment()
        with acting(somebody("noor")):
            return {each.definition.id: each for each in figures(as_of=moment)}

    return found
