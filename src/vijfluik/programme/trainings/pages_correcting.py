"""Putting a training right, also when somebody else did so meanwhile."""

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
from vijfluik.programme.trainings.access import access_training
from vijfluik.programme.trainings.actions import correct as correct_training
from vijfluik.programme.trainings.content import NAMES
from vijfluik.programme.trainings.faults import Conflict, Invalid
from vijfluik.programme.trainings.forms import CorrectForm, put_conflict, put_faults
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.queries import former_values
from vijfluik.programme.trainings.register import REGISTER
from vijfluik.programme.trainings.seen import content_seen, token_of
from vijfluik.programme.trainings.telling import undo_url
from vijfluik.programme.trainings.vocabulary import State
from vijfluik.ui.registers.asking import (
    CHOICE,
    THEIRS,
    Asked,
    Side,
    capitalised,
    form_page,
    merge_page,
)
from vijfluik.ui.registers.requests import acting_of, onward
from vijfluik.ui.shell import Link


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Change values, with the reason why they were not right."""
    who = acting_of(request)
    training = access_training(who=who, key=key, action="correct")
    if training.state == State.WITHDRAWN:
        messages.warning(
            request, _("Deze training is ingetrokken; daaraan wordt niets meer gewijzigd.")
        )
        return redirect("trainings:detail", key)
    if request.method != "POST":
        return form_page(
            request,
            register=REGISTER,
            form=_fresh(request, training=training),
            asked=asked(request, training=training),
        )
    form = capitalised(CorrectForm(chosen(request.POST, key=key), training=training))
    if form.is_valid():
        try:
            correct_training(
                who=who,
                key=key,
                changes=form.values(),
                reason=form.cleaned_data["reason"],
                seen=form.cleaned_data["seen"],
            )
        except Invalid as invalid:
            put_faults(form, invalid=invalid)
        except EdgeRefused as refused:
            form.add_error(None, refused.message)
        except Conflict as conflict:
            return _merge(request, form=form, training=training, conflict=conflict)
        else:
            link = format_html('<a href="{}">{}</a>', undo_url(key), _("Terugdraaien"))
            messages.success(request, format_html("{} {}", _("De wijziging is bewaard."), link))
            return redirect(onward(request, otherwise=reverse("trainings:detail", args=[key])))
    return form_page(request, register=REGISTER, form=form, asked=asked(request, training=training))


def _fresh(request: HttpRequest, *, training: Training) -> CorrectForm:
    initial: dict[str, Any] = {"seen": token_of(training.key)}
    if "terug" in request.GET:
        initial |= former_values(who=acting_of(request), key=training.key)
        initial["reason"] = _("Vorige wijziging teruggedraaid")
    return capitalised(CorrectForm(training=training, initial=initial))


def chosen(posted: QueryDict, *, key: uuid.UUID) -> QueryDict:
    """What was sent, with the other person's value where the reader chose that one."""
    theirs = [name for name in NAMES if posted.get(f"{CHOICE}{name}", "") == THEIRS]
    if not theirs:
        return posted
    data = posted.copy()
    try:
        content = content_seen(key=key, token=posted.get("seen", ""))
    except Invalid:
        # A token of nothing: the action refuses it with the same words.
        return data
    for name in theirs:
        value = getattr(content, name)
        if isinstance(value, tuple):
            data.setlist(name, list(value))
        else:
            data[name] = "" if value is None else str(value)
    return data


def _merge(
    request: HttpRequest, *, form: CorrectForm, training: Training, conflict: Conflict
) -> HttpResponse:
    put_conflict(form, conflict=conflict)
    return merge_page(
        request,
        register=REGISTER,
        form=form,
        sides=sides_of(conflict),
        changed_by=conflict.changed_by,
        asked=asked(request, training=training),
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


def asked(request: HttpRequest, *, training: Training) -> Asked:
    """What the page is called and where it stands."""
    undoing = "terug" in request.GET and request.method != "POST"
    return Asked(
        title=_("Wijzigen"),
        submit=_("Wijziging bewaren"),
        cancel_url=reverse("trainings:detail", args=[training.key]),
        path=[
            Link(label=training.title, url=reverse("trainings:detail", args=[training.key])),
        ],
        intro=f"{training.reference} · {training.title}",
        notice=_(
            "Hieronder staan de waarden van vóór de laatste wijziging. Bewaar om ze terug te "
            "zetten."
        )
        if undoing
        else "",
    )
