"""What is known of a milestone, in the order of its pages and files."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field, Value
from vijfluik.programme.partnerships.common import (
    lead_field,
    partnership_field,
    reference_field,
)
from vijfluik.programme.partnerships.vocabulary import MilestoneState

_REACHED = (MilestoneState.REACHED.value,)


def planned_words(milestone: Any) -> Value:
    """The day first agreed, or the words that stand for one."""
    day: Value = milestone.planned_on
    return day or milestone.planned_said or None


FIELDS = (
    Field(
        name="title",
        synonyms=("titel",),
        hint=_("wat er bereikt moet zijn"),
        example="Voorbeeld gereed",
        names=True,
        listed=True,
    ),
    reference_field("VB-M-001"),
    partnership_field(),
    lead_field(),
    Field(name="responsible"),
    Field(name="target", example="De eerste versie staat klaar."),
    Field(
        name="agreed_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
    ),
    Field(
        name="planned_on",
        synonyms=("planning",),
        example="01-02-2026",
        listed=True,
        short=planned_words,
        heading=_("gepland"),
    ),
    Field(name="planned_said"),
    Field(name="started_on", past=True, entered=False),
    Field(name="forecast_on", entered=False, listed=True, heading=_("nu verwacht")),
    Field(
        name="reached_on",
        past=True,
        needed=_REACHED,
        only=_REACHED,
        entered=False,
        listed=True,
        heading=_("bereikt"),
    ),
    Field(name="code"),
    Field(name="state", synonyms=("status",), example="gepland", listed=True),
)
