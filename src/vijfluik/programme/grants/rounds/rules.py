"""What makes a round right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.grants.budget_lines.register import REGISTER as BUDGET_LINES


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a round; who holds the money gives it, so that nobody gives another's."""
    yield from same_owner(content, about, field="budget_line", parent=BUDGET_LINES)
    if content.opens_on and content.closes_on and content.closes_on < content.opens_on:
        yield Fault(
            field="closes_on",
            wrong=_("dit is vóór de opening"),
            right=_("de dag van de opening of later"),
        )
    yield from _threshold(content)


def _threshold(content: Content) -> Iterator[Fault]:
    if (content.threshold_cents is None) == (content.threshold_from is None):
        return
    missing = "threshold_from" if content.threshold_from is None else "threshold_cents"
    yield Fault(
        field=missing,
        wrong=_("ontbreekt"),
        right=_("het bedrag en de dag vanaf wanneer het geldt, of geen van beide"),
    )
