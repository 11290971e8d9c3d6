"""What opens a compartment with data of citizens for an organisation, and shuts it again (H15).

In a database for tests the networks of two municipalities are open already.
"""

import datetime as dt
from typing import Any

from tests.site.people import somebody
from vijfluik.accountability.processing.activities_register import ACTIVITIES
from vijfluik.accountability.processing.assessments_register import ASSESSMENTS
from vijfluik.accountability.processing.models import Assessment
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions

# Organisation → who draws up, and who decides.
PAIRS = {
    "wolverdam": ("daan", "sterre"),
    "duinmeer": ("femke", "jurre"),
    "jenv": ("noor", "hanneke"),
}
KINDS = ("dpia", "human_rights")


def activity(organisation: str = "wolverdam", *, adopted: bool = True, **values: Any) -> Any:
    """A processing activity of the networks."""
    by, other = PAIRS[organisation]
    content = {
        "title": "Leden van netwerken", "reference": "VW-1", "compartment": "networks",
        "regime": "avg", "purpose": "Contact houden", "provision": "avg-6",
        "basis": "Toestemming", "subjects": "Leden", "data": "Naam en bereik",
        "recipients": "De gemeente", "transfer": "none", "kept": "Tot intrekking",
        "security": "BIO2", "officer": "FG van de gemeente", "recorded_on": today(),
    }  # fmt: skip
    made = actions.create(
        ACTIVITIES, who=somebody(by), owner=organisation, content={**content, **values}
    )
    if adopted:
        taken(ACTIVITIES, made, "adopt", by=other, adopted_on=today(),
              review_on=today() + dt.timedelta(days=300))  # fmt: skip
    return made


def assessment(of: Any, *, kind: str, until: str = "decided", **values: Any) -> Any:
    """An assessment under an activity, brought as far as `until`: draft, proposed or decided."""
    organisation = of.organisation_id
    by, other = PAIRS[organisation]
    content = {
        "title": f"Toets {kind}", "reference": f"T-{kind}", "activity": of.key, "kind": kind,
        "necessity": "Het moet", "risks": "Bekend worden", "measures": "Alleen eigen gemeente",
        "advice": "Geen bezwaar", "consultation": "not_needed", "conclusion": "positive",
        "assessed_on": today(), "valid_until": today() + dt.timedelta(days=100),
    }  # fmt: skip
    made = actions.create(
        ASSESSMENTS, who=somebody(by), owner=organisation, content={**content, **values}
    )
    if until != "draft":
        taken(ASSESSMENTS, made, "propose", by=by)
    if until == "decided":
        taken(ASSESSMENTS, made, "decide", by=other, reason="akkoord")
    return made


def taken(
    register: Any, record: Any, edge: str, *, by: str, reason: str = "", **values: Any
) -> Any:
    """A step, taken by this person."""
    return actions.step(
        register, who=somebody(by), key=record.key, edge=edge, reason=reason, changes=values
    )


def shut(organisation: str = "wolverdam") -> None:
    """Close the assessments that the networks of an organisation were opened by."""
    by, _other = PAIRS[organisation]
    with acting(somebody(by)):
        held = list(Assessment.objects.filter(organisation=organisation, state="decided"))
    for each in held:
        taken(ASSESSMENTS, each, "close", by=by, reason="ingehaald", closed_on=today())
