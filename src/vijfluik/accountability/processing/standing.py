"""For whom a compartment is open, who decided that, and what is missing where it is not.

What really opens it is `access.opened` in the database; this tells why, in words.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from vijfluik.accountability.processing.activities_register import ACTIVITIES
from vijfluik.accountability.processing.assessments_register import ASSESSMENTS
from vijfluik.accountability.processing.models import (
    Activity,
    ActivityStep,
    Assessment,
    AssessmentStep,
)
from vijfluik.accountability.processing.vocabulary import (
    ActivityState,
    AssessmentKind,
    AssessmentState,
    Conclusion,
    Consultation,
)
from vijfluik.core.access.compartments import Compartment, Persons, compartments, opened
from vijfluik.core.access.decisions import reach
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Organisation
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.access import listed_records


@dataclass(frozen=True, kw_only=True)
class Decided:
    """A record that two people made what it is; `by` and `with_` are their names."""

    record: Any
    by: str
    with_: str
    on: dt.date


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How one organisation stands in one compartment.

    Attributes:
        activity: the processing activity that was adopted; None for none.
        assessments: kind → the assessment that stands today; a kind without one is not there.
        missing: what is not there yet, in sentences; empty when all is.
        open: whether the shut things are open; None in a compartment in which nothing is shut.
    """

    compartment: Compartment
    organisation: Organisation
    activity: Decided | None
    assessments: dict[str, Decided]
    missing: tuple[str, ...]
    open: bool | None


def standings(*, who: Acting) -> list[Standing]:
    """Every compartment with data of people, for each organisation that the reader may read.

    Raises:
        Refused: the reader may read no processing activity at all.
    """
    with listed_records(ACTIVITIES, who=who) as (rows, shown):
        activities = list(rows.select_related("organisation"))
        shown.showed([each.key for each in activities])
    with listed_records(ASSESSMENTS, who=who) as (rows, shown):
        assessments = list(rows)
        shown.showed([each.key for each in assessments])
    places = _organisations(who, activities=activities)
    return [
        _standing(compartment, organisation=place, activities=activities, assessments=assessments)
        for compartment in compartments()
        if compartment.persons != Persons.NOBODY
        for place in _concerned(compartment, places=places, activities=activities)
    ]


def _organisations(who: Acting, *, activities: Iterable[Activity]) -> dict[str, Organisation]:
    """Those that have an activity, and the reader's own."""
    own = reach(who=who, thing=ACTIVITIES.thing, action="create").organisations
    codes = {each.organisation_id for each in activities} | own
    return {each.code: each for each in Organisation.objects.filter(code__in=codes)}


def _concerned(
    compartment: Compartment,
    *,
    places: dict[str, Organisation],
    activities: Iterable[Activity],
) -> list[Organisation]:
    """Whoever has an activity there; of what is the owner's, every organisation that may have."""
    there = {each.organisation_id for each in activities if each.compartment == compartment.name}
    if compartment.persons == Persons.CITIZENS:
        there |= {code for code, place in places.items() if place.kind == "municipality"}
    return sorted((places[code] for code in there), key=lambda place: place.name)


def _standing(
    compartment: Compartment,
    *,
    organisation: Organisation,
    activities: Iterable[Activity],
    assessments: Iterable[Assessment],
) -> Standing:
    mine = [
        each
        for each in activities
        if each.compartment == compartment.name and each.organisation_id == organisation.code
    ]
    adopted = next((each for each in mine if each.state == ActivityState.ADOPTED), None)
    under = [] if adopted is None else [x for x in assessments if x.activity_id == adopted.key]
    held = {kind: _stands(kind, among=under) for kind in AssessmentKind.values}
    missing = [] if adopted is not None else [_("er is geen vastgestelde verwerking")]
    missing += [
        _why_not(kind, among=under) for kind, assessment in held.items() if assessment is None
    ]
    is_open = organisation.code in opened(compartment.name) if compartment.shut else None
    return Standing(
        compartment=compartment,
        organisation=organisation,
        activity=None if adopted is None else _adopted(adopted),
        assessments={kind: _decided(each) for kind, each in held.items() if each is not None},
        missing=tuple(missing),
        open=is_open,
    )


def _stands(kind: str, *, among: Iterable[Assessment]) -> Assessment | None:
    return next((each for each in among if each.kind == kind and stands(each)), None)


def stands(assessment: Assessment) -> bool:
    """Whether an assessment opens anything today; as `sql/opening.sql` says it."""
    if assessment.state != AssessmentState.DECIDED:
        return False
    if assessment.conclusion == Conclusion.NEGATIVE:
        return False
    if assessment.consultation == Consultation.REQUESTED:
        return False
    return bool(assessment.assessed_on <= today() <= assessment.valid_until)


def _why_not(kind: str, *, among: Iterable[Assessment]) -> str:
    """Why there is no assessment of a kind that stands, from the latest that there is."""
    label = str(AssessmentKind(kind).label)
    of_kind = [each for each in among if each.kind == kind]
    latest = max(of_kind, key=lambda each: (each.assessed_on, each.valid_until), default=None)
    if latest is None or latest.state == AssessmentState.WITHDRAWN:
        return _("de %(kind)s is niet vastgelegd") % {"kind": label}
    if latest.state != AssessmentState.DECIDED:
        return _("de %(kind)s is niet vastgesteld: %(state)s") % {
            "kind": label, "state": latest.get_state_display()}  # fmt: skip
    if latest.conclusion == Conclusion.NEGATIVE:
        return _("de %(kind)s kwam uit op: niet doen") % {"kind": label}
    if latest.consultation == Consultation.REQUESTED:
        return _("de raadpleging vooraf bij de %(kind)s is niet beantwoord") % {"kind": label}
    return _("de %(kind)s is verlopen") % {"kind": label}


def _adopted(activity: Activity) -> Decided:
    step = (
        ActivityStep.objects.filter(activity=activity, edge="adopt")
        .select_related("taken_by", "proposed_by")
        .order_by("-registered_at")[0]
    )
    return Decided(
        record=activity,
        by=step.taken_by.name,
        with_="" if step.proposed_by is None else step.proposed_by.name,
        on=step.business_date,
    )


def _decided(assessment: Assessment) -> Decided:
    step = (
        AssessmentStep.objects.filter(assessment=assessment, edge="decide")
        .select_related("taken_by", "proposed_by")
        .order_by("-registered_at")[0]
    )
    return Decided(
        record=assessment,
        by=step.taken_by.name,
        with_="" if step.proposed_by is None else step.proposed_by.name,
        on=step.business_date,
    )
