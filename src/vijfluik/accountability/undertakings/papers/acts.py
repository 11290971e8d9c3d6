"""How each step of a paper is asked for and told."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING

ACTS = (
    Act(
        name="propose",
        word="voorleggen",
        done=_("Ter goedkeuring voorgelegd"),
        asks=("send_by",),
        recorded_on="send_by",
        icon="decision",
        tone="info",
        undone_by="return",
        consequences=(_("Tekst en cijfers liggen vast tot een collega heeft beslist."),),
    ),
    Act(
        name="approve",
        word="goedkeuren",
        done=_("Goedgekeurd"),
        asks=("approved_on",),
        day="approved_on",
        initial=lambda _paper: {"approved_on": today()},
        icon="positive",
        tone="positive",
        undone_by="revoke",
    ),
    Act(name="return", word="teruggeven", done=_("Teruggegeven"), icon="change"),
    Act(
        name="revoke",
        word="goedkeuring-intrekken",
        done=_("Goedkeuring ingetrokken"),
        icon="change",
        tone="warning",
    ),
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
