"""Mijn jaar: everything that a municipality still has to say of one year, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from vijfluik.core.access.gate import require_somewhere
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Organisation
from vijfluik.core.partners.queries import organisation_of, today
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.programme.municipalities.year.answering import answer
from vijfluik.programme.municipalities.year.matters import Matter, matters
from vijfluik.programme.municipalities.year.questions import Way, prefix_of, ways_of
from vijfluik.programme.municipalities.year.telling import Told, told_of
from vijfluik.ui.components.actions import Tab
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.forms import REASON, SEEN, ContentForm, put_faults
from vijfluik.ui.registers.pages.acts import told as told_conflict
from vijfluik.ui.registers.requests import acting_of, offer
from vijfluik.ui.shell import Link

THING = "municipal_year"
MATTER, WAY = "vraag", "manier"


@dataclass(frozen=True, kw_only=True)
class Question:
    """A matter with its words and its forms."""

    matter: Matter
    told: Told
    ways: Sequence[Way]


@require_http_methods(["GET", "HEAD", "POST"])
def year(request: HttpRequest) -> HttpResponse:
    """Show what is still to say, and take one answer at a time."""
    who = acting_of(request)
    where = require_somewhere(thing=THING, action="read")
    # A mandate is at one municipality; who works for two sees the first.
    owner = organisation_of(min(where.organisations))
    every = matters(who=who, owner=owner.code)
    chosen = _year(request, every=every)
    questions = [
        Question(
            matter=matter,
            told=told_of(matter),
            ways=ways_of(matter, municipality=owner.name, data=_sent(request, matter=matter)),
        )
        for matter in every
        if matter.year == chosen and not matter.done
    ]
    if request.method == "POST":
        answered = _answer(request, who=who, owner=owner.code, questions=questions)
        if answered is not None:
            return answered
    return _page(request, owner=owner, every=every, chosen=chosen, questions=questions)


def _sent(request: HttpRequest, *, matter: Matter) -> QueryDict | None:
    """What was sent about this matter; None for the others, whose forms stay as they were."""
    return request.POST if request.POST.get(MATTER) == matter.word else None


def _year(request: HttpRequest, *, every: Sequence[Matter]) -> int:
    asked = request.GET.get("jaar", "")
    known = {str(matter.year): matter.year for matter in every}
    return known.get(asked, today().year)


def _answer(
    request: HttpRequest, *, who: Acting, owner: str, questions: Sequence[Question]
) -> HttpResponse | None:
    """Do what was sent; None when the page must be shown again with what is wrong."""
    found = [
        (question, way)
        for question in questions
        for way in question.ways
        if way.form.is_bound and question.matter.ready
    ]
    back = redirect(f"{request.get_full_path()}#voortgang")
    if not found:
        messages.info(request, _("Dit is al gezegd, of nog niet aan de orde."))
        return back
    question, way = found[0]
    form = way.form
    if not form.is_valid():
        return None
    values = form.values() if isinstance(form, ContentForm) else form.cleaned_data
    act = question.matter.register.act_of_word(way.word)
    try:
        answer(
            question.matter,
            who=who,
            owner=owner,
            edge=act.name if act is not None else "",
            values=values,
            reason=form.cleaned_data.get(REASON, ""),
            seen=form.cleaned_data.get(SEEN),
        )
    except Invalid as invalid:
        put_faults(form, invalid=invalid)
    except EdgeRefused as refused:
        form.add_error(None, str(refused))
    except Conflict as conflict:
        data = request.POST.copy()
        data[f"{prefix_of(question.matter, word=way.word)}-{SEEN}"] = conflict.seen
        form.data = data
        form.add_error(None, told_conflict(conflict))
    else:
        messages.success(request, _("Bewaard: %(what)s.") % {"what": question.told.title})
        return back
    return None


def _page(
    request: HttpRequest,
    *,
    owner: Organisation,
    every: Sequence[Matter],
    chosen: int,
    questions: Sequence[Question],
) -> HttpResponse:
    here = [matter for matter in every if matter.year == chosen]
    wrong = [
        way.form for each in questions for way in each.ways if way.form.is_bound and way.form.errors
    ]
    # Of several ways to answer one is taken: the longest counts.
    longest = [max(each.ways, key=lambda way: way.seconds) for each in questions]
    ready = [each for each in questions if each.matter.ready]
    offer(request, *(Link(label=each.told.title, url=f"#{each.matter.word}") for each in ready))
    context = {
        "page_title": _("Mijn jaar"),
        "panel": Panel.VOORKOMEN,
        "intro": owner.name,
        "years": _tabs(every, chosen=chosen),
        "year": chosen,
        "total": len(here),
        "done": sum(matter.done for matter in here),
        "left": len(questions),
        "finished": here and not any(each.matter.needed for each in questions),
        "progress_text": _progress(left=len(questions), total=len(here)),
        "typing": _typing(longest),
        "wrong": wrong[0] if wrong else None,
        "questions": ready,
        "later": [each for each in questions if not each.matter.ready],
        "said": [(told_of(matter)) for matter in here if matter.done],
        # Without its municipality there is no support to show.
        "support_url": _support(owner),
    }
    return render(request, "municipalities/year.html", context, status=422 if wrong else 200)


def _support(owner: Organisation) -> str:
    """The page of the support of its municipality; empty while nobody said which that is."""
    if owner.place is None:
        return ""
    return reverse("municipalities:support_of", args=[owner.place.code])


def _tabs(every: Sequence[Matter], *, chosen: int) -> list[Tab]:
    years = sorted({today().year, *(matter.year for matter in every)}, reverse=True)
    tabs = []
    for each in years:
        left = sum(matter.year == each and not matter.done for matter in every)
        address = f"{reverse('municipalities:year')}?{urlencode({'jaar': each})}"
        tabs.append(
            Tab(
                label=str(each),
                url=address,
                current=each == chosen,
                count=_("nog %(left)d") % {"left": left} if left else "",
            )
        )
    return tabs


def _progress(*, left: int, total: int) -> str:
    if not total:
        return _("Over dit jaar hoeft u niets te zeggen.")
    if not left:
        return _("Alles is gezegd: %(total)d van %(total)d.") % {"total": total}
    return _("Nog %(left)d van %(total)d") % {"left": left, "total": total}


def _typing(longest: Sequence[Way]) -> str:
    """How many fields are still empty, and about how long typing them takes."""
    fields = sum(len(way.asked) for way in longest)
    if not fields:
        return ""
    minutes = max(1, round(sum(way.seconds for way in longest) / 60))
    counted = ngettext("%(count)d veld", "%(count)d velden", fields) % {"count": fields}
    about = ngettext("ongeveer %(count)d minuut", "ongeveer %(count)d minuten", minutes)
    return _("Nog in te vullen: %(fields)s, %(minutes)s typen. De rest staat er al.") % {
        "fields": counted,
        "minutes": about % {"count": minutes},
    }
