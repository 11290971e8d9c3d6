"""What makes a milestone right, and when it asks for attention."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About, Mark, Term
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.partnerships.common import in_order, one_said, over
from vijfluik.programme.partnerships.models import Milestone, Partnership
from vijfluik.programme.partnerships.partnership.register import REGISTER as PARTNERSHIPS
from vijfluik.programme.partnerships.vocabulary import MilestoneState, PartnershipKind


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a milestone."""
    yield from same_owner(content, about, field="partnership", parent=PARTNERSHIPS)
    yield from one_said(
        content,
        names=("planned_on", "planned_said"),
        right=_("de dag die is afgesproken, of de planning in woorden"),
    )
    yield from _goal(content, about)
    yield from in_order(
        content,
        first="started_on",
        then=("reached_on",),
        right=_("de dag van het begin of later"),
    )


def _goal(content: Content, about: About) -> Iterator[Fault]:
    """A goal of a plan of action has an owner and a day (VK-08)."""
    partnership = about.lookups.row(Partnership, key=content.partnership)
    if partnership is None or partnership.kind != PartnershipKind.ACTION_PLAN:
        return
    for name in ("responsible", "planned_on"):
        if not content[name]:
            yield Fault(
                field=name,
                wrong=_("ontbreekt"),
                right=_("een doel van een plan heeft een eigenaar en een dag"),
            )


def expected(milestone: Milestone) -> dt.date | None:
    """The day on which it is expected now: the last forecast, else what was planned."""
    day: dt.date | None = milestone.forecast_on or milestone.planned_on
    return day


def lapsed(milestone: Milestone) -> Mark | None:
    """Whether its day has passed while nobody said that it was reached."""
    if milestone.state != MilestoneState.PLANNED:
        return None
    return over(expected(milestone), label=gettext_lazy("dag voorbij"))


TERMS = (
    Term(
        kind="reach",
        label=gettext_lazy("mijlpaal bereikt, of een nieuwe verwachting"),
        state=MilestoneState.PLANNED,
        ends=expected,
        provision=gettext_lazy(
            "Werkafspraak samenwerkingen: een dag die niet gehaald wordt, krijgt een reden."
        ),
        answer="reach",
    ),
)
