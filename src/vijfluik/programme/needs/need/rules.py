"""What makes a need right: a theme and a day of its round, for whom, and nobody named."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import exactly_one
from vijfluik.core.registers.citizens import names_nobody
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.needs.models import Need, NeedRound
from vijfluik.programme.needs.vocabulary import Level, NeedState, RoundState
from vijfluik.programme.offers.common import in_order


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a need."""
    yield from _of_round(content, about)
    yield from _fixed(content, about)
    yield from _for_whom(content)
    yield from names_nobody(content, names=("note",))
    yield from in_order(content, first="answered_on", then=("chosen_on",))
    if about.state == NeedState.CHOSEN:
        yield from _chosen(content)


def _of_round(content: Content, about: About) -> Iterator[Fault]:
    """The round asks this theme, and took answers on this day."""
    found = about.lookups.row(NeedRound, key=content.need_round)
    if found is None:
        return
    if content.theme and content.theme not in found.themes:
        yield Fault(
            field="theme",
            wrong=_("deze peiling vraagt er niet naar"),
            right=_("een thema van de peiling"),
        )
    last = min((day for day in (found.closes_on, found.closed_on) if day), default=None)
    day = content.answered_on
    if day and (day < found.opens_on or (last is not None and day > last)):
        yield Fault(
            field="answered_on",
            wrong=_("toen was de peiling niet open"),
            right=_("een dag waarop kon worden geantwoord"),
        )


def _fixed(content: Content, about: About) -> Iterator[Fault]:
    """What was said stands once its round is closed: the outcome was counted."""
    said = about.lookups.row(Need, key=about.key)
    found = about.lookups.row(NeedRound, key=content.need_round)
    if said is None or found is None or found.state != RoundState.CLOSED:
        return
    for name in ("theme", "level"):
        if content[name] != getattr(said, name):
            yield Fault(
                field=name,
                wrong=_("de peiling is gesloten; de uitkomst staat vast"),
                right=_("wat er stond, of eerst de peiling heropenen"),
            )


def _for_whom(content: Content) -> Iterator[Fault]:
    """Support is for somebody's work; without it no offer can fit."""
    if content.level in (Level.NOW, Level.SOON) and not content.audience:
        yield Fault(
            field="audience",
            wrong=_("ontbreekt"),
            right=_("voor wie de steun is, zodat passend aanbod te vinden is"),
        )


def _chosen(content: Content) -> Iterator[Fault]:
    """What is needed is chosen for: one offer, or one trajectory."""
    if content.level == Level.NONE:
        yield Fault(
            field="level", wrong=_("er is niets nodig"), right=_("een behoefte om aan te voldoen")
        )
    yield from exactly_one(content, fields=("chosen_offer", "chosen_trajectory"))
