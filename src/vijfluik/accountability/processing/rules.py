"""What makes a record of the room right beyond its fields."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from vijfluik.accountability.processing.models import Activity, Assessment
from vijfluik.accountability.processing.vocabulary import (
    ActivityState,
    AssessmentState,
    Conclusion,
    Consultation,
)
from vijfluik.core.access.compartments import Regime, compartment_named
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault

# Own rule, at most as long as the supervisory authorities advise to look again (AVG 35, eleventh
# paragraph: when the risk changes, and after three years in any case).
LONGEST = dt.timedelta(days=3 * 366)
# What two people decided on; whoever wants it otherwise makes a new one.
OF_ACTIVITY = ("compartment", "regime", "joint", "purpose", "provision", "basis", "subjects",
               "data", "special", "recipients", "transfer", "kept")  # fmt: skip
OF_ASSESSMENT = ("activity", "kind", "necessity", "risks", "measures", "advice", "consultation",
                 "consulted", "conclusion", "conditions", "assessed_on", "valid_until")  # fmt: skip
_FROZEN = (AssessmentState.PROPOSED, AssessmentState.DECIDED, AssessmentState.CLOSED)


def activity_rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a processing activity."""
    expected = compartment_named(content.compartment) if content.compartment else None
    if expected is not None and content.regime and content.regime != expected.regime:
        yield Fault(
            field="regime",
            wrong=_("dit onderdeel valt onder een ander regime"),
            right=str(Regime(expected.regime).label),
        )
    before = about.lookups.row(Activity, key=about.key)
    if before is not None and before.state in (ActivityState.ADOPTED, ActivityState.ENDED):
        yield from _kept(content, before=before, names=OF_ACTIVITY)


def assessment_rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of an assessment."""
    yield from _of_own_activity(content, about)
    if content.conclusion == Conclusion.CONDITIONAL and not content.conditions.strip():
        yield Fault(
            field="conditions", wrong=_("ontbreekt"), right=_("onder welke voorwaarden het mag")
        )
    if content.consultation == Consultation.ANSWERED and not content.consulted.strip():
        yield Fault(
            field="consulted", wrong=_("ontbreekt"), right=_("het antwoord en wat daaruit volgde")
        )
    yield from _days(content)
    before = about.lookups.row(Assessment, key=about.key)
    if before is not None and before.state in _FROZEN:
        yield from _kept(content, before=before, names=OF_ASSESSMENT)


def _of_own_activity(content: Content, about: About) -> Iterator[Fault]:
    activity = about.lookups.row(Activity, key=content.activity)
    if activity is not None and activity.organisation_id != about.owner:
        yield Fault(
            field="activity",
            wrong=_("deze verwerking is van een andere organisatie"),
            right=_("een verwerking waarvoor u verantwoordelijk bent"),
        )


def _days(content: Content) -> Iterator[Fault]:
    begun, until, closed = content.assessed_on, content.valid_until, content.closed_on
    if begun is None or until is None:
        return
    if until < begun:
        yield Fault(
            field="valid_until",
            wrong=_("deze dag ligt te vroeg"),
            right=_("de dag van de toets of later"),
        )
    if until - begun > LONGEST:
        yield Fault(
            field="valid_until",
            wrong=_("een toets geldt hoogstens drie jaar"),
            right=_("een eerdere dag; toets daarna opnieuw"),
        )
    if closed is not None and closed < begun:
        yield Fault(
            field="closed_on",
            wrong=_("deze dag ligt te vroeg"),
            right=_("de dag van de toets of later"),
        )


def _kept(content: Content, *, before: Any, names: tuple[str, ...]) -> Iterator[Fault]:
    """What the database refuses, in words: nobody changes alone what two people decided on."""
    for name in names:
        was = getattr(before, f"{name}_id", None) if name == "activity" else getattr(before, name)
        if was != content[name]:
            yield Fault(
                field=name,
                wrong=_("hierover is al besloten, of een collega besluit erover"),
                right=_("laat dit staan; leg een nieuwe vast als het anders wordt"),
            )
