"""How each step of a budget line is asked for and told."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.programme.grants.withdrawing import WITHDRAWING_MONEY

ACTS = (
    Act(
        name="adopt",
        word="vaststellen",
        done=_("Vastgesteld"),
        asks=("adopted_on", "amount_cents"),
        day="adopted_on",
        initial=lambda line: {"adopted_on": today(), "amount_cents": line.amount_cents},
        icon="decision",
        tone="positive",
    ),
    Act(
        name="close",
        word="afsluiten",
        done=_("Afgesloten"),
        asks=("fte_filled",),
        initial=lambda line: {"fte_filled": line.fte_filled},
        icon="closed",
        undone_by="reopen",
    ),
    Act(name="reopen", word="heropenen", done=_("Heropend"), icon="change"),
    WITHDRAWING_MONEY,
)
