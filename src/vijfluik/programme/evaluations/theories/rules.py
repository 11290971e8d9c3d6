"""What makes a theory of change right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.evaluations.register import REGISTER
from vijfluik.programme.evaluations.theories.vocabulary import ARROWS, Evidence


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a theory."""
    yield from same_owner(content, about, field="evaluation", parent=REGISTER)
    yield from _evidence(content)


def _evidence(content: Content) -> Iterator[Fault]:
    """Evidence is for an assumption: without one there is nothing that it would support."""
    for arrow in ARROWS:
        if content[arrow.evidence] != Evidence.NONE and not content[arrow.assumption]:
            yield Fault(
                field=arrow.assumption,
                wrong=_("er is bewijs en geen aanname"),
                right=_("waar het bewijs voor is"),
            )
