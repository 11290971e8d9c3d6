"""The steps of a training, each with its form."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.access import access_training
from vijfluik.programme.trainings.content import NAMES
from vijfluik.programme.trainings.faults import Conflict, Invalid
from vijfluik.programme.trainings.forms import put_faults
from vijfluik.programme.trainings.lifecycle import LIFECYCLE
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.register import REGISTER, act_of_word, standing
from vijfluik.programme.trainings.seen import token_of
from vijfluik.programme.trainings.telling import done_words
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.asking import Asked, capitalised, confirm_page, form_page
from vijfluik.ui.registers.requests import acting_of, onward
from vijfluik.ui.registers.values import shown
from vijfluik.ui.shell import Link

# Edge → the action that takes it; the form's values are the rest of its arguments.
TAKEN: Mapping[str, Callable[..., Training]] = {
    "plan": actions.plan,
    "replan": actions.replan,
    "hold": actions.hold,
    "cancel": actions.cancel,
    "reopen": actions.reopen,
    "withdraw": actions.withdraw,
}


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, key: uuid.UUID, step: str) -> HttpResponse:
    """Take a step: ask what it needs, take it, and tell what became of it."""
    chosen = act_of_word(step)
    if chosen is None:
        raise Http404
    who = acting_of(request)
    edge = LIFECYCLE.edge(chosen.name)
    training = access_training(who=who, key=key, action=edge.action)
    if training.state not in edge.sources:
        return _too_late(request, training=training, chosen=chosen)
    form = _form(request, chosen=chosen, training=training)
    notice = ""
    if request.method == "POST" and form.is_valid():
        try:
            taken = TAKEN[chosen.name](who=who, key=key, **_values(form))
        except Invalid as invalid:
            put_faults(form, invalid=invalid)
        except EdgeRefused:
            return _too_late(request, training=training, chosen=chosen)
        except Conflict as conflict:
            form = _again(request, chosen=chosen, seen=conflict.seen)
            notice = told(conflict)
        else:
            _tell(request, training=taken, chosen=chosen)
            return redirect(onward(request, otherwise=reverse("trainings:detail", args=[key])))
    asked = asked_of(training, chosen=chosen, notice=notice)
    show = confirm_page if chosen.danger and not notice else form_page
    return show(request, register=REGISTER, form=form, asked=asked)


def _form(request: HttpRequest, *, chosen: Act, training: Training) -> Any:
    initial: dict[str, object] = {"seen": token_of(training.key)}
    if chosen.name == "plan":
        initial["planned_on"] = max(training.wanted_on, today())
    if chosen.name == "hold":
        initial["held_on"] = _likely_day(training)
    return capitalised(chosen.form(request.POST or None, initial=initial))


def _again(request: HttpRequest, *, chosen: Act, seen: str) -> Any:
    """The form as filled in, now about the record as it is."""
    data = request.POST.copy()
    data["seen"] = seen
    return capitalised(chosen.form(data, initial={}))


def _likely_day(training: Training) -> dt.date | None:
    """The day on which it was most likely given: that which was agreed, when it has come."""
    if training.planned_on is None or training.planned_on > today():
        return None
    return training.planned_on


def _values(form: forms.Form) -> dict[str, Any]:
    """The form's values as arguments of an action."""
    return {
        name: value
        for name, value in form.cleaned_data.items()
        if name in NAMES or name in ("reason", "seen")
    }


def told(conflict: Conflict) -> str:
    """What the other person changed, and what to do."""
    changes = ", ".join(
        f"{difference.label}: {difference.was} → {difference.theirs}"
        for difference in conflict.differences
        if difference.was != difference.theirs
    )
    return _(
        "%(name)s wijzigde deze training terwijl u bezig was (%(changes)s). Er is nog niets "
        "bewaard. Klopt uw stap nog? Bewaar dan opnieuw."
    ) % {"name": conflict.changed_by, "changes": changes}


def _too_late(request: HttpRequest, *, training: Training, chosen: Act) -> HttpResponse:
    """The step cannot be taken any more, or not yet: say so beside what can."""
    messages.warning(
        request,
        _("“%(step)s” kan nu niet: deze training is %(state)s.")
        % {"step": chosen.label, "state": standing(training).label},
    )
    return redirect("trainings:detail", training.key)


def _tell(request: HttpRequest, *, training: Training, chosen: Act) -> None:
    """What was done, and the way back where there is one."""
    words = f"{training.reference}: {done_words()[chosen.name].lower()}."
    if chosen.name != "cancel":
        messages.success(request, words)
        return
    back = reverse("trainings:act", args=[training.key, REGISTER.acts["reopen"].word])
    link = format_html('<a href="{}">{}</a>', back, _("Terugdraaien"))
    messages.success(request, format_html("{} {}", words, link))


def asked_of(training: Training, *, chosen: Act, notice: str = "") -> Asked:
    """What the page of a step says."""
    back = reverse("trainings:detail", args=[training.key])
    language = page_language()
    on = training.planned_on
    about = [
        (_("Kenmerk"), training.reference),
        (_("Aanbieder"), training.provider.name),
        (_("Aanvrager"), training.requester),
        (_("Gewenste datum"), day(training.wanted_on, language=language)),
        (_("Gepland op"), day(on, language=language) if on else ""),
        (_("Stand"), shown(standing(training))),
    ]
    question = _("Weet u zeker dat deze registratie een vergissing was?")
    consequences = [
        _("De training telt in geen enkel cijfer meer mee."),
        _("Ze blijft met haar verloop herleidbaar; niemand kan haar nog wijzigen."),
        _("Gaat een training niet door? Annuleer haar dan: als aanvraag blijft ze meetellen."),
    ]
    return Asked(
        title=f"{chosen.label}",
        submit=str(chosen.label),
        cancel_url=back,
        about=about,
        intro=training.title if chosen.danger else f"{training.title}. {chosen.explanation}",
        notice=notice or (question if chosen.danger else ""),
        tone="warning" if notice else "info",
        consequences=consequences if chosen.danger else (),
        path=[Link(label=training.title, url=back)],
    )
