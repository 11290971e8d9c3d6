"""What makes an award right beyond its fields: its application, its plan, its amounts."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import WITHDRAWN, About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.grants.applications.rules import partners
from vijfluik.programme.grants.models import Application, Round
from vijfluik.programme.grants.vocabulary import SETTLED, ApplicationState, AwardState


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of an award."""
    yield from partners(content)
    yield from _applied_for(content, about)
    yield from _plan(content, about)
    yield from _settlement(content, about)


def _applied_for(content: Content, about: About) -> Iterator[Fault]:
    """The application of an award is its recipient's, was decided on, and is of the same line."""
    application = about.lookups.row(Application, key=content.application)
    if application is None:
        return
    if application.applicant_id != about.owner:
        yield Fault(
            field="application",
            wrong=_("dit is een aanvraag van een andere organisatie"),
            right=_("een aanvraag van de ontvanger zelf"),
        )
    if application.state != ApplicationState.AWARDED:
        yield Fault(
            field="application",
            wrong=_("deze aanvraag is niet toegewezen"),
            right=_("besluit eerst over de aanvraag"),
        )
    found = about.lookups.row(Round, key=application.round_id)
    if found is not None and found.budget_line_id != content.budget_line:
        yield Fault(
            field="budget_line",
            wrong=_("dit is een andere regel dan die van de ronde"),
            right=_("de begrotingsregel van de ronde van de aanvraag"),
        )


def _plan(content: Content, about: About) -> Iterator[Fault]:
    """Above the threshold of the round, from its day on, nothing is awarded without a plan."""
    if about.state in (AwardState.PREPARED, WITHDRAWN) or content.evaluation_plan.strip():
        return
    application = about.lookups.row(Application, key=content.application)
    if application is None:
        return
    found = about.lookups.row(Round, key=application.round_id)
    if found is None:
        return
    on = content.awarded_on or about.today
    if plan_is_asked(found, amount=content.amount_cents, on=on):
        yield Fault(
            field="evaluation_plan",
            wrong=_("ontbreekt"),
            right=_("boven de grens van de ronde hoort bij de toekenning een evaluatieplan"),
        )


def plan_is_asked(found: Round, *, amount: int | None, on: dt.date) -> bool:
    """Whether the round asks an evaluation plan for an award of this amount on this day."""
    threshold, since = found.threshold_cents, found.threshold_from
    if amount is None or threshold is None or since is None:
        return False
    return bool(amount > threshold and on >= since)


def _settlement(content: Content, about: About) -> Iterator[Fault]:
    """A stated amount is settled at an amount; what was never stated is settled without one."""
    committed, settled = content.amount_cents, content.settled_cents
    if settled is None and committed is not None and about.state in SETTLED:
        yield Fault(
            field="settled_cents",
            wrong=_("ontbreekt"),
            right=_("het bedrag waarop de toekenning van een vermeld bedrag is vastgesteld"),
        )
    if settled is not None and committed is not None and settled > committed:
        yield Fault(
            field="settled_cents",
            wrong=_("dit is meer dan er is toegekend"),
            right=_("hoogstens het toegekende bedrag"),
        )
