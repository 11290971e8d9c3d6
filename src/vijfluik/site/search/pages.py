"""The page on which one asks everything at once."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vijfluik.core.access.gate import require
from vijfluik.core.journal.recording import recorded_together
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.finding import FoundRecords, find_records
from vijfluik.core.registers.registry import registers
from vijfluik.core.search.words import search_words
from vijfluik.programme.attachments.access import THING as DOCUMENTS
from vijfluik.programme.attachments.finding import FoundDocuments, Sought, find_documents
from vijfluik.site.search.named import KINDS, Kind, Named, find_named
from vijfluik.site.shell import may_enter
from vijfluik.ui import formatting
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.addresses import record_address
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.registers.sought import SOUGHT, sealed_words

WORD = "zoek"
LONGEST = 100
# Of what is found by name; the rest is told as a number.
NAMED = 8


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing that was found: its name, where it is, and what stands beside it."""

    label: str
    url: str
    beside: str
    state: str = ""
    tone: str = "neutral"


@dataclass(frozen=True, kw_only=True)
class Group:
    """What one room found.

    Attributes:
        all_url: leads to all of it in its own list; empty when all is here, or there is none.
        first: of how many the first are here; empty when all is.
    """

    key: str
    title: str
    count: str
    lines: tuple[Line, ...]
    all_url: str = ""
    first: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Ask each room that the reader may enter; one that may not be entered leaves no trace.

    The form sends what was typed in the body: it may be a name, and an address is kept in logs. An
    address with words finds nothing and is left at once, so that it stands in no history.
    """
    who = acting_of(request)
    require(thing="programme", action="read")
    if WORD in request.GET:
        told = _("Zoekwoorden horen niet in een adres, want een adres wordt bewaard. Typ ze hier.")
        messages.info(request, told)
        return redirect("search")
    text = request.POST.get(WORD, "").replace("\0", "")[:LONGEST].strip()
    groups = found_by(who, text=text) if text else []
    context = {
        "page_title": _("Zoeken"),
        "intro": _("In alle registers die u kunt inzien, en in onderdelen, bepalingen en cijfers."),
        "searched": text,
        "longest": LONGEST,
        "groups": groups,
    }
    return render(request, "site/search.html", context)


def found_by(who: Acting, *, text: str) -> list[Group]:
    """What each room within reach says; a room that found nothing is left out."""
    words = search_words(text)
    with recorded_together():
        entered = [each for each in registers() if may_enter(who, each.thing)]
        records = [
            _of_records(found, text=text, who=who)
            for found in find_records(entered, who=who, text=text)
        ]
        named = [
            _of_named(kind, found=find_named(kind, words=words, language=page_language()))
            for kind in KINDS
            if may_enter(who, kind.thing)
        ]
        documents = (
            [
                _of_documents(
                    find_documents(who=who, sought=Sought(words=text), size=NAMED),
                    who=who,
                    text=text,
                )
            ]
            if may_enter(who, DOCUMENTS) and words
            else []
        )
    return [group for group in (*records, *documents, *named) if group.lines]


def _of_records(found: FoundRecords, *, text: str, who: Acting) -> Group:
    register, page = found.register, found.page
    count = formatting.number(page.paginator.count, language=page_language())
    whole = len(page.object_list) == page.paginator.count and not page.more
    address = reverse(f"{register.thing}:list")
    address += f"?{urlencode({SOUGHT: sealed_words(text, who=who)})}"
    return Group(
        key=register.path,
        title=str(register.title),
        count=_("meer dan %(number)s") % {"number": count} if page.more else count,
        lines=tuple(_line(record, register=register) for record in page.object_list),
        all_url="" if whole else address,
    )


def _of_documents(found: FoundDocuments, *, who: Acting, text: str) -> Group:
    count = found.page.paginator.count
    address = f"{reverse('documents:list')}?{urlencode({SOUGHT: sealed_words(text, who=who)})}"
    return Group(
        key="documenten",
        title=_("Documenten"),
        count=formatting.number(count, language=page_language()),
        lines=tuple(
            Line(
                label=each.document.title,
                url=reverse("documents:document", args=[each.document.key]),
                beside=each.record.label,
            )
            for each in found.rows
        ),
        all_url="" if count == len(found.rows) else address,
    )


def _line(record: Any, *, register: Register) -> Line:
    mark = register.standing(record)
    owner = getattr(record, register.scope)
    return Line(
        label=register.title_of(record),
        url=record_address(register.thing, key=record.pk),
        beside=f"{record.reference} · {owner}",
        state=capfirst(str(mark.label)),
        tone=mark.tone,
    )


def _of_named(kind: Kind, *, found: list[Named]) -> Group:
    return Group(
        key=kind.thing,
        title=str(kind.title),
        count=formatting.number(len(found), language=page_language()),
        lines=tuple(
            Line(label=each.label, url=each.url, beside=each.beside) for each in found[:NAMED]
        ),
        first=_("De eerste %(shown)d van %(all)d; zoek nauwer om de rest te zien.")
        % {"shown": NAMED, "all": len(found)}
        if len(found) > NAMED
        else "",
    )
