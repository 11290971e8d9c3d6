"""Taking back a registration of money, and what follows from it."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.withdrawing import WITHDRAWING

WITHDRAWING_MONEY = replace(
    WITHDRAWING,
    consequences=(
        _("De registratie telt in geen enkel cijfer of bedrag meer mee."),
        _("Ze blijft met haar verloop herleidbaar; niemand kan haar nog wijzigen."),
    ),
)
