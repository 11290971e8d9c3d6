"""What became of an import, and putting right what it held back."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.exporting.invented import invented_mark
from vijfluik.core.registers.faults import Fault, Invalid
from vijfluik.core.registers.importing.forgetting import gone_on
from vijfluik.core.registers.importing.mending import (
    access_batch,
    access_row,
    drop,
    put_right,
    waiting_as_csv,
)
from vijfluik.core.registers.importing.quarantine import KeptRow, waiting_rows
from vijfluik.core.registers.models import ImportBatch
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import moment
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import fresh_proof
from vijfluik.ui.registers.asking import capitalised
from vijfluik.ui.registers.files import download
from vijfluik.ui.registers.forms import put_faults
from vijfluik.ui.registers.importing_forms import RowForm
from vijfluik.ui.registers.importing_shown import import_frame, tally_of_batch
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.registers.views import View
from vijfluik.ui.shell import Link


def result(register: Register) -> View:
    """What the import did, and the rows that wait."""

    @require_safe
    def view(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
        found = access_batch(register, who=acting_of(request), key=batch)
        waiting_now = waiting_rows(found)
        context = {
            **import_frame(register, title=_("Resultaat"), step=3),
            "intro": _("%(file)s, ingelezen op %(moment)s")
            % {
                "file": found.file_name,
                "moment": moment(found.imported_at, language=page_language()),
            },
            "batch": found,
            "tally": tally_of_batch(found),
            "waiting": waiting_table(register, batch=found, rows=waiting_now)
            if waiting_now
            else None,
            "gone_on": gone_on(found),
            "forgotten": gone_on(found) < today(),
            "download_url": reverse(f"{register.thing}:import_waiting", args=[batch]),
        }
        return render(request, "ui/registers/import_result.html", context)

    return view


def waiting_table(register: Register, *, batch: ImportBatch, rows: list[KeptRow]) -> Table:
    """The rows that were held back, each leading to its form."""
    return Table(
        caption=_("Regels die op verbetering wachten"),
        hide_caption=True,
        columns=[
            Column(label=_("Regel"), number=True),
            Column(label=_("Kenmerk"), row_header=True, keep=True),
            Column(label=_("Wat er niet klopt")),
            Column(label=_("Verbeteren"), keep=True),
        ],
        rows=[
            Row(
                key=f"regel-{row.line}",
                cells=[
                    Cell(text=str(row.line)),
                    Cell(text=_first_words(row)),
                    Cell(text=row.problem),
                    Cell(
                        text=_("Regel %(line)d verbeteren") % {"line": row.line},
                        url=reverse(f"{register.thing}:import_row", args=[batch.key, row.line]),
                    ),
                ],
            )
            for row in rows
        ],
    )


def waiting(register: Register) -> View:
    """The rows that wait, as a file with a column that says what is wrong."""

    @fresh_proof
    @require_safe
    def view(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
        content = waiting_as_csv(register, who=acting_of(request), batch=batch)
        return download(
            content=content,
            file_name=f"{register.path}-te-verbeteren{invented_mark()}.csv",
            content_type="text/csv; charset=utf-8",
        )

    return view


def row(register: Register) -> View:
    """Put one row right, or drop it."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest, batch: uuid.UUID, line: int) -> HttpResponse:
        who = acting_of(request)
        found = access_batch(register, who=who, key=batch)
        kept = access_row(register, batch=found, line=line)
        form = _form(request, kept=kept)
        if request.method == "POST" and "vervalt" in request.POST:
            drop(register, who=who, batch=batch, line=line)
            words = _("Regel %(line)d vervalt en wordt niet ingelezen.") % {"line": line}
            messages.info(request, words)
            return redirect(f"{register.thing}:import_result", batch)
        if request.method == "POST" and form.is_valid():
            try:
                made = put_right(register, who=who, batch=batch, line=line, cells=form.cells())
            except Invalid as invalid:
                put_faults(form, invalid=invalid)
            else:
                messages.success(
                    request,
                    _("Regel %(line)d is vastgelegd als %(reference)s.")
                    % {"line": line, "reference": made.reference},
                )
                return redirect(f"{register.thing}:import_result", batch)
        context = {
            **import_frame(register, title=_("Regel %(line)d verbeteren") % {"line": line}, step=0),
            "form": form,
            "back": reverse(f"{register.thing}:import_result", args=[batch]),
            "intro": _("%(file)s, regel %(line)d") % {"file": found.file_name, "line": line},
        }
        context["breadcrumbs"] = [
            *context["breadcrumbs"][:-1],
            Link(label=found.file_name, url=context["back"]),
            context["breadcrumbs"][-1],
        ]
        return render(request, "ui/registers/import_row.html", context)

    return view


def _form(request: HttpRequest, *, kept: KeptRow) -> RowForm:
    """The cells as sent; before that as they stood in the file, with what is wrong at each."""
    missing = [fault.heading for fault in kept.faults if fault.heading]
    # In the order of the file; what it had no column for comes last.
    cells = {**dict.fromkeys([*kept.cells, *missing], ""), **kept.cells}
    if request.method == "POST":
        return capitalised(RowForm(request.POST, cells=cells))
    data = {f"cell{number}": text for number, text in enumerate(cells.values())}
    form = capitalised(RowForm(data, cells=cells))
    faults = [
        Fault(field=fault.heading, wrong=fault.wrong, right=fault.right) for fault in kept.faults
    ]
    if form.is_valid():
        put_faults(form, invalid=Invalid(faults))
    return form


def _first_words(row: KeptRow) -> str:
    """What the row is about: its first cell with something in it."""
    return next((text for text in row.cells.values() if text), _("(leeg)"))
