"""What makes a request right beyond its fields: days in order, and nothing about citizens."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.citizens import identifies
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault

_TEXTS = ("subject", "requester", "answer")


def rules(content: Content, _about: About) -> Iterator[Fault]:
    """The faults of a request."""
    yield from _days(content)
    yield from _citizens(content)


def _days(content: Content) -> Iterator[Fault]:
    for name in ("started_on", "closed_on", "answer_by"):
        day = content[name]
        if day is not None and content.requested_on and day < content.requested_on:
            yield Fault(
                field=name,
                wrong=_("dit is vóór de aanvraag"),
                right=_("de dag van de aanvraag of later"),
            )


def _citizens(content: Content) -> Iterator[Fault]:
    for name in _TEXTS:
        if identifies(content[name]):
            yield Fault(
                field=name,
                wrong=_("hier lijken gegevens van een burger te staan"),
                right=_("de vraag van de organisatie, zonder nummers, adressen of geboortedata"),
            )
