"""How each stage of a bill is asked for and told."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING

ACTS = (
    Act(
        name="submit",
        word="indienen",
        done=_("Ingediend"),
        asks=("submitted_on", "submitted_said", "dossier", "paper"),
        day="submitted_on",
        icon="planned",
    ),
    Act(
        name="adopt_second",
        word="tweede-kamer",
        done=_("Aangenomen door de Tweede Kamer"),
        asks=("second_adopted_on",),
        day="second_adopted_on",
        icon="decision",
    ),
    Act(
        name="adopt_first",
        word="eerste-kamer",
        done=_("Aangenomen door de Eerste Kamer"),
        asks=("first_adopted_on",),
        day="first_adopted_on",
        icon="decision",
    ),
    Act(
        name="publish",
        word="staatsblad",
        done=_("In het Staatsblad"),
        asks=("published_on", "published_in", "in_force_on"),
        day="published_on",
        icon="planned",
    ),
    Act(
        name="enter",
        word="in-werking",
        done=_("In werking getreden"),
        asks=("in_force_on", "provisions"),
        day="in_force_on",
        initial=lambda bill: {"in_force_on": bill.in_force_on, "provisions": bill.provisions},
        icon="positive",
        tone="positive",
    ),
    Act(
        name="reject",
        word="verworpen",
        done=_("Verworpen of ingetrokken"),
        asks=("ended_on",),
        day="ended_on",
        icon="refusal",
        tone="neutral",
    ),
    WITHDRAWING,
)
