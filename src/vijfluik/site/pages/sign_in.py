"""Signing in with a demonstration account.

Passwords, passkeys and second factors come with *Safe to switch on*. Until then a system check
refuses every database but a demonstration's, and whoever reaches the page may choose who to be.
"""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vijfluik.core.journal.kinds import Kind
from vijfluik.core.journal.recording import Stranger, record_apart
from vijfluik.core.journal.results import Result
from vijfluik.core.journal.vocabulary import SIGNED_IN, SIGNED_OUT
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import (
    DemonstrationAccount,
    account_named,
    actor_for,
    demonstration_accounts,
)
from vijfluik.site.shell import ENTRIES, may_open
from vijfluik.ui.marks import public

BACKEND = "vijfluik.site.demonstration.DemonstrationBackend"


def target_of(request: HttpRequest) -> str:
    """Where to go after signing in: a page of this host, or the Overzicht."""
    target = request.POST.get("next") or request.GET.get("next") or settings.LOGIN_REDIRECT_URL
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        return target
    return settings.LOGIN_REDIRECT_URL


@public
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the demonstration accounts; signing in is a click on one."""
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
    who = Acting(actor=actor_for(found), purpose=Purpose.PROGRAMME)
    # Signing in notes its day on the account, which is only for oneself to change.
    with acting(who):
        login(request, found, backend=BACKEND)
    note(who, action=SIGNED_IN)
    target = target_of(request)
    response = redirect(landing(who) if target == settings.LOGIN_REDIRECT_URL else target)
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, found.language, samesite="Lax")
    return response


def landing(who: Acting) -> str:
    """The first page of the navigation that this person may open; the Overzicht when none."""
    for entry in ENTRIES:
        if may_open(who, entry):
            return reverse(entry.view)
    return settings.LOGIN_REDIRECT_URL


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    if isinstance(request.user, Professional):
        who = Acting(actor=actor_for(request.user), purpose=Purpose.PROGRAMME)
        note(who, action=SIGNED_OUT)
    logout(request)
    return redirect(settings.LOGIN_URL)


def note(who: Acting, *, action: Kind) -> None:
    """Journal the beginning or the end of a session."""
    record_apart(action=action, object_type="session", result=Result.DONE, who=who)
