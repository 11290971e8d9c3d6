"""The pages of the help: everything, and one topic."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.partners.models import Professional
from vijfluik.core.registers.registry import registers
from vijfluik.site.help.finding import TOPICS, topic_named
from vijfluik.site.help.topic import Topic
from vijfluik.site.shell import may_enter, who_reads
from vijfluik.ui.marks import public
from vijfluik.ui.shell import Link


@public
@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """All topics, and the help of the registers that the reader may enter."""
    signed_in = isinstance(request.user, Professional)
    context = {
        "page_title": _("Hulp"),
        "intro": _("Elke pagina heeft bovenaan een link naar haar eigen hulp. Hier staat alles bij"
                   " elkaar."),
        "topics": [_link(topic) for topic in TOPICS if topic.public or signed_in],
        "registers": _registers(request) if signed_in else [],
        "signed_in": signed_in,
    }  # fmt: skip
    return render(request, "site/help/every.html", context)


@require_safe
def topic(request: HttpRequest, word: str) -> HttpResponse:
    """One topic, for whoever is signed in."""
    return _page(request, word=word)


@public
@require_safe
def open_topic(request: HttpRequest, word: str) -> HttpResponse:
    """One topic that helps with a public page, for anybody."""
    return _page(request, word=word)


def _page(request: HttpRequest, *, word: str) -> HttpResponse:
    found = topic_named(word)
    if found is None:
        raise Http404
    return render(request, "site/help/topic.html", _context(found))


def _context(found: Topic) -> dict[str, Any]:
    title = str(found.title)
    near = [each for each in map(topic_named, found.see) if each is not None]
    return {
        "page_title": title,
        "breadcrumbs": [Link(label=_("Hulp"), url=reverse("help")), Link(label=title)],
        "topic": found,
        # Who reads a public one may not have signed in.
        "near": [_link(each) for each in near if each.public or not found.public],
    }


def _link(found: Topic) -> Link:
    return Link(label=str(found.title), url=reverse("help_topic", args=[found.word]))


def _registers(request: HttpRequest) -> list[Link]:
    who = who_reads(request)
    if who is None:
        return []
    return [
        Link(label=str(register.title), url=reverse(f"{register.thing}:help"))
        for register in registers()
        if may_enter(who, register.thing)
    ]
