"""Going on with a visit that is about to end for want of a request (WCAG 2.2.1)."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from vijfluik.core.accounts.limits import LIMITS
from vijfluik.site.accounts.visiting import proof_asked
from vijfluik.ui.registers.requests import acting_of

BEFORE = dt.timedelta(minutes=2)


@dataclass(frozen=True, kw_only=True)
class Warned:
    """When a page tells that the visit is about to end, in seconds, and where it asks to go on."""

    after: int
    minutes: int
    url: str


def warned() -> Warned | None:
    """What pages are told; None in a demonstration, where no visit ends for want of a request."""
    if not proof_asked():
        return None
    return Warned(
        after=int((LIMITS.idle - BEFORE).total_seconds()),
        minutes=int(BEFORE.total_seconds() // 60),
        url=reverse("going_on"),
    )


@require_POST
def go_on(request: HttpRequest) -> HttpResponse:
    """Nothing but a request, by which the visit was seen; after eight hours it ends anyway."""
    acting_of(request)
    return HttpResponse(status=204)
