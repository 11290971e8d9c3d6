"""How each step of an obligation is asked for and told."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING

ACTS = (
    Act(
        name="begin",
        word="uitvoeren",
        done=_("In uitvoering genomen"),
        asks=("report_by", "progress"),
        initial=lambda obligation: {
            "report_by": obligation.report_by,
            "progress": obligation.progress,
        },
        icon="planned",
    ),
    Act(
        name="report",
        word="verslag",
        done=_("Verslag gedaan"),
        asks=("reported_on", "report_by", "progress"),
        day="reported_on",
        initial=lambda obligation: {"reported_on": today(), "progress": obligation.progress},
        icon="change",
    ),
    Act(
        name="finish",
        word="uitgevoerd",
        done=_("Uitgevoerd"),
        asks=("done_on", "progress"),
        day="done_on",
        initial=lambda obligation: {"done_on": today(), "progress": obligation.progress},
        icon="positive",
        tone="positive",
        undone_by="reopen",
    ),
    Act(name="reopen", word="heropenen", done=_("Heropend"), icon="change"),
    WITHDRAWING,
)
