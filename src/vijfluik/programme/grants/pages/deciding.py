"""The decision on an application, to print and send: what was decided, why, and what can be done.

It follows the Awb: to whom, on what, with reasons (3:46), with how to object (3:45). A letter is
Dutch, whatever the language of the page around it.
"""

import datetime as dt
import uuid
from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.registers.access import access_record
from vijfluik.programme.grants.applications.register import REGISTER
from vijfluik.programme.grants.models import Application, ApplicationStep
from vijfluik.programme.grants.objecting import DUTCH, remedy
from vijfluik.programme.grants.queries.assessing import judged
from vijfluik.programme.grants.queries.deciding import conditions_of, steps_of
from vijfluik.programme.grants.vocabulary import ApplicationState, Finding
from vijfluik.ui.formatting import day, money
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link

DECIDED = (ApplicationState.AWARDED, ApplicationState.REJECTED)


def letter(application: Application, *, decided_on: dt.date) -> str:
    """The decision in Dutch, for who may see the application."""
    edge = "award" if application.state == ApplicationState.AWARDED else "reject"
    steps = steps_of(application)
    step = next((each for each in reversed(steps) if each.edge == edge), None)
    with translation.override(DUTCH):
        context = {
            "application": application,
            "granted": edge == "award",
            "from": application.round.organisation.name,
            "applied_on": day(application.applied_on, language=DUTCH),
            "decided_on": day(decided_on, language=DUTCH),
            "asked": money(application.asked_cents, language=DUTCH),
            "amount": _amount(application),
            "by": "" if step is None else step.taken_by.name,
            "reason": _reason(steps, edge=edge),
            "judged": [
                (row.criterion, Finding(row.finding).label, row.grounds)
                for row in judged(application)
                if row.finding
            ],
            "conditions": conditions_of(application),
            "remedy": remedy(on=decided_on, within=application.round),
            "reference": application.reference,
        }
        return render_to_string("grants/letter.html", context)


def _amount(application: Application) -> str:
    cents = application.proposed_cents
    return "" if cents is None else money(cents, language=DUTCH)


def _reason(steps: Sequence[ApplicationStep], *, edge: str) -> str:
    """What the proposal rests on, and what the decision adds."""
    told = (f"propose_{'award' if edge == 'award' else 'rejection'}", edge)
    reasons = (each.reason for each in steps if each.edge in told)
    return " ".join(dict.fromkeys(each for each in reasons if each))


@require_safe
def decision(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The decision on an application; not there while nobody decided."""
    application = access_record(REGISTER, who=acting_of(request), key=key)
    if application.state not in DECIDED or application.decided_on is None:
        raise Http404
    path = [Link(label=application.title, url=reverse("applications:detail", args=[key]))]
    frame = frame_of(REGISTER, title=_("Besluit"), path=path)
    return render(
        request,
        "grants/decision.html",
        {**frame, "letter": letter(application, decided_on=application.decided_on)},
    )
