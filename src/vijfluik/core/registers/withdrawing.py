"""Taking back a registration that was an error: the same edge and act in every register."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge
from vijfluik.core.registers.declaration import WITHDRAWN, Act

# A register in which more follows from it says so: `replace(WITHDRAWING, consequences=…)`.
WITHDRAWING = Act(
    name="withdraw",
    word="intrekken",
    done=_("Ingetrokken"),
    icon="refusal",
    tone="negative",
    danger=True,
)


def withdraw_from(states: Iterable[str]) -> Edge:
    """The edge from each of these states, without the withdrawn one, to that one."""
    return Edge(
        name="withdraw",
        label=_("Intrekken"),
        sources=tuple(str(state) for state in states if str(state) != WITHDRAWN),
        target=WITHDRAWN,
        why=_("De registratie was een fout; ze telt nergens meer mee en blijft herleidbaar."),
        reason_asked=True,
        action="withdraw",
    )
