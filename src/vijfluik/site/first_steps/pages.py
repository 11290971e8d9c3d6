"""The page of the first steps, and their place on Overzicht and Mijn werk.

Whether somebody wants to see them there is a cookie of their browser; how far they are is not kept
anywhere (`standing`).
"""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vijfluik.core.access.gate import require
from vijfluik.core.partners.acting import Acting
from vijfluik.site.first_steps.sequence import STEPS
from vijfluik.site.first_steps.standing import (
    Standing,
    State,
    begins,
    done,
    last_known,
    standings,
)
from vijfluik.ui.components.notices import shown_badge
from vijfluik.ui.registers.requests import acting_of

COOKIE = "vijfluik_eerste_stappen"
HIDDEN = "weg"
OVER = "klaar"
ONE_YEAR = 365 * 24 * 3600
ONE_MONTH = 30 * 24 * 3600


@require_http_methods(["GET", "HEAD", "POST"])
def first_steps(request: HttpRequest) -> HttpResponse:
    """All steps, whether they were done or not; a post shows or hides them elsewhere."""
    who = acting_of(request)
    if not begins(who):
        require(thing="programme", action="read")
    if request.method == "POST":
        return _switched(hide=request.POST.get("weergave") == HIDDEN, request=request)
    return render(
        request,
        "site/first_steps/page.html",
        {
            "page_title": _("Eerste stappen"),
            "intro": _("Van een leeg platform naar een eerste rapportage, in vijf stappen."),
            "navigation_current": "",
            "steps": [shown(each) for each in standings(who)],
            "hidden": hidden(request),
        },
    )


def _switched(*, hide: bool, request: HttpRequest) -> HttpResponse:
    response = redirect("first_steps")
    if not hide:
        response.delete_cookie(COOKIE)
        messages.success(request, _("De eerste stappen staan weer op Overzicht en Mijn werk."))
        return response
    _keep(response, word=HIDDEN)
    messages.success(
        request,
        _(
            "De eerste stappen staan niet meer op Overzicht en Mijn werk. Op deze pagina blijven"
            " ze."
        ),
    )
    return response


def _keep(response: HttpResponse, *, word: str, seconds: int = ONE_YEAR) -> None:
    response.set_cookie(
        COOKIE, word, max_age=seconds, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def hidden(request: HttpRequest) -> bool:
    """Whether the reader put the steps away in this browser."""
    return request.COOKIES.get(COOKIE) == HIDDEN


def with_beginning(
    request: HttpRequest, template: str, context: dict[str, object], *, who: Acting
) -> HttpResponse:
    """A page with the steps at its top, unless they are over or put away, or not the reader's.

    Once there is a report they are over for everybody, and this browser need not ask again. For who
    may not know of reports they are over with the last step that they know of; their browser asks
    again after a month, for they may have come to know of more.
    """
    if request.COOKIES.get(COOKIE) or not begins(who):
        return render(request, template, context)
    last = last_known(who)
    if last is not None and not done(who, step=last):
        steps = [shown(each) for each in standings(who)]
        return render(request, template, {**context, "first_steps": steps})
    response = render(request, template, context)
    if last is not None:
        _keep(response, word=OVER, seconds=ONE_YEAR if last == STEPS[-1] else ONE_MONTH)
    return response


def shown(standing: Standing) -> dict[str, object]:
    """A step as a template writes it."""
    step, state = standing.step, standing.state
    return {
        "key": step.key,
        "title": step.title,
        "why": step.why,
        "number": STEPS.index(step) + 1,
        "done": state == State.DONE,
        "next": state == State.NEXT,
        "badge": _badge(state),
        "ways": [
            {"label": way.label, "url": reverse(way.view), "last": way == standing.ways[-1]}
            for way in standing.ways
        ],
        "completes": bool(standing.ways) and standing.ways[-1] == step.ways[-1],
        "roles": listed(standing.roles),
    }


def _badge(state: State) -> str:
    words = {
        State.DONE: (_("gedaan"), "positive"),
        State.NEXT: (_("nu aan de beurt"), "info"),
        State.LATER: (_("nog niet gedaan"), "neutral"),
    }
    return shown_badge(*words[state]) if state in words else ""


def listed(words: tuple[str, ...]) -> str:
    """Words as in a sentence: the last two with "of" between them."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s of %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
