"""What makes an award right beyond its fields: its application, its plan, its amounts."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import WITHDRAWN, About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.grants.applications.rules import partners
from vijfluik.programme.grants.evaluated import planned
from vijfluik.programme.grants.models import Application, Award, Round
from vijfluik.programme.grants.vocabulary import (
    SETTLED,
    ApplicationState,
    AwardState,
    Compartment,
)


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of an award."""
    yield from partners(content)
    yield from _applied_for(content, about)
    yield from _plan(content, about)
    yield from _evaluation(content, about)
    yield from _results(content, state=about.state)
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
    if _above(content, about):
        yield Fault(
            field="evaluation_plan",
            wrong=_("ontbreekt"),
            right=_("boven de grens van de ronde hoort bij de toekenning een evaluatieplan"),
        )


def _evaluation(content: Content, about: About) -> Iterator[Fault]:
    """An award above the threshold is signed when its evaluation is there, with its canvas.

    Looked at when it is signed: what was signed before evaluations could be linked goes on. The
    evaluations of the independent fund stand behind its wall; there the written plan suffices.
    """
    award = about.lookups.row(Award, key=about.key)
    if award is None or award.state != AwardState.PREPARED or about.state != AwardState.AWARDED:
        return
    if award.compartment != Compartment.PROGRAMME or not _above(content, about):
        return
    found = planned(award.key)
    if not found.evaluations:
        yield Fault(
            field="",
            wrong=_("er hoort nog geen evaluatie bij deze toekenning"),
            right=_("boven de grens van de ronde: leg bij deze toekenning een evaluatie vast"),
        )
    elif not found.canvas:
        yield Fault(
            field="",
            wrong=_("de evaluatie van deze toekenning (%(which)s) heeft nog geen ontwerpblad")
            % {"which": ", ".join(found.evaluations)},
            right=_("leg bij die evaluatie een verandertheorie vast, zoals de toolkit vraagt"),
        )


def _above(content: Content, about: About) -> bool:
    """Whether the award is above the dated threshold of the round that it was applied for in."""
    application = about.lookups.row(Application, key=content.application)
    if application is None:
        return False
    found = about.lookups.row(Round, key=application.round_id)
    if found is None:
        return False
    on = content.awarded_on or about.today
    return plan_is_asked(found, amount=content.amount_cents, on=on)


def plan_is_asked(found: Round, *, amount: int | None, on: dt.date) -> bool:
    """Whether the round asks an evaluation plan for an award of this amount on this day."""
    threshold, since = found.threshold_cents, found.threshold_from
    if amount is None or threshold is None or since is None:
        return False
    return bool(amount > threshold and on >= since)


def _results(content: Content, *, state: str) -> Iterator[Fault]:
    """A project abroad, which says its level, is accounted for with what came of it."""
    if state == AwardState.ACCOUNTED and content.level and not content.results.strip():
        yield Fault(
            field="results",
            wrong=_("ontbreekt"),
            right=_("wat dit project in het buitenland heeft opgeleverd"),
        )


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
