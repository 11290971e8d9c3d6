"""How each step of an undertaking is asked for and told."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING

ACTS = (
    Act(
        name="postpone",
        word="uitstellen",
        done=_("Uitgesteld"),
        asks=("due_on", "postponed_in", "postponed_on"),
        day="postponed_on",
        initial=lambda undertaking: {"due_on": undertaking.due_on, "postponed_on": today()},
        icon="change",
        tone="warning",
        consequences=(_("De termijn verschuift; de oude dag blijft in de geschiedenis staan."),),
    ),
    Act(
        name="propose",
        word="afgedaan-voorstellen",
        done=_("Voorgesteld als afgedaan"),
        asks=("settled_on", "settled_in", "progress"),
        day="settled_on",
        initial=lambda undertaking: {
            "settled_on": today(),
            "progress": undertaking.progress,
        },
        icon="decision",
        tone="info",
        undone_by="return",
    ),
    Act(
        name="settle",
        word="afdoen",
        done=_("Afgedaan"),
        icon="positive",
        tone="positive",
        undone_by="reopen",
    ),
    Act(name="return", word="niet-afgedaan", done=_("Niet afgedaan bevonden"), icon="change"),
    Act(name="reopen", word="heropenen", done=_("Heropend"), icon="change"),
    WITHDRAWING,
)
