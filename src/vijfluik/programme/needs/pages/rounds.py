"""The page of a round with what it came to, and answering it for one's own organisation."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now, require_somewhere
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import organisation_of
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.contents import content_of
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.core.registers.reading import Detail
from vijfluik.programme.needs.answering import ASKED, answer
from vijfluik.programme.needs.models import NeedRound
from vijfluik.programme.needs.queries import earlier_answers, own_answers, progress, results
from vijfluik.programme.needs.registers import NEEDS, ROUNDS
from vijfluik.programme.needs.rounds.register import takes_answers
from vijfluik.programme.offers.vocabulary import Theme
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import number
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.asking import capitalised
from vijfluik.ui.registers.forms import ContentForm, put_faults
from vijfluik.ui.registers.pages import records
from vijfluik.ui.registers.pages.acts import told
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link


@dataclass(frozen=True, kw_only=True)
class Question:
    """A theme with its form; `said` when it is answered, `before` when it begins with an earlier
    answer."""

    theme: str
    label: str
    form: ContentForm
    said: bool
    before: bool


@require_safe
def need_round(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """A round, and below its facts what it came to."""
    return records.detail(ROUNDS, below=_below)(request, key)


def _below(found: Detail) -> SafeString:
    record: Any = found.record
    who = acting_now()
    counted = results(record)
    far = progress(record, who=who)
    missing = [each for each in far or () if each.answered < each.total]
    answers = takes_answers(record) and _owner(who) != ""
    context = {
        "table": _results(counted),
        "hidden": any(each.now is None for each in counted),
        "answer_url": reverse("need_answers", args=[record.key]) if answers else "",
        "counted": far is not None,
        "done": len(far or ()) - len(missing),
        "total": len(far or ()),
        "progress_text": _progress(done=len(far or ()) - len(missing), total=len(far or ())),
        "missing": missing,
        "unmet_url": reverse("unmet_needs") if far is not None else "",
    }
    return SafeString(render_to_string("needs/results.html", context))


def _progress(*, done: int, total: int) -> str:
    return _("%(done)d van %(total)d organisaties zeiden iets over elk thema") % {
        "done": done, "total": total,
    }  # fmt: skip


def _results(counted: Sequence[Any]) -> Table:
    language = page_language()

    def cell(count: int | None) -> Cell:
        return Cell(text=_("te weinig") if count is None else number(count, language=language))

    return Table(
        caption=_("Uitkomst per thema, in organisaties"),
        columns=[
            Column(label=_("Thema"), row_header=True),
            Column(label=_("Nu nodig"), number=True),
            Column(label=_("Binnenkort nodig"), number=True),
            Column(label=_("Niet nodig"), number=True),
            Column(label=_("Aanbod gekozen"), number=True),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=capfirst(str(Theme(each.theme).label))),
                    *(cell(count) for count in (each.now, each.soon, each.none, each.chosen)),
                ]
            )
            for each in counted
        ],
    )


def _owner(who: Acting) -> str:
    """The organisation that this person answers for; empty for who answers for none.

    Who may record for all speaks for nobody: an organisation answers about itself.
    """
    where = reach(who=who, thing=NEEDS.thing, action="create")
    return min(where.organisations, default="") if not where.everywhere else ""


@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """All themes of a round on one page, begun with what was said last time."""
    who = acting_of(request)
    where = require_somewhere(thing=NEEDS.thing, action="create")
    found = access_record(ROUNDS, who=who, key=key)
    owner = organisation_of(min(where.organisations))
    back = reverse("need_rounds:detail", args=[key])
    if not takes_answers(found):
        messages.info(request, _("Deze peiling is nu niet open; antwoorden kan niet."))
        return redirect(back)
    questions = _questions(found, owner=owner.code, data=request.POST or None)
    if request.method == "POST":
        kept = _keep(found, who=who, owner=owner.code, questions=questions)
        if kept is not None:
            messages.success(request, _kept(kept, total=len(questions)))
            return redirect(back)
    wrong = [each.form for each in questions if each.form.is_bound and each.form.errors]
    context = {
        "page_title": _("Wat heeft uw organisatie nodig?"),
        "panel": Panel.VOORKOMEN,
        "intro": f"{owner.name} · {found.title}",
        "breadcrumbs": [
            Link(label=_("Peilingen"), url=reverse("need_rounds:list")),
            Link(label=found.title, url=back),
            Link(label=_("Antwoorden")),
        ],
        "question": found.question,
        "questions": questions,
        "said": sum(each.said for each in questions),
        "total": len(questions),
        "wrong": wrong[0] if wrong else None,
        "back": back,
    }
    return render(request, "needs/answers.html", context, status=422 if wrong else 200)


def _questions(found: NeedRound, *, owner: str, data: Any) -> list[Question]:
    said = own_answers(found, owner=owner)
    before = earlier_answers(found, owner=owner)
    questions = []
    for theme in found.themes:
        known = said.get(theme) or before.get(theme)
        form = capitalised(
            ContentForm(data, register=NEEDS, names=ASKED, prefix=theme, initial=_begin(known))
        )
        # What is not said now can be said later, as long as the round is open.
        form.fields["level"].required = False
        questions.append(
            Question(
                theme=theme,
                label=capfirst(str(Theme(theme).label)),
                form=form,
                said=theme in said,
                before=theme not in said and theme in before,
            )
        )
    return questions


def _begin(known: Any) -> Mapping[str, object]:
    if known is None:
        return {}
    content = content_of(NEEDS, record=known)
    return {name: content[name] for name in ASKED}


def _keep(
    found: NeedRound, *, who: Acting, owner: str, questions: Sequence[Question]
) -> int | None:
    """Keep every answer that was given; how many, or None when one of them is not right."""
    # All are looked at, so that each shows what is wrong with it.
    wrong = [each for each in questions if not each.form.is_valid()]
    if wrong:
        return None
    kept, right = 0, True
    for each in questions:
        values = each.form.values()
        if not values["level"]:
            continue
        try:
            answer(who=who, round_key=found.key, owner=owner, theme=each.theme, said=values)
        except Invalid as invalid:
            put_faults(each.form, invalid=invalid)
            right = False
        except Conflict as conflict:
            each.form.add_error(None, told(conflict))
            right = False
        else:
            kept += 1
    return kept if right else None


def _kept(kept: int, *, total: int) -> str:
    said = ngettext("%(count)d thema bewaard", "%(count)d thema's bewaard", kept) % {"count": kept}
    if kept < total:
        return _("%(said)s. De andere kunt u later zeggen, zolang de peiling open is.") % {
            "said": said
        }
    return _("%(said)s. Bij elke behoefte staat het aanbod dat past.") % {"said": said}
