"""Reading a file in: hand it over, look at what it would do, confirm."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vijfluik.core.access.gate import require_somewhere
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.programme.trainings.access import THING
from vijfluik.programme.trainings.faults import Invalid
from vijfluik.programme.trainings.forms import ConfirmForm, UploadForm, put_faults
from vijfluik.programme.trainings.importing.mending import access_batches
from vijfluik.programme.trainings.importing.previewing import Preview
from vijfluik.programme.trainings.importing.previewing import preview as look
from vijfluik.programme.trainings.importing.staging import access_staged, discard, stage
from vijfluik.programme.trainings.importing.writing import Choice, confirm
from vijfluik.programme.trainings.pages_import_showing import (
    batches_table,
    differences_table,
    expected,
    faults_table,
    import_frame,
    is_large,
    tally_of,
)
from vijfluik.programme.trainings.sample import AUDIENCES, COLUMNS_EXPLAINED, sample_csv
from vijfluik.ui.registers.asking import capitalised
from vijfluik.ui.registers.files import download
from vijfluik.ui.registers.requests import acting_of

LATEST = 10


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Hand a file over; what cannot be read is refused at once, with what would be right."""
    who = acting_of(request)
    where = require_somewhere(thing=THING, action="import")
    form = capitalised(UploadForm(request.POST or None, request.FILES or None))
    if not where.everywhere:
        # Whoever imports for one organisation has nothing to choose.
        del form.fields["provider"]
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        # The request may be run again when another transaction came first.
        file.seek(0)
        provider = form.cleaned_data.get("provider")
        try:
            staged = stage(
                who=who,
                file_name=file.name,
                content=file.read(),
                provider=provider.code if provider else "",
            )
        except FileRefused as refused:
            form.add_error("file", refused.message)
        else:
            return redirect("trainings:import_preview", staged.key)
    batches = list(access_batches(who=who).order_by("-imported_at")[:LATEST])
    context = {
        **import_frame(_("Bestand inlezen"), step=1),
        "intro": _("Kies een bestand. U ziet eerst wat er gebeurt; daarna beslist u."),
        "form": form,
        "earlier": batches_table(batches) if batches else None,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "trainings/import.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What the file would do, row by row; confirming does it."""
    who = acting_of(request)
    form = capitalised(ConfirmForm(request.POST or None))
    if request.method == "POST" and form.is_valid():
        try:
            outcome = confirm(
                who=who,
                key=key,
                seen=form.cleaned_data["seen"],
                choice=Choice(form.cleaned_data["choice"]),
                reason=form.cleaned_data["reason"],
            )
        except Invalid as invalid:
            put_faults(form, invalid=invalid)
        except FileRefused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(
                request,
                _("%(file)s is ingelezen: %(added)d toegevoegd, %(corrected)d gewijzigd.")
                % {
                    "file": outcome.batch.file_name,
                    "added": len(outcome.added),
                    "corrected": len(outcome.corrected),
                },
            )
            return redirect("trainings:import_result", outcome.batch.key)
    if request.method != "POST" and "vergelijk" not in request.GET:
        staged = access_staged(who=who, key=key)
        if is_large(bytes(staged.content)):
            # Something to look at while a large file is compared; it goes on by itself.
            return render(
                request,
                "trainings/import_busy.html",
                {
                    **import_frame(_("Bestand wordt vergeleken"), step=2),
                    "file_name": staged.file_name,
                    "onward": f"{request.path}?vergelijk=1",
                },
            )
    return _show(request, key=key, form=form)


def _show(request: HttpRequest, *, key: uuid.UUID, form: ConfirmForm) -> HttpResponse:
    try:
        seen = look(who=acting_of(request), key=key)
    except FileRefused as refused:
        messages.error(request, refused.message)
        return redirect("trainings:import")
    _carry(form, token=seen.token)
    context: dict[str, Any] = {
        **import_frame(_("Controleren en bevestigen"), step=2),
        "intro": f"{seen.staged.file_name} · {seen.examined.statement}",
        "preview": seen,
        "tally": tally_of(seen.examined),
        "faults": faults_table(seen.examined.faults),
        "differing": differences_table(seen.examined.differing),
        "form": form,
        "nothing": _nothing(seen),
        "expected": expected(seen.examined),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "trainings/import_preview.html", context, status=status)


def _carry(form: ConfirmForm, *, token: str) -> None:
    """Let the form send along what is shown now, also when it is shown again."""
    form.initial["seen"] = token
    if form.is_bound and isinstance(form.data, QueryDict):
        data = form.data.copy()
        data["seen"] = token
        form.data = data


def _nothing(seen: Preview) -> bool:
    """Whether confirming would change nothing at all."""
    found = seen.examined
    return not (found.new or found.differing or found.held)


@require_POST
def given_up(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Forget the file."""
    discard(who=acting_of(request), key=key)
    messages.info(request, _("Het bestand is weggegooid. Er is niets ingelezen."))
    return redirect("trainings:import")


@require_safe
def template(_request: HttpRequest) -> HttpResponse:
    """An empty file with the right header and an example."""
    require_somewhere(thing=THING, action="import")
    with override("nl"):
        content = sample_csv()
    return download(
        content=content,
        file_name="trainingen-sjabloon.csv",
        content_type="text/csv; charset=utf-8",
    )


@require_safe
def explained(request: HttpRequest) -> HttpResponse:
    """Which columns a file has and what may stand in them."""
    require_somewhere(thing=THING, action="import")
    return render(
        request,
        "trainings/import_help.html",
        {
            **import_frame(_("De kolommen van een bestand"), step=0),
            "columns": COLUMNS_EXPLAINED,
            "audiences": AUDIENCES,
            "back": reverse("trainings:import"),
        },
    )
