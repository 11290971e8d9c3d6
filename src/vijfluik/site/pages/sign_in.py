"""Signing in and out. In a demonstration it is a click on an account; elsewhere it is proven."""

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vijfluik.core.accounts.models import EndedBecause
from vijfluik.core.accounts.visits import end_one
from vijfluik.core.journal.recording import Stranger, record_apart
from vijfluik.core.journal.results import Result
from vijfluik.core.journal.vocabulary import SIGNED_IN, SIGNED_OUT
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import (
    DemonstrationAccount,
    account_named,
    actor_for,
    demonstration_accounts,
)
from vijfluik.site.accounts.entering import enter, note, target_of
from vijfluik.site.accounts.leaving import cleared
from vijfluik.site.accounts.proving import with_proof
from vijfluik.site.accounts.visiting import proof_asked, visit_of
from vijfluik.ui.marks import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for a proof or, in a demonstration, show its accounts; signing in is a click on one."""
    if proof_asked():
        return with_proof(request)
    if request.method == "POST":
        return sign_in_as(request, username=request.POST.get("account", ""))
    return render(
        request,
        "site/sign_in.html",
        {
            "page_title": _("Aanmelden"),
            "intro": _(
                "Kies wie u in deze demonstratie bent. Alle personen en gegevens zijn verzonnen."
            ),
            "accounts": [account_of(found) for found in demonstration_accounts()],
            "next": target_of(request),
        },
    )


def account_of(found: DemonstrationAccount) -> dict[str, object]:
    """An account as the page shows it, with the roles of its mandates in force."""
    return {
        "username": found.username,
        "name": found.name,
        "organisation": found.organisation,
        "roles": ", ".join(sorted(str(role.label) for role in found.roles))
        or _("geen mandaat: ziet niets"),
    }


def sign_in_as(request: HttpRequest, *, username: str) -> HttpResponse:
    """Sign in and journal it; an unknown account is a page that does not exist."""
    found = account_named(username)
    if found is None:
        # Never what was typed: people type passwords there.
        record_apart(action=SIGNED_IN, object_type="session", result=Result.FAILED, who=Stranger())
        raise Http404
    return enter(request, found, proof=None)


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session and its visit."""
    if isinstance(request.user, Professional):
        who = Acting(actor=actor_for(request.user), purpose=Purpose.PROGRAMME)
        visit = visit_of(request)
        if visit is not None and visit.open:
            end_one(who=who, key=visit.key, because=EndedBecause.SIGNED_OUT)
        note(who, action=SIGNED_OUT)
    logout(request)
    return cleared(redirect("sign_in"))
