"""The page that offers the goals of the model for a plan of action."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.faults import Invalid
from vijfluik.programme.partnerships.plans.actions import take_over
from vijfluik.programme.partnerships.plans.model import goals
from vijfluik.programme.partnerships.registers import PARTNERSHIPS
from vijfluik.programme.partnerships.vocabulary import PartnershipKind
from vijfluik.ui.forms import DateInput, choosing
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.asking import Asked, form_page
from vijfluik.ui.registers.forms import put_faults
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link


class ModelForm(forms.Form):
    """Which goals to take over, and from which day their months count."""

    begins = forms.DateField(label=gettext_lazy("Begin van het plan"), widget=DateInput())
    goals = forms.MultipleChoiceField(
        label=gettext_lazy("Doelen uit het model"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = page_language()
        field = choosing(self, "goals")
        field.choices = [
            (
                goal.word,
                _("%(goal)s (%(owner)s, na %(months)d maanden)")
                % {"goal": goal.name(language), "owner": goal.owner, "months": goal.months},
            )
            for goal in goals()
        ]


@require_http_methods(["GET", "HEAD", "POST"])
def model(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Offer the goals of the model and take over those that are chosen."""
    who = acting_of(request)
    plan = access_record(PARTNERSHIPS, who=who, key=key, action="correct")
    if plan.kind != PartnershipKind.ACTION_PLAN:
        raise Http404
    every = [goal.word for goal in goals()]
    form = ModelForm(request.POST or None, initial={"begins": today(), "goals": every})
    back = reverse("partnerships:detail", args=[key])
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = take_over(who=who, key=key, words=given["goals"], begins=given["begins"])
        except Invalid as invalid:
            put_faults(form, invalid=invalid)
        else:
            words = ngettext(
                "%(count)d doel overgenomen.", "%(count)d doelen overgenomen.", len(made)
            )
            messages.success(request, words % {"count": len(made)})
            return redirect(back)
    return form_page(
        request,
        register=PARTNERSHIPS,
        form=form,
        asked=Asked(
            title=_("Doelen uit het model"),
            submit=_("Overnemen"),
            cancel_url=back,
            intro=_("Neem over wat past; daarna kunt u elk doel, eigenaar en dag aanpassen."),
            path=[Link(label=plan.name, url=back)],
        ),
    )
