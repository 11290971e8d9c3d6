"""What makes a recommendation right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.evaluations.register import REGISTER


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a recommendation."""
    yield from same_owner(content, about, field="evaluation", parent=REGISTER)
    for name in ("responded_on", "due_on", "done_on"):
        day = content[name]
        if day is not None and content.made_on is not None and day < content.made_on:
            yield Fault(
                field=name, wrong=_("dit is vóór de aanbeveling"), right=_("die dag of later")
            )
