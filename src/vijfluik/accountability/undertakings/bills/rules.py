"""What makes a bill right beyond its fields: its stages in order, and provisions that exist."""

from collections.abc import Iterator
from itertools import pairwise

from django.utils.translation import gettext as _

from vijfluik.accountability.undertakings.vocabulary import BillState
from vijfluik.core.law.library import library
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault

_STAGES = ("submitted_on", "second_adopted_on", "first_adopted_on", "published_on", "in_force_on")
_NOT_SUBMITTED = (BillState.PREPARED.value, BillState.WITHDRAWN.value)


def named_provisions(text: str) -> list[str]:
    """The names of provisions in a text with commas between them."""
    return [each.strip() for each in text.split(",") if each.strip()]


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a bill."""
    yield from _submitted(content, about)
    yield from _in_order(content)
    yield from _known(content)
    in_force = content.in_force_on
    if about.state == BillState.IN_FORCE and in_force is not None and in_force > about.today:
        yield Fault(
            field="in_force_on",
            wrong=_("deze dag moet nog komen"),
            right=_("een wet werkt pas vanaf haar dag"),
        )


def _submitted(content: Content, about: About) -> Iterator[Fault]:
    """A bill that was submitted says when, by a day or in the words of the source."""
    if about.state in _NOT_SUBMITTED:
        return
    if content.submitted_on is None and not content.submitted_said:
        yield Fault(
            field="submitted_on",
            wrong=_("ontbreekt"),
            right=_("een dag, of in woorden als er geen dag bekend is"),
        )


def _in_order(content: Content) -> Iterator[Fault]:
    known = [(name, content[name]) for name in _STAGES if content[name] is not None]
    for (_before, earlier), (name, later) in pairwise(known):
        if later < earlier:
            yield Fault(
                field=name,
                wrong=_("dit is vóór de stap ervoor"),
                right=_("de dag van de stap ervoor, of later"),
            )


def _known(content: Content) -> Iterator[Fault]:
    unknown = [each for each in named_provisions(content.provisions) if each not in library()]
    if unknown:
        yield Fault(
            field="provisions",
            wrong=_("%(names)s staat niet in Recht") % {"names": ", ".join(unknown)},
            right=_("namen zoals twbmt-13, met een komma ertussen"),
        )
