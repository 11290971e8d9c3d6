"""How each step of an instalment is asked for and told."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.programme.grants.withdrawing import WITHDRAWING_MONEY

ACTS = (
    Act(
        name="pay",
        word="betalen",
        done=_("Betaald"),
        asks=("paid_on",),
        day="paid_on",
        initial=lambda _instalment: {"paid_on": today()},
        icon="positive",
        tone="positive",
    ),
    Act(name="cancel", word="laten-vervallen", done=_("Vervallen"), icon="closed"),
    WITHDRAWING_MONEY,
)
