"""How each step of a round is asked for and told."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Act
from vijfluik.programme.grants.withdrawing import WITHDRAWING_MONEY

ACTS = (
    Act(
        name="open",
        word="openen",
        done=_("Geopend"),
        icon="planned",
        asks=("objection_weeks", "objection_basis"),
    ),
    Act(name="close", word="sluiten", done=_("Gesloten"), icon="closed", undone_by="reopen"),
    Act(name="reopen", word="heropenen", done=_("Heropend"), asks=("closes_on",), icon="change"),
    WITHDRAWING_MONEY,
)
