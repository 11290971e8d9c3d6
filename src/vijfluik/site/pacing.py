"""Nobody asks for more than a person reads: a generous bound on pages, a smaller one on files.

It slows what reads the platform empty by itself, and leaves whoever works alone. It decides nothing
about anybody but "again in so many seconds"; the journal holds that it happened, once per window.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from vijfluik.core.accounts.kinds import TOO_MUCH
from vijfluik.core.accounts.pace import Bound, Pace, Waits
from vijfluik.core.journal.recording import record_apart
from vijfluik.core.journal.results import Result
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import actor_for
from vijfluik.ui.marks import asks_fresh_proof

MINUTE, QUARTER = 60, 900
TOO_MANY = 429


class PaceMiddleware:
    """Stands behind the visit and before the transaction: what must wait opens none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.pages = Pace(bound=Bound(name="pages", most=settings.PAGES_PER_MINUTE, seconds=MINUTE))
        self.files = Pace(
            bound=Bound(name="files", most=settings.FILES_PER_QUARTER, seconds=QUARTER)
        )

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Hand the request on; the work is done in `process_view`."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponseBase],
        _arguments: tuple[Any, ...],
        keywords: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Let the view run, or say when to try again. What anybody may open is not counted."""
        if getattr(view, "vijfluik_public", False) or not isinstance(request.user, Professional):
            return None
        paces = [self.pages]
        # Taking records out asks for a fresh proof; what else does weighs as much.
        if asks_fresh_proof(view, keywords):
            paces.append(self.files)
        for pace in paces:
            waits = pace.asked(request.user.key)
            if waits is not None:
                return too_many(request, request.user, waits=waits, bound=pace.bound)
        return None


def too_many(
    request: HttpRequest, person: Professional, *, waits: Waits, bound: Bound
) -> HttpResponse:
    """The page, which says when to try again; the first one of a window is told in the journal."""
    if waits.first:
        record_apart(
            action=TOO_MUCH,
            # It happened: that it was answered with "wait" is what the event says.
            result=Result.DONE,
            object_type="session",
            details={"bound": bound.name, "most": bound.most},
            who=Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME),
        )
    if request.headers.get("HX-Request") == "true":
        # A part of a page is not put in for an answer like this; the whole page says it.
        return HttpResponse(headers={"HX-Redirect": request.get_full_path()})
    context = {
        "navigation_current": "",
        "ground": None,
        "seconds": waits.seconds,
        "most": bound.most,
        "files": bound.name == "files",
        "minutes": bound.seconds // MINUTE,
    }
    answer = render(request, "429.html", context, status=TOO_MANY)
    answer.headers["Retry-After"] = str(waits.seconds)
    return answer
