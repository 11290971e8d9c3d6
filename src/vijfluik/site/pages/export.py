"""Toezicht: the journal as a file in the shape of a standard, and how far it was sent on."""

import datetime as dt
from collections.abc import Iterator

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vijfluik.core.access.gate import require
from vijfluik.core.access.oversight import THING, export
from vijfluik.core.journal.delivering.collector import Fault
from vijfluik.core.journal.delivering.delivery import Standing, standings
from vijfluik.core.journal.queries import Filter
from vijfluik.core.journal.views.shape import Served
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import today
from vijfluik.site.accounts.proving import UNPROCESSABLE
from vijfluik.site.oversight_tabs import oversight_tabs
from vijfluik.site.pages.oversight import midnight, within_reason
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import moment, number
from vijfluik.ui.forms import DateInput
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import for_purpose, fresh_proof

NAMES = {
    "ldv": gettext_lazy("Logboek Dataverwerkingen: een regel per betrokkene, zonder gebruiker"),
    "adl": gettext_lazy("Authorization Decision Log: een regel per beslissing over toegang"),
    "bio2": gettext_lazy("BIO2: een regel per gebeurtenis"),
}


class ExportForm(forms.Form):
    """Which shape, and which days."""

    weergave = forms.ChoiceField(
        label=gettext_lazy("Welke standaard"), choices=list(NAMES.items()), widget=forms.RadioSelect
    )
    vanaf = forms.DateField(
        label=gettext_lazy("Vanaf"), widget=DateInput, validators=[within_reason]
    )
    tot_en_met = forms.DateField(
        label=gettext_lazy("Tot en met"), widget=DateInput, validators=[within_reason]
    )

    def clean_tot_en_met(self) -> dt.date:
        """Not before it begins."""
        until: dt.date = self.cleaned_data["tot_en_met"]
        since = self.cleaned_data.get("vanaf")
        if since is not None and until < since:
            raise forms.ValidationError(_("Deze dag ligt voor de eerste. Kies een latere."))
        return until


@for_purpose(Purpose.OVERSIGHT)
@fresh_proof
@require_http_methods(["GET", "HEAD", "POST"])
def journal_file(request: HttpRequest) -> HttpResponseBase:
    """The form; asking for a file is an event, and the file is read as it goes out."""
    require(thing=THING, action="read")
    form = ExportForm(request.POST or {"weergave": "bio2", "vanaf": today(), "tot_en_met": today()})
    if request.method == "POST" and form.is_valid():
        return _file(**form.cleaned_data)
    sent = standings()
    return render(
        request,
        "site/export.html",
        {
            "page_title": _("Uitvoer van het journaal"),
            "intro": _(
                "Regels JSON, de oudste eerst, zonder namen. Dat u dit uitvoert staat in het"
                " journaal."
            ),
            "navigation_current": "oversight",
            "tabs": oversight_tabs(current="oversight_export"),
            "form": form,
            "forwarded": table_of(sent) if sent else None,
            "collector": bool(settings.OTLP.url),
            "failing": [each for each in sent if each.delivery.failing_since],
        },
        status=UNPROCESSABLE if request.method == "POST" else 200,
    )


def _file(*, weergave: str, vanaf: dt.date, tot_en_met: dt.date) -> HttpResponseBase:
    wanted = Filter(since=midnight(vanaf), until=midnight(tot_en_met, days_later=1))
    lines = export(
        view=weergave, wanted=wanted, served=Served(register=settings.PROCESSING_REGISTER)
    )
    name = f"journaal-{weergave}-{vanaf:%Y%m%d}-{tot_en_met:%Y%m%d}.jsonl"
    return StreamingHttpResponse(
        _ended(lines),
        content_type="application/jsonl; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )


def _ended(lines: Iterator[str]) -> Iterator[bytes]:
    for line in lines:
        yield f"{line}\n".encode()


def table_of(found: list[Standing]) -> Table:
    """How far each view was sent on."""
    return Table(
        caption=_("Doorgestuurd over OpenTelemetry"),
        columns=[
            Column(label=_("Welke standaard"), row_header=True),
            Column(label=_("Laatst aangenomen"), keep=True),
            Column(label=_("Wacht nog"), number=True),
            Column(label=_("Afgewezen"), number=True),
            Column(label=_("Stand")),
        ],
        rows=[Row(cells=cells_of(each)) for each in found],
    )


def cells_of(standing: Standing) -> list[Cell]:
    """One view."""
    language, delivery = page_language(), standing.delivery
    last = delivery.delivered_at
    state = _("neemt aan")
    if delivery.failing_since is not None:
        state = _("lukt niet sinds %(moment)s: %(fault)s; niets gaat verloren") % {
            "moment": moment(delivery.failing_since, language=language),
            "fault": Fault(delivery.fault).label,
        }
    return [
        Cell(text=delivery.view),
        Cell(text=moment(last, language=language) if last else _("nog niets")),
        Cell(text=number(standing.behind, language=language)),
        Cell(text=number(delivery.rejected, language=language)),
        Cell(text=state),
    ]
