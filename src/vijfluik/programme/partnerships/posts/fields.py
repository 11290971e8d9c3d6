"""What is known of a post, in the order of its pages and files."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field, Value
from vijfluik.programme.partnerships.common import (
    lead_field,
    partnership_field,
    reference_field,
)
from vijfluik.programme.partnerships.vocabulary import PostState

_HELD = (PostState.FILLED.value, PostState.ENDED.value)


def until_words(post: Any) -> Value:
    """The last day, or the words that stand for one."""
    day: Value = post.until_on
    return day or post.until_said or None


FIELDS = (
    Field(
        name="title",
        synonyms=("titel",),
        hint=_("de functie, nooit de naam van wie haar vervult"),
        example="Voorbeeldfunctie",
        names=True,
        listed=True,
    ),
    reference_field("VB-F-001"),
    partnership_field(),
    lead_field(),
    Field(name="kind", example="bilaterale post", listed=True),
    Field(name="country", example="Marokko", listed=True),
    Field(name="region", listed=True),
    Field(name="host", example="Voorbeeldinstelling"),
    Field(name="tasks"),
    Field(
        name="decided_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
    ),
    Field(name="from_on", past=True, needed=(PostState.FILLED.value,), only=_HELD, entered=False),
    Field(name="term_years"),
    Field(
        name="until_on",
        entered=False,
        listed=True,
        short=until_words,
        heading=_("tot en met"),
    ),
    Field(name="until_said", entered=False),
    Field(name="reported_on", past=True, only=_HELD, entered=False, listed=True),
    Field(name="report", only=_HELD, entered=False),
    Field(name="handover", needed=(PostState.ENDED.value,), entered=False),
    Field(name="code"),
    Field(name="state", synonyms=("status",), example="open", listed=True),
)
