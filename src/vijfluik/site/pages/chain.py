"""Toezicht: whether the journal is what was sealed, checked now."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vijfluik.core.access.gate import require
from vijfluik.core.journal.addresses import parameters
from vijfluik.core.journal.recording import record
from vijfluik.core.journal.verifying import Outcome, verify_at
from vijfluik.core.journal.vocabulary import JOURNAL_VERIFIED
from vijfluik.core.partners.models import Purpose
from vijfluik.site.oversight_tabs import oversight_tabs
from vijfluik.site.pages.chain_words import meaning_of, place_of
from vijfluik.ui.formatting import moment, number
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import for_purpose
from vijfluik.ui.registers.requests import offer
from vijfluik.ui.shell import Link


@for_purpose(Purpose.OVERSIGHT)
@require_http_methods(["GET", "HEAD", "POST"])
def chain(request: HttpRequest) -> HttpResponse:
    """Explain the check; a click carries it out, hashing every event anew from its columns."""
    require(thing="journal", action="verify")
    outcome = check() if request.method == "POST" else None
    offer(request, Link(label=_("Controleer nu")))
    return render(
        request,
        "site/chain.html",
        {
            "page_title": _("Controle van de keten"),
            "navigation_current": "oversight",
            "tabs": oversight_tabs(current="oversight_chain"),
            "outcome": outcome,
            "fault": "" if outcome is None or not outcome.fault else meaning_of(outcome.fault),
            "facts": [] if outcome is None else facts_of(outcome),
        },
    )


def check() -> Outcome:
    """Verify against the signed heads outside the database, and journal what came of it."""
    folder = Path(settings.STATE)
    outcome = verify_at(parameters(), folder=folder if folder.is_dir() else None, processes=1)
    fault = outcome.fault
    record(
        action=JOURNAL_VERIFIED,
        object_type="journal",
        details={
            "events": outcome.events,
            "blocks": outcome.blocks,
            "fault": "none" if fault is None else fault.what.value,
        },
    )
    return outcome


def facts_of(outcome: Outcome) -> list[tuple[str, str]]:
    """What was checked, in words."""
    language = page_language()
    facts = [] if outcome.fault is None else place_of(outcome.fault)
    facts += [
        (_("Gebeurtenissen nagerekend"), number(outcome.events, language=language)),
        (_("Blokken nagerekend"), number(outcome.blocks, language=language)),
    ]
    if outcome.head is not None:
        signed = moment(outcome.head.time, language=language, seconds=True)
        facts.append((_("Laatste ondertekening buiten de database"), signed))
    return facts
