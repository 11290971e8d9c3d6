"""How each step of a paper is asked for and told."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING

ACTS = (
    Act(
        name="handle",
        word="behandeld",
        done=_("Behandeld"),
        asks=("handled_on",),
        day="handled_on",
        initial=lambda _paper: {"handled_on": today()},
        icon="positive",
        tone="positive",
        undone_by="reopen",
    ),
    Act(name="reopen", word="openzetten", done=_("Weer opengezet"), icon="change"),
    WITHDRAWING,
)
