"""The private calendar link: the page where it is made, and the calendar itself."""

import base64

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vijfluik.core.accounts.sealing import Unsealable, seal, unseal
from vijfluik.core.accounts.throttle import TooOften
from vijfluik.core.notices import feeds
from vijfluik.site.accounts.proving import TOO_MANY, address_of
from vijfluik.site.accounts.unlogged import unlogged
from vijfluik.ui.formatting import moment
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import fresh_proof, public
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link

MADE = "vijfluik_calendar"


@never_cache
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Since when there is a link; one that was just made is shown once."""
    who = acting_of(request)
    feed = feeds.feed_of(who)
    return render(
        request,
        "site/notices/calendar.html",
        {
            "page_title": _("Agenda"),
            "intro": _(
                "Een link waarmee uw agendaprogramma de dagen toont waarop iets van u wordt"
                " verwacht. Er staat alleen ‘Overleg’ en een tijd in."
            ),
            "breadcrumbs": [
                Link(label=_("Mijn account"), url=reverse("own_account")),
                Link(label=_("Agenda")),
            ],
            "since": moment(feed.made_at, language=page_language()) if feed else "",
            "address": _just_made(request),
        },
    )


@never_cache
@fresh_proof
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    """Ask once more, then make a link; one of before works no more."""
    if request.method == "POST":
        word = feeds.make_feed(who=acting_of(request))
        sealed = seal(word.encode(), use=_use(request))
        request.session[MADE] = base64.b64encode(sealed).decode()
        return redirect("own_calendar")
    return render(
        request,
        "ui/confirm.html",
        {
            "page_title": _("Agendalink maken"),
            "question": _("Maakt u een nieuwe agendalink?"),
            "items": [],
            "consequences": [
                _("Wie de link heeft, ziet op welke dagen u ‘Overleg’ heeft. Deel haar niet."),
                _("Een eerdere link werkt niet meer."),
            ],
            "confirm_label": _("Link maken"),
            "cancel_url": reverse("own_calendar"),
        },
    )


@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Let the link work no more."""
    feeds.withdraw_feed(who=acting_of(request))
    messages.success(request, _("De agendalink werkt niet meer."))
    return redirect("own_calendar")


@public
@never_cache
@require_safe
def calendar(request: HttpRequest, word: str) -> HttpResponse:
    """The calendar, for a program that cannot sign in. A link that does not work says nothing."""
    at = timezone.now()
    try:
        content = feeds.read_feed(word, address=address_of(request), at=at)
    except TooOften as waits:
        seconds = max(int((waits.again - at).total_seconds()), 1)
        answer = HttpResponse(status=TOO_MANY, content_type="text/plain")
        answer.headers["Retry-After"] = str(seconds)
        return unlogged(answer)
    if content is None:
        return unlogged(HttpResponse(status=404, content_type="text/plain"))
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


def _just_made(request: HttpRequest) -> str:
    kept = request.session.pop(MADE, "")
    try:
        word = unseal(base64.b64decode(kept), use=_use(request)).decode()
    except (Unsealable, ValueError):
        return ""
    return request.build_absolute_uri(reverse("calendar", args=[word]))


def _use(request: HttpRequest) -> str:
    return f"calendar {acting_of(request).actor.key}"
