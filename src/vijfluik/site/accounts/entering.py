"""What follows when somebody signs in, however it was done."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from vijfluik.core.accounts.models import ProvenBy
from vijfluik.core.accounts.passkeys import note_use
from vijfluik.core.accounts.proving import Proof, take_code
from vijfluik.core.accounts.visits import begin
from vijfluik.core.journal.kinds import Kind
from vijfluik.core.journal.recording import record_apart
from vijfluik.core.journal.results import Result
from vijfluik.core.journal.vocabulary import SIGNED_IN
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import actor_for
from vijfluik.site.accounts.devices import device_of
from vijfluik.site.accounts.kept import take_up
from vijfluik.site.accounts.visiting import VISIT
from vijfluik.site.shell import ENTRIES, may_open


class CodeUsed(Exception):
    """The code was taken a moment ago, in another window: the app shows the next one soon."""


def enter(
    request: HttpRequest, person: Professional, *, proof: Proof | None, target: str = ""
) -> HttpResponse:
    """Begin a session and a visit, journal it, and lead to where the person was going.

    Args:
        proof: how it was proven; None in a demonstration, where nobody proves anything.
        target: a page of this host to go to; what the request asks for when empty.

    Raises:
        CodeUsed: the code was taken already.
    """
    who = Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME)
    # Signing in notes its day on the account, which is only for oneself to change.
    with acting(who):
        if proof is not None and not take_code(proof):
            raise CodeUsed
        if proof is not None:
            note_use(proof)
        login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
        visit = begin(
            who=who,
            proven_by=ProvenBy.NOTHING if proof is None else proof.by,
            device=device_of(request.headers.get("User-Agent", "")),
            proven_at=None if proof is None else proof.at,
        )
    request.session[VISIT] = str(visit.key)
    note(who, action=SIGNED_IN)
    path = take_up(request, person=person.key, visit=visit.key)
    if path:
        target = f"{reverse('prove_again')}?{urlencode({'next': path})}"
    target = target or target_of(request)
    response = redirect(landing(who) if target == settings.LOGIN_REDIRECT_URL else target)
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, person.language, samesite="Lax")
    return response


def target_of(request: HttpRequest) -> str:
    """Where to go after signing in: a page of this host, or the Overzicht."""
    target = request.POST.get("next") or request.GET.get("next") or settings.LOGIN_REDIRECT_URL
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        return target
    return settings.LOGIN_REDIRECT_URL


def landing(who: Acting) -> str:
    """The first page of the navigation that this person may open; the own account when none."""
    for entry in ENTRIES:
        if may_open(who, entry):
            return reverse(entry.view)
    return reverse("own_account")


def note(who: Acting, *, action: Kind) -> None:
    """Journal the beginning or the end of a session."""
    record_apart(action=action, object_type="session", result=Result.DONE, who=who)
