"""The steps of a record, each with its form."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.registers import actions
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.declaration import WITHDRAWN, Act, Register
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.seen import token_of
from vijfluik.ui.marks import fresh_proof_for
from vijfluik.ui.registers.asking import Asked, capitalised, confirm_page, form_page
from vijfluik.ui.registers.forms import REASON, SEEN, ActForm, put_faults
from vijfluik.ui.registers.record import facts_of
from vijfluik.ui.registers.requests import acting_of, onward
from vijfluik.ui.registers.values import shown
from vijfluik.ui.registers.views import View
from vijfluik.ui.shell import Link


def act(register: Register, *, take: Callable[..., Any] = actions.step) -> View:
    """Take a step: ask what it needs, take it, and tell what became of it.

    Args:
        take: what takes it, for a room in which more comes with a step; called as `actions.step`
            and raising what that raises.
    """

    def destroys(keywords: Mapping[str, object]) -> bool:
        chosen = register.act_of_word(str(keywords.get("step", "")))
        return destruction_by(register, chosen)

    @fresh_proof_for(destroys)
    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest, key: uuid.UUID, step: str) -> HttpResponse:
        chosen = register.act_of_word(step)
        if chosen is None:
            raise Http404
        who = acting_of(request)
        edge = register.edge(chosen.name)
        record = access_record(register, who=who, key=key, action=edge.action)
        if record.state not in edge.sources:
            return _too_late(request, register=register, record=record, chosen=chosen)
        form = _form(request, register=register, chosen=chosen, record=record)
        notice = ""
        if request.method == "POST" and form.is_valid():
            try:
                taken = take(
                    register,
                    who=who,
                    key=key,
                    edge=edge.name,
                    changes=form.values(),
                    reason=form.cleaned_data.get(REASON, ""),
                    seen=form.cleaned_data[SEEN],
                )
            except Invalid as invalid:
                put_faults(form, invalid=invalid)
            except EdgeRefused:
                return _too_late(request, register=register, record=record, chosen=chosen)
            except Conflict as conflict:
                form = _again(
                    request, register=register, chosen=chosen, record=record, seen=conflict.seen
                )
                notice = told(conflict)
            else:
                _tell(request, register=register, record=taken, chosen=chosen)
                return redirect(onward(request, otherwise=_back(register, record=taken)))
        asked = asked_of(register, record=record, chosen=chosen, notice=notice)
        show = confirm_page if chosen.danger and not notice else form_page
        return show(request, register=register, form=form, asked=asked)

    return view


def destruction_by(register: Register, chosen: Act | None) -> bool:
    """Whether an act destroys the record: a person's, who is withdrawn."""
    if chosen is None or not register.persons:
        return False
    return register.edge(chosen.name).target == WITHDRAWN


def _back(register: Register, *, record: Any) -> str:
    """The record; the list where nothing is left of it."""
    if register.persons and record.state == WITHDRAWN:
        return reverse(f"{register.thing}:list")
    return reverse(f"{register.thing}:detail", args=[record.key])


def _form(request: HttpRequest, *, register: Register, chosen: Act, record: Any) -> ActForm:
    initial: dict[str, object] = {SEEN: token_of(register, key=record.key)}
    if chosen.initial is not None:
        initial.update(chosen.initial(record))
    return _made(register, chosen=chosen, record=record, data=request.POST or None, initial=initial)


def _again(
    request: HttpRequest, *, register: Register, chosen: Act, record: Any, seen: str
) -> ActForm:
    """The form as filled in, now about the record as it is."""
    data = request.POST.copy()
    data[SEEN] = seen
    return _made(register, chosen=chosen, record=record, data=data, initial={})


def _made(
    register: Register, *, chosen: Act, record: Any, data: Any, initial: dict[str, object]
) -> ActForm:
    return capitalised(
        ActForm(
            data,
            register=register,
            act=chosen,
            edge=register.edge(chosen.name),
            record=record,
            initial=initial,
        )
    )


def told(conflict: Conflict) -> str:
    """What the other person changed, and what to do."""
    changes = ", ".join(
        f"{difference.label}: {difference.was} → {difference.theirs}"
        for difference in conflict.differences
        if difference.was != difference.theirs
    )
    return _(
        "%(name)s wijzigde dit terwijl u bezig was (%(changes)s). Er is nog niets "
        "bewaard. Klopt uw stap nog? Bewaar dan opnieuw."
    ) % {"name": conflict.changed_by, "changes": changes}


def _too_late(
    request: HttpRequest, *, register: Register, record: Any, chosen: Act
) -> HttpResponse:
    """The step cannot be taken any more, or not yet: say so beside what can."""
    messages.warning(
        request,
        _("“%(step)s” kan nu niet: de stand is %(state)s.")
        % {
            "step": register.edge(chosen.name).label,
            "state": register.state_label(record.state),
        },
    )
    return redirect(f"{register.thing}:detail", record.key)


def _tell(request: HttpRequest, *, register: Register, record: Any, chosen: Act) -> None:
    """What was done, and the way back where there is one."""
    words = f"{record.reference}: {str(chosen.done).lower()}."
    if not chosen.undone_by:
        messages.success(request, words)
        return
    word = register.act(chosen.undone_by).word
    back = reverse(f"{register.thing}:act", args=[record.key, word])
    link = format_html('<a href="{}">{}</a>', back, _("Terugdraaien"))
    messages.success(request, format_html("{} {}", words, link))


def asked_of(register: Register, *, record: Any, chosen: Act, notice: str = "") -> Asked:
    """What the page of a step says."""
    back = reverse(f"{register.thing}:detail", args=[record.key])
    edge, title = register.edge(chosen.name), register.title_of(record)
    facts = facts_of(record, register=register, lookups=Lookups())
    about = [(label, text) for label, text in facts if text]
    about.append((_("Stand"), shown(register.standing(record))))
    question = str(chosen.question) or _("Weet u zeker dat deze registratie een vergissing was?")
    return Asked(
        title=str(edge.label),
        submit=str(edge.label),
        cancel_url=back,
        about=about,
        intro=title if chosen.danger else f"{title}. {edge.why}",
        notice=notice or (question if chosen.danger else ""),
        tone="warning" if notice else "info",
        consequences=_consequences(chosen) if chosen.danger else (),
        path=[Link(label=title, url=back)],
        busy=str(chosen.busy),
    )


def _consequences(chosen: Act) -> list[str]:
    if chosen.consequences:
        return [str(each) for each in chosen.consequences]
    return [
        _("Dit telt in geen enkel cijfer meer mee."),
        _("Het blijft met zijn verloop herleidbaar; niemand kan het nog wijzigen."),
    ]
