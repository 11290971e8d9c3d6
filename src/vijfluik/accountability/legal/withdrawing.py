"""The edge and the act by which a registration that was an error is taken back."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge
from vijfluik.core.registers.declaration import WITHDRAWN, Act


def withdraw_from(states: Iterable[str]) -> Edge:
    """From every state but its own target."""
    return Edge(
        name="withdraw",
        label=_("Intrekken"),
        sources=tuple(str(state) for state in states if str(state) != WITHDRAWN),
        target=WITHDRAWN,
        why=_("De registratie was een fout; ze telt nergens meer mee en blijft herleidbaar."),
        reason_asked=True,
        action="withdraw",
    )


WITHDRAWING = Act(
    name="withdraw",
    word="intrekken",
    done=_("Ingetrokken"),
    icon="refusal",
    tone="negative",
    danger=True,
)
