"""Each request is seen: its visit goes on or is over; a fresh proof is asked where one is due."""

import uuid
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from vijfluik.core.accounts.models import EndedBecause
from vijfluik.core.accounts.visits import Seen, seen
from vijfluik.core.partners.models import Professional
from vijfluik.site.accounts.kept import (
    forget_sent,
    keep_sent,
    leave,
    say_not_kept,
    sent_to,
    what_is_left,
)
from vijfluik.site.accounts.sign_in import SignIn
from vijfluik.ui.marks import asks_fresh_proof

VISIT = "vijfluik_visit"
ENDED_BY_TIME = (EndedBecause.IDLE, EndedBecause.OVER)
# What a browser holds of the pages of a visit that ended (leaving.py).
CLEARS = '"cache"'

# Answers to what nobody read: too much of it, or too often.
UNREAD = frozenset({HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.TOO_MANY_REQUESTS})
SENT_NOW = "vijfluik_sent_now"


def proof_asked() -> bool:
    """Whether people prove who they are here; in a demonstration they choose."""
    return bool(settings.SIGN_IN == SignIn.PROOF)


class VisitMiddleware:
    """Stands before the transaction of the request: what is over opens none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Hand the request on, which `process_view` may stop; then keep no longer what was sent.

        What was turned away before anything read it is kept, to be sent once more.
        """
        answer = self.get_response(request)
        if getattr(request, SENT_NOW, False) and answer.status_code not in UNREAD:
            forget_sent(request)
        return answer

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponseBase],
        _arguments: tuple[Any, ...],
        keywords: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Let the view run, or send its reader to sign in or to prove it again."""
        if getattr(view, "vijfluik_public", False):
            return None
        if not isinstance(request.user, Professional):
            return None
        visit = visit_of(request)
        request.visit = visit  # type: ignore[attr-defined]
        if visit is None and not proof_asked():
            # A session of before visits were kept, or of a test.
            return None
        if visit is None or not visit.open or visit.professional != request.user.key:
            return _over(request, view, visit=visit)
        proven = not proof_asked() or visit.fresh(at=timezone.now())
        request.vijfluik_freshly_proven = proven  # type: ignore[attr-defined]
        if must_prove(view, keywords=keywords, visit=visit):
            _keep(request, view, visit=visit)
            target = urlencode({"next": request.get_full_path()})
            return onward(request, f"{reverse('prove_again')}?{target}")
        if request.method == "POST" and _sent_now(request, view, keywords=keywords, visit=visit):
            setattr(request, SENT_NOW, True)
        return None


def _over(
    request: HttpRequest, view: Callable[..., HttpResponseBase], *, visit: Seen | None
) -> HttpResponseBase:
    """Ask whose visit is over to sign in; what time ended loses nothing of what was sent."""
    because = "" if visit is None else visit.standing
    if visit is None or because not in ENDED_BY_TIME or visit.professional != request.user.pk:
        return sent_to_sign_in(request, because=because)
    if request.method == "POST" and getattr(view, "vijfluik_never_kept", False):
        answer = sent_to_sign_in(request, because=because)
        say_not_kept(request)
        return answer
    left = what_is_left(request, visit=visit)
    answer = sent_to_sign_in(request, because=because)
    leave(request, left)
    return answer


def _sent_now(
    request: HttpRequest,
    view: Callable[..., HttpResponseBase],
    *,
    keywords: dict[str, Any],
    visit: Seen,
) -> bool:
    """Whether what was kept is what is being sent, so that it is kept no longer."""
    if asks_fresh_proof(view, keywords):
        return True
    return sent_to(request, path=request.get_full_path(), visit=visit) is not None


def _keep(request: HttpRequest, view: Callable[..., HttpResponseBase], *, visit: Seen) -> None:
    """Keep what was sent until it is proven. Its form token was checked before this."""
    if request.method == "POST" and getattr(view, "vijfluik_never_kept", False):
        say_not_kept(request)
        return
    keep_sent(request, visit=visit)


def visit_of(request: HttpRequest) -> Seen | None:
    """The visit that the session names, as it stands now; None when it names none."""
    try:
        key = uuid.UUID(str(request.session.get(VISIT)))
    except ValueError:
        return None
    return seen(key, at=timezone.now(), idles=proof_asked())


def must_prove(
    view: Callable[..., HttpResponseBase], *, keywords: dict[str, Any], visit: Seen
) -> bool:
    """Whether the view asks for a proof of just now, and this visit has none."""
    if not asks_fresh_proof(view, keywords):
        return False
    return proof_asked() and not visit.fresh(at=timezone.now())


def sent_to_sign_in(request: HttpRequest, *, because: str) -> HttpResponseBase:
    """End the session and say why; signing in leads back to the page."""
    words: dict[str, str] = {
        EndedBecause.IDLE: _(
            "U deed een kwartier niets. Meld u opnieuw aan; u komt terug waar u was."
        ),
        EndedBecause.OVER: _(
            "U was acht uur aangemeld. Meld u opnieuw aan; u komt terug waar u was."
        ),
    }
    logout(request)
    told = words.get(because, _("Uw sessie is beëindigd. Meld u opnieuw aan."))
    messages.warning(request, told)
    target = urlencode({"next": request.get_full_path()})
    answer = onward(request, f"{settings.LOGIN_URL}?{target}")
    answer.headers["Clear-Site-Data"] = CLEARS
    return answer


def onward(request: HttpRequest, address: str) -> HttpResponseBase:
    """A redirect of the whole page, also when only a part of it was asked for."""
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)
