"""What makes a round right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.grants.budget_lines.register import REGISTER as BUDGET_LINES
from vijfluik.programme.grants.models import BudgetLine
from vijfluik.programme.grants.objecting import is_carried
from vijfluik.programme.grants.vocabulary import BEHIND_THE_WALL, RoundState

# Longer than any term for objecting that a decision on money has.
MOST_WEEKS = 26


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
    yield from _objection(content, about)


def _threshold(content: Content) -> Iterator[Fault]:
    if (content.threshold_cents is None) == (content.threshold_from is None):
        return
    missing = "threshold_from" if content.threshold_from is None else "threshold_cents"
    yield Fault(
        field=missing,
        wrong=_("ontbreekt"),
        right=_("het bedrag en de dag vanaf wanneer het geldt, of geen van beide"),
    )


def _objection(content: Content, about: About) -> Iterator[Fault]:
    """While lawyers have not confirmed the law, who opens a round says the term and its basis.

    The fund is no administrative authority: it says itself whether one may object.
    """
    weeks, basis = content.objection_weeks, content.objection_basis
    if weeks is not None and not 1 <= weeks <= MOST_WEEKS:
        yield Fault(
            field="objection_weeks",
            wrong=_("dit is geen termijn voor bezwaar"),
            right=_("1 tot en met %(most)d weken") % {"most": MOST_WEEKS},
        )
    if weeks is None and basis:
        yield Fault(field="objection_weeks", wrong=_("ontbreekt"), right=_("een aantal weken"))
    if weeks is not None and not basis:
        yield Fault(
            field="objection_basis",
            wrong=_("ontbreekt"),
            right=_("waar u deze termijn op baseert; het staat in de brief"),
        )
    line = about.lookups.row(BudgetLine, key=content.budget_line)
    if weeks is not None or about.state != RoundState.OPEN or line is None:
        return
    if line.scheme != BEHIND_THE_WALL and not is_carried(on=content.opens_on):
        yield Fault(
            field="objection_weeks",
            wrong=_("de wettelijke termijn is niet bevestigd door twee juristen"),
            right=_("hoeveel weken iemand heeft om bezwaar te maken, en waar dat op berust"),
        )
