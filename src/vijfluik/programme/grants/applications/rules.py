"""What makes an application right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.grants.models import Round


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of an application."""
    yield from _in_time(content, about)
    yield from _amounts(content)
    yield from partners(content)
    if content.decided_on and content.applied_on and content.decided_on < content.applied_on:
        yield Fault(
            field="decided_on",
            wrong=_("dit is vóór de aanvraag"),
            right=_("de dag van de aanvraag of later"),
        )


def _in_time(content: Content, about: About) -> Iterator[Fault]:
    """Nobody applies before the opening. What comes too late is recorded; who assesses sees it."""
    found = about.lookups.row(Round, key=content.round)
    if found is None or content.applied_on is None:
        return
    if content.applied_on < found.opens_on:
        yield Fault(
            field="applied_on",
            wrong=_("dit is vóór de opening van de ronde"),
            right=_("%(day)s of later") % {"day": found.opens_on.strftime("%d-%m-%Y")},
        )


def _amounts(content: Content) -> Iterator[Fault]:
    if content.proposed_cents is None or content.asked_cents is None:
        return
    if content.proposed_cents > content.asked_cents:
        yield Fault(
            field="proposed_cents",
            wrong=_("dit is meer dan er is gevraagd"),
            right=_("hoogstens het gevraagde bedrag"),
        )


def partners(content: Content) -> Iterator[Fault]:
    """A municipality leads or takes part, not both, and takes part once."""
    if content.lead is not None and content.lead in content.participants:
        yield Fault(
            field="participants",
            wrong=_("de penvoerder staat erbij"),
            right=_("alleen de andere gemeenten"),
        )
    if len(set(content.participants)) != len(content.participants):
        yield Fault(
            field="participants",
            wrong=_("een gemeente staat er twee keer bij"),
            right=_("elke gemeente één keer"),
        )
