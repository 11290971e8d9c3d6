"""What makes an undertaking right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.accountability.undertakings.models import Paper
from vijfluik.accountability.undertakings.papers.rules import needs_approval
from vijfluik.accountability.undertakings.vocabulary import UndertakingState
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault

_LATER = ("due_on", "postponed_on", "settled_on", "house_said_on")


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of an undertaking."""
    for name in _LATER:
        day = content[name]
        if day is not None and content.made_on is not None and day < content.made_on:
            yield Fault(
                field=name,
                wrong=_("dit is vóór de toezegging"),
                right=_("de dag van de toezegging of later"),
            )
    yield from _said(content)
    yield from _letter(content, about)


def _letter(content: Content, about: About) -> Iterator[Fault]:
    """A letter that may not go yet settles nothing."""
    if about.state != UndertakingState.SETTLED:
        return
    letter = about.lookups.row(Paper, key=content.settled_in)
    if letter is None or letter.approved_on is not None:
        return
    if needs_approval(kind=letter.kind, dated_on=letter.dated_on):
        yield Fault(
            field="settled_in",
            wrong=_("deze brief is nog niet goedgekeurd"),
            right=_("laat eerst een collega de brief goedkeuren"),
        )


def _said(content: Content) -> Iterator[Fault]:
    """What the House says has a day, and a day says something."""
    if content.house_says and content.house_said_on is None:
        yield Fault(
            field="house_said_on", wrong=_("ontbreekt"), right=_("de dag waarop de Kamer dat zei")
        )
    if content.house_said_on is not None and not content.house_says:
        yield Fault(
            field="house_says", wrong=_("ontbreekt"), right=_("wat de Kamer op die dag zei")
        )
