"""Reading a file in: hand it over, look at what it would do, confirm."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vijfluik.core.access.gate import require_somewhere
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.importing.forgetting import STAGED_DAYS
from vijfluik.core.registers.importing.mending import access_batches
from vijfluik.core.registers.importing.previewing import Preview
from vijfluik.core.registers.importing.previewing import preview as look
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.registers.importing.staging import access_staged, discard, stage
from vijfluik.core.registers.importing.writing import Choice
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.kinds.listed import Choices
from vijfluik.core.registers.sample import columns_explained, sample_csv
from vijfluik.ui.registers.asking import capitalised
from vijfluik.ui.registers.files import download
from vijfluik.ui.registers.forms import put_faults
from vijfluik.ui.registers.importing_forms import ConfirmForm, UploadForm
from vijfluik.ui.registers.importing_shown import (
    batches_table,
    differences_table,
    expected,
    faults_table,
    import_frame,
    is_large,
    tally_of,
)
from vijfluik.ui.registers.pages.confirming import Confirmed, confirming, told
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.registers.views import View

LATEST = 10


def upload(register: Register) -> View:
    """Hand a file over; what cannot be read is refused at once, with what would be right."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest) -> HttpResponse:
        who = acting_of(request)
        where = require_somewhere(thing=register.thing, action="import")
        form = capitalised(
            UploadForm(request.POST or None, request.FILES or None, register=register)
        )
        if not where.everywhere:
            # Whoever imports for one organisation has nothing to choose.
            del form.fields["owner"]
        if request.method == "POST" and form.is_valid():
            file = form.cleaned_data["file"]
            # The request may be run again when another transaction came first.
            file.seek(0)
            owner = form.cleaned_data.get("owner")
            try:
                staged = stage(
                    register,
                    who=who,
                    file_name=file.name,
                    content=file.read(),
                    owner=owner.code if owner else "",
                )
            except FileRefused as refused:
                form.add_error("file", refused.message)
            else:
                return redirect(f"{register.thing}:import_preview", staged.key)
        batches = list(access_batches(register, who=who).order_by("-imported_at")[:LATEST])
        context = {
            **import_frame(register, title=_("Bestand inlezen"), step=1),
            "intro": _("Kies een bestand. U ziet eerst wat er gebeurt; daarna beslist u."),
            "form": form,
            "earlier": batches_table(register, batches=batches) if batches else None,
        }
        status = 422 if form.is_bound and form.errors else 200
        return render(request, "ui/registers/import.html", context, status=status)

    return view


def preview(register: Register) -> View:
    """What the file would do, row by row; confirming does it."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
        who = acting_of(request)
        form = capitalised(ConfirmForm(request.POST or None))
        if request.method == "POST" and form.is_valid():
            chosen = Confirmed(
                who=who,
                key=key,
                seen=form.cleaned_data["seen"],
                choice=Choice(form.cleaned_data["choice"]),
                reason=form.cleaned_data["reason"],
            )
            try:
                staged = access_staged(register, who=who, key=key)
                if is_large(bytes(staged.content)) and chosen.complete:
                    return confirming(request, register=register, staged=staged, chosen=chosen)
                outcome = chosen.carried_out(register)
            except Invalid as invalid:
                put_faults(form, invalid=invalid)
            except FileRefused as refused:
                form.add_error(None, refused.message)
            else:
                messages.success(request, told(outcome))
                return redirect(f"{register.thing}:import_result", outcome.batch.key)
        if request.method != "POST" and "vergelijk" not in request.GET:
            staged = access_staged(register, who=who, key=key)
            if is_large(bytes(staged.content)):
                # Something to look at while a large file is compared; it goes on by itself.
                return render(
                    request,
                    "ui/registers/import_busy.html",
                    {
                        **import_frame(register, title=_("Bestand wordt vergeleken"), step=2),
                        "file_name": staged.file_name,
                        "onward": f"{request.path}?vergelijk=1",
                    },
                )
        return _show(request, register=register, key=key, form=form)

    return view


def _show(
    request: HttpRequest, *, register: Register, key: uuid.UUID, form: ConfirmForm
) -> HttpResponse:
    try:
        seen = look(register, who=acting_of(request), key=key)
    except FileRefused as refused:
        messages.error(request, refused.message)
        return redirect(f"{register.thing}:import")
    _carry(form, token=seen.token)
    context: dict[str, Any] = {
        **import_frame(register, title=_("Controleren en bevestigen"), step=2),
        "intro": f"{seen.staged.file_name} · {seen.examined.statement}",
        "preview": seen,
        "tally": tally_of(seen.examined),
        "faults": faults_table(seen.examined.faults),
        "differing": differences_table(register, differing=seen.examined.differing),
        "form": form,
        "discard_url": reverse(f"{register.thing}:import_discard", args=[key]),
        "nothing": _nothing(seen),
        "staged_days": STAGED_DAYS,
        "expected": expected(seen.examined),
        # The page that answers shows how far it is, which a swap at its end would not.
        "large": is_large(bytes(seen.staged.content)),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "ui/registers/import_preview.html", context, status=status)


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


def given_up(register: Register) -> View:
    """Forget the file."""

    @require_POST
    def view(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
        discard(register, who=acting_of(request), key=key)
        messages.info(request, _("Het bestand is weggegooid. Er is niets ingelezen."))
        return redirect(f"{register.thing}:import")

    return view


def template(register: Register) -> View:
    """An empty file with the right header and an example."""

    @require_safe
    def view(_request: HttpRequest) -> HttpResponse:
        require_somewhere(thing=register.thing, action="import")
        with override("nl"):
            content = sample_csv(register)
        return download(
            content=content,
            file_name=f"{register.path}-sjabloon.csv",
            content_type="text/csv; charset=utf-8",
        )

    return view


def explained(register: Register) -> View:
    """Which columns a file has and what may stand in them."""

    @require_safe
    def view(request: HttpRequest) -> HttpResponse:
        require_somewhere(thing=register.thing, action="import")
        return render(
            request,
            "ui/registers/import_help.html",
            {
                **import_frame(register, title=_("De kolommen van een bestand"), step=0),
                "columns": columns_explained(register),
                "vocabularies": _several(register),
                "back": reverse(f"{register.thing}:import"),
            },
        )

    return view


def _several(register: Register) -> list[dict[str, object]]:
    """The vocabularies of which a cell may hold more than one word."""
    return [
        {"label": kind.label, "words": list(kind.choices.values())}
        for kind in kinds_of(register).values()
        if isinstance(kind, Choices)
    ]
