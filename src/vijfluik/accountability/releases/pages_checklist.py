"""The checklist of a release: errors to mend, warnings to answer for."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from vijfluik.accountability.releases import actions
from vijfluik.accountability.releases.checklist import Checklist, checklist
from vijfluik.accountability.releases.checklist_finding import Finding
from vijfluik.accountability.releases.models import Release
from vijfluik.accountability.releases.releases_register import RELEASES
from vijfluik.accountability.releases.vocabulary import ReleaseState
from vijfluik.core.access.decisions import decide
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.faults import Invalid
from vijfluik.ui import formatting
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.asking import capitalised
from vijfluik.ui.registers.forms import put_faults
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link

_DECIDED_ON = (ReleaseState.DRAFT, ReleaseState.IN_CHECK)


class AcknowledgeForm(forms.Form):
    """Which warnings may stand, and why."""

    warnings = forms.MultipleChoiceField(
        label=gettext_lazy("waarschuwingen die mogen blijven staan"),
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(
        label=gettext_lazy("reden"),
        max_length=500,
        help_text=gettext_lazy("Uw naam en deze reden blijven bij de waarschuwing staan."),
    )

    def __init__(self, *args: Any, found: Checklist) -> None:
        """`found`: the checklist whose warnings wait."""
        super().__init__(*args)
        field = self.fields["warnings"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - for the type only
        field.choices = [(each.key, f"{each.place}: {each.message}") for each in found.waiting]


@require_http_methods(["GET", "HEAD", "POST"])
def listed(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What was found, and the form to answer for warnings."""
    who = acting_of(request)
    action = "step" if request.method == "POST" else "read"
    release = access_record(RELEASES, who=who, key=key, action=action)
    found = checklist(release)
    form = capitalised(AcknowledgeForm(request.POST or None, found=found))
    if request.method == "POST" and form.is_valid():
        try:
            count = actions.acknowledge(
                who=who,
                key=key,
                warnings=form.cleaned_data["warnings"],
                reason=form.cleaned_data["reason"],
            )
        except Invalid as invalid:
            put_faults(form, invalid=invalid)
        except EdgeRefused as refused:
            form.add_error(None, refused.message)
        else:
            words = ngettext(
                "%(count)d waarschuwing mag blijven staan.",
                "%(count)d waarschuwingen mogen blijven staan.",
                count,
            )
            messages.success(request, words % {"count": count})
            return redirect("release_checklist", key)
    title = RELEASES.title_of(release)
    context = {
        **frame_of(
            RELEASES,
            title=_("Controlelijst"),
            path=[Link(label=title, url=reverse("releases:detail", args=[key]))],
            intro=f"{release.reference} · {title}",
        ),
        "errors": _table(_("Fouten"), findings=found.errors) if found.errors else None,
        "waiting": _table(_("Waarschuwingen"), findings=found.waiting) if found.waiting else None,
        "acknowledged": _acknowledged(found),
        "clean": not found.findings,
        "ready": not found.errors and not found.waiting,
        "form": form if found.waiting and _may_decide(release, who=who) else None,
        "text_url": reverse("released:release", args=[key]),
        "record_url": reverse("releases:detail", args=[key]),
        "decide_url": reverse("release_pattern", args=[key])
        if found.undecided and _may_decide(release, who=who)
        else "",
    }
    return render(request, "releases/checklist.html", context, status=400 if form.errors else 200)


@require_http_methods(["POST"])
def decided(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Decide what the release does not show; its pattern is then a page that a colleague signs."""
    try:
        treatment = actions.decide_pattern(who=acting_of(request), key=key)
    except EdgeRefused as refused:
        messages.warning(request, refused.message)
    else:
        if treatment.key is not None:
            messages.success(
                request, _("Besloten. Een collega stelt vast wat de uitgave niet toont.")
            )
            return redirect("disclosure:pattern", treatment.key)
        messages.info(request, _("Deze uitgave heeft geen aantallen die beschermd worden."))
    return redirect("release_checklist", key)


def _may_decide(release: Release, *, who: Acting) -> bool:
    if release.state not in _DECIDED_ON:
        return False
    decided = decide(
        who=who, thing=RELEASES.thing, action="step", organisation=release.organisation_id
    )
    return decided.allowed


def _table(caption: str, *, findings: tuple[Finding, ...]) -> Table:
    return Table(
        caption=caption,
        hide_caption=True,
        columns=[
            Column(label=_("Plaats"), row_header=True),
            Column(label=_("Wat is er?")),
            Column(label=_("Wat is goed?")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=each.place, url=each.url),
                    Cell(text=each.message),
                    Cell(text=each.remedy),
                ]
            )
            for each in findings
        ],
    )


def _acknowledged(found: Checklist) -> Table | None:
    answered = [each for each in found.warnings if each.key in found.acknowledged]
    if not answered:
        return None
    rows = []
    for each in answered:
        said = found.acknowledged[each.key]
        when = formatting.moment(said.at, language=page_language())
        rows.append(
            Row(
                cells=[
                    Cell(text=each.place, url=each.url),
                    Cell(text=each.message),
                    Cell(text=said.reason),
                    Cell(text=f"{said.by}, {when}"),
                ]
            )
        )
    return Table(
        caption=_("Waarschuwingen die mogen blijven staan"),
        hide_caption=True,
        columns=[
            Column(label=_("Plaats"), row_header=True),
            Column(label=_("Wat is er?")),
            Column(label=_("Reden")),
            Column(label=_("Door")),
        ],
        rows=rows,
    )
