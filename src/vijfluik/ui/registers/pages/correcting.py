"""Putting a record right, also when somebody else did so meanwhile."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.registers import actions
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.declaration import UNDONE, WITHDRAWN, Register
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.core.registers.reading import former_values
from vijfluik.core.registers.seen import content_seen, token_of
from vijfluik.ui.registers.asking import (
    CHOICE,
    THEIRS,
    Asked,
    Side,
    capitalised,
    form_page,
    merge_page,
)
from vijfluik.ui.registers.forms import (
    REASON,
    SEEN,
    CorrectForm,
    put_conflict,
    put_faults,
    put_values,
)
from vijfluik.ui.registers.requests import acting_of, onward
from vijfluik.ui.registers.telling import undo_url
from vijfluik.ui.registers.views import View
from vijfluik.ui.shell import Link


def correct(register: Register) -> View:
    """Change values, with the reason why they were not right."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
        who = acting_of(request)
        record = access_record(register, who=who, key=key, action="correct")
        if record.state == WITHDRAWN:
            messages.warning(
                request,
                _("Deze registratie is ingetrokken; daaraan wordt niets meer gewijzigd."),
            )
            return redirect(f"{register.thing}:detail", key)
        if request.method != "POST":
            return form_page(
                request,
                register=register,
                form=_fresh(request, register=register, record=record),
                asked=asked(request, register=register, record=record),
            )
        form = _sent(request.POST, register=register, record=record)
        if form.is_valid():
            try:
                actions.correct(
                    register,
                    who=who,
                    key=key,
                    changes=form.values(),
                    reason=form.cleaned_data[REASON],
                    seen=form.cleaned_data[SEEN],
                )
            except Invalid as invalid:
                put_faults(form, invalid=invalid)
            except EdgeRefused as refused:
                form.add_error(None, refused.message)
            except Conflict as conflict:
                return _merge(
                    request, form=form, register=register, record=record, conflict=conflict
                )
            else:
                url = undo_url(register, key=key)
                link = format_html('<a href="{}">{}</a>', url, _("Terugdraaien"))
                words = format_html("{} {}", _("De wijziging is bewaard."), link)
                messages.success(request, words)
                back = reverse(f"{register.thing}:detail", args=[key])
                return redirect(onward(request, otherwise=back))
        return form_page(
            request,
            register=register,
            form=form,
            asked=asked(request, register=register, record=record),
        )

    return view


def _fresh(request: HttpRequest, *, register: Register, record: Any) -> CorrectForm:
    initial: dict[str, Any] = {SEEN: token_of(register, key=record.key)}
    if "terug" in request.GET:
        initial |= former_values(register, who=acting_of(request), key=record.key)
        initial[REASON] = UNDONE if register.reasons else _("Vorige wijziging teruggedraaid")
    return capitalised(CorrectForm(register=register, record=record, initial=initial))


def _sent(posted: QueryDict, *, register: Register, record: Any) -> CorrectForm:
    """The form as sent, with the other person's value where the reader chose that one."""
    form = capitalised(CorrectForm(posted, register=register, record=record))
    theirs = [name for name in register.names if posted.get(f"{CHOICE}{name}", "") == THEIRS]
    if not theirs:
        return form
    try:
        content = content_seen(register, key=record.key, token=posted.get(SEEN, ""))
    except Invalid:
        # A token of nothing: the action refuses it with the same words.
        return form
    data = posted.copy()
    put_values(data, values={name: content[name] for name in theirs}, of=form)
    return capitalised(CorrectForm(data, register=register, record=record))


def _merge(
    request: HttpRequest,
    *,
    form: CorrectForm,
    register: Register,
    record: Any,
    conflict: Conflict,
) -> HttpResponse:
    put_conflict(form, conflict=conflict)
    return merge_page(
        request,
        register=register,
        form=form,
        sides=sides_of(conflict),
        changed_by=conflict.changed_by,
        asked=asked(request, register=register, record=record),
    )


def sides_of(conflict: Conflict) -> list[Side]:
    """The fields that either changed, those that both changed first."""
    found = [
        Side(
            field=difference.field,
            label=capfirst(difference.label),
            was=difference.was,
            theirs=difference.theirs,
            yours=difference.yours,
            clash=difference.clash,
        )
        for difference in conflict.differences
    ]
    return sorted(found, key=lambda side: not side.clash)


def asked(request: HttpRequest, *, register: Register, record: Any) -> Asked:
    """What the page is called and where it stands."""
    undoing = "terug" in request.GET and request.method != "POST"
    title = register.title_of(record)
    back = reverse(f"{register.thing}:detail", args=[record.key])
    return Asked(
        title=_("Wijzigen"),
        submit=_("Wijziging bewaren"),
        cancel_url=back,
        path=[Link(label=title, url=back)],
        intro=f"{record.reference} · {title}",
        notice=_(
            "Hieronder staan de waarden van vóór de laatste wijziging. Bewaar om ze terug te "
            "zetten."
        )
        if undoing
        else "",
    )
