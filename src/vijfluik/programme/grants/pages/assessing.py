"""Assessing an application: a finding and a reason for each criterion of its round."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.core.registers.seen import token_of
from vijfluik.programme.grants.actions import Verdict, assess
from vijfluik.programme.grants.applications.register import REGISTER
from vijfluik.programme.grants.models import Application
from vijfluik.programme.grants.queries.assessing import Judged, judged, late_by
from vijfluik.programme.grants.vocabulary import Finding
from vijfluik.ui.registers.asking import Asked, form_page
from vijfluik.ui.registers.forms import SEEN, put_faults, seen_field
from vijfluik.ui.registers.pages import acts
from vijfluik.ui.registers.requests import acting_of

EDGE = "assess"
usual = acts.act(REGISTER)


class AssessmentForm(forms.Form):
    """Two fields for each criterion: what was found, and why."""

    def __init__(self, *args: Any, criteria: list[Judged], **options: Any) -> None:
        super().__init__(*args, **options)
        self.criteria = criteria
        for each in criteria:
            self.fields[f"finding_{each.number}"] = forms.ChoiceField(
                label=f"{each.number}. {each.criterion}",
                choices=Finding.choices,
                widget=forms.RadioSelect,
                initial=each.finding,
            )
            self.fields[f"grounds_{each.number}"] = forms.CharField(
                label=_("Motivering bij criterium %(number)d") % {"number": each.number},
                max_length=500,
                widget=forms.Textarea(attrs={"rows": 2}),
                initial=each.grounds,
            )
        self.fields[SEEN] = seen_field()

    def verdicts(self) -> dict[int, Verdict]:
        """Number of the criterion → what was found."""
        return {
            each.number: Verdict(
                finding=self.cleaned_data[f"finding_{each.number}"],
                grounds=self.cleaned_data[f"grounds_{each.number}"],
            )
            for each in self.criteria
        }


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, key: uuid.UUID, step: str) -> HttpResponseBase:
    """The steps of an application; to assess it is a page of its own."""
    chosen = REGISTER.act_of_word(step)
    if chosen is None or chosen.name != EDGE:
        return usual(request, key, step)
    return _assess(request, key)


def _assess(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    who = acting_of(request)
    edge = REGISTER.edge(EDGE)
    application = access_record(REGISTER, who=who, key=key, action=edge.action)
    back = redirect("applications:detail", key)
    if application.state not in edge.sources:
        messages.warning(request, _("Deze aanvraag is al beoordeeld."))
        return back
    form = AssessmentForm(
        request.POST or None,
        criteria=list(judged(application)),
        initial={SEEN: token_of(REGISTER, key=key)},
    )
    if request.method == "POST" and form.is_valid():
        try:
            assess(who=who, key=key, verdicts=form.verdicts(), seen=form.cleaned_data[SEEN])
        except Invalid as invalid:
            put_faults(form, invalid=invalid)
        except (Conflict, EdgeRefused):
            messages.warning(
                request, _("De aanvraag is intussen gewijzigd. Bekijk haar en beoordeel opnieuw.")
            )
            return back
        else:
            messages.success(
                request,
                _("%(reference)s is beoordeeld. Volgende stap: een voorstel doen.")
                % {"reference": application.reference},
            )
            return back
    return form_page(request, register=REGISTER, form=form, asked=_asked(application))


def _asked(application: Application) -> Asked:
    asked = acts.asked_of(REGISTER, record=application, chosen=REGISTER.act("assess"))
    late = late_by(application)
    if late is None:
        return asked
    notice = _("Deze aanvraag kwam %(days)d dagen na sluiting van de ronde binnen.") % {
        "days": late.days
    }
    return Asked(
        title=asked.title,
        submit=asked.submit,
        cancel_url=reverse("applications:detail", args=[application.key]),
        about=asked.about,
        intro=asked.intro,
        notice=notice,
        tone="warning",
        path=asked.path,
    )
