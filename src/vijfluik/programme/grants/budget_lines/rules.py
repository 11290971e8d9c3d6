"""What makes a budget line right beyond its fields: money that counts once."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.grants.models import BudgetLine

EARLIEST_YEAR, LATEST_YEAR = 2010, 2100


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a budget line."""
    yield from _year(content)
    yield from _overlap(content, about)
    yield from _posts(content)


def _year(content: Content) -> Iterator[Fault]:
    year = content.budget_year
    if year is not None and not EARLIEST_YEAR <= year <= LATEST_YEAR:
        yield Fault(
            field="budget_year", wrong=_("dit jaar kan niet kloppen"), right=_("vier cijfers")
        )


def _overlap(content: Content, about: About) -> Iterator[Fault]:
    """A line that counts elsewhere names where, and that line counts itself."""
    if bool(content.overlap) != (content.part_of is not None):
        missing = "overlap" if content.part_of is not None else "part_of"
        yield Fault(
            field=missing,
            wrong=_("ontbreekt"),
            right=_("de regel waarin dit geld meetelt én hoe het zich daartoe verhoudt"),
        )
        return
    other = about.lookups.row(BudgetLine, key=content.part_of)
    if other is None:
        return
    if other.part_of_id is not None:
        yield Fault(
            field="part_of",
            wrong=_("die regel telt zelf al in een andere mee"),
            right=_("de regel waarin het geld uiteindelijk meetelt"),
        )


def _posts(content: Content) -> Iterator[Fault]:
    if content.fte_filled is not None and content.fte_planned is None:
        yield Fault(
            field="fte_planned",
            wrong=_("ontbreekt"),
            right=_("hoeveel fte er was begroot, naast wat er is vervuld"),
        )
