"""The form on which participants rate a training, and adding its answers up.

The form is printed or read out by who gives the training. Nobody signs it, and of what comes back
the platform keeps the mean and the number of answers.
"""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.core.registers.seen import token_of
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.evaluating import MARKS, mean_of
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.register import REGISTER
from vijfluik.programme.trainings.vocabulary import State
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.registers.pages.acts import told
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link

SEEN = "gezien"
# What participants are asked to mark, from 1 to 10, and what they may say in words.
QUESTIONS = (
    gettext_lazy("Wat vond u van deze bijeenkomst als geheel?"),
    gettext_lazy("Sloot de inhoud aan bij uw werk?"),
    gettext_lazy("Weet u nu beter wat u kunt doen en wie u kunt vragen?"),
)


class TallyForm(forms.Form):
    """How many participants gave each mark to the training as a whole."""

    def __init__(self, *args: Any, **named: Any) -> None:
        """A number per mark."""
        super().__init__(*args, **named)
        for mark in MARKS:
            self.fields[f"cijfer-{mark}"] = forms.IntegerField(
                label=_("Gaven een %(mark)d") % {"mark": mark},
                min_value=0,
                initial=0,
                widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": "0"}),
            )

    def given(self) -> dict[int, int]:
        """Mark → how many gave it."""
        return {mark: self.cleaned_data[f"cijfer-{mark}"] for mark in MARKS}


def _frame(training: Training, *, title: str, intro: str = "") -> dict[str, Any]:
    path = [Link(label=training.title, url=reverse("trainings:detail", args=[training.key]))]
    return frame_of(REGISTER, title=title, path=path, intro=intro)


@require_safe
def form(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The form, to print; not there for a training that nobody planned."""
    training: Training = access_record(REGISTER, who=acting_of(request), key=key)
    if training.state not in (State.PLANNED, State.HELD):
        raise Http404
    on = training.held_on or training.planned_on
    context = {
        **_frame(training, title=_("Evaluatieformulier")),
        "training": training,
        "on": day(on, language=page_language()) if on else "",
        "questions": QUESTIONS,
        "marks": MARKS,
    }
    return render(request, "trainings/form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Count the forms that came back: the mean and their number go on the record."""
    who = acting_of(request)
    training: Training = access_record(REGISTER, who=who, key=key, action="correct")
    if training.state != State.HELD:
        raise Http404
    tally = TallyForm(request.POST or None)
    seen = token_of(REGISTER, key=key)
    if request.method == "POST" and tally.is_valid():
        found = mean_of(tally.given())
        if found is None:
            tally.add_error(None, _("Vul bij ten minste één cijfer in hoe vaak het is gegeven."))
        else:
            rating, responses = found
            try:
                actions.correct(
                    who=who,
                    key=key,
                    changes={"rating": rating, "rating_responses": responses},
                    reason=_("Evaluatieformulieren opgeteld."),
                    seen=request.POST.get(SEEN) or seen,
                )
            except Invalid as invalid:
                for fault in invalid.faults:
                    tally.add_error(None, str(fault))
            except Conflict as conflict:
                tally.add_error(None, told(conflict))
            except EdgeRefused as refused:
                tally.add_error(None, refused.message)
            else:
                words = ngettext(
                    "Opgeteld: %(count)d formulier.", "Opgeteld: %(count)d formulieren.", responses
                ) % {"count": responses}
                messages.success(request, words)
                return redirect("trainings:detail", key)
    context = {
        **_frame(
            training,
            title=_("Antwoorden optellen"),
            intro=_(
                "Tel bij de eerste vraag hoeveel deelnemers elk cijfer gaven. Het platform rekent "
                "het gemiddelde uit en bewaart dat met het aantal formulieren, en niets van wie "
                "ze invulde."
            ),
        ),
        "form": tally,
        "seen": seen,
        "cancel_url": reverse("trainings:detail", args=[key]),
    }
    status = 422 if tally.is_bound else 200
    return render(request, "trainings/answers.html", context, status=status)
