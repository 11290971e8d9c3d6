"""Who decided that a part with data of people may be open, and what is missing where it is not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.processing.activities_register import ACTIVITIES
from vijfluik.accountability.processing.assessments_register import ASSESSMENTS
from vijfluik.accountability.processing.standing import Decided, Standing, standings
from vijfluik.accountability.processing.vocabulary import AssessmentKind
from vijfluik.core.access.compartments import Compartment
from vijfluik.ui.components.notices import shown_badge
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.requests import acting_of


@require_safe
def rooms(request: HttpRequest) -> HttpResponse:
    """Every compartment with data of people, and how it stands for whom."""
    found = standings(who=acting_of(request))
    parts: dict[str, list[Standing]] = {}
    for each in found:
        parts.setdefault(each.compartment.name, []).append(each)
    return render(
        request,
        "processing/rooms.html",
        {
            "page_title": _("Wat mag open zijn"),
            "intro": _(
                "Een onderdeel met gegevens van burgers gaat voor een organisatie pas open als "
                "haar verwerking is vastgesteld en beide toetsen vooraf gelden. Hier staat wie dat "
                "besloot, tot wanneer, en wat er nog ontbreekt."
            ),
            "navigation_current": "registers",
            "parts": [
                {
                    "compartment": standing[0].compartment,
                    "facts": facts_of(standing[0].compartment),
                    "table": table_of(standing),
                }
                for standing in parts.values()
            ],
            "activities_url": reverse(f"{ACTIVITIES.thing}:list"),
            "assessments_url": reverse(f"{ASSESSMENTS.thing}:list"),
        },
    )


def facts_of(compartment: Compartment) -> list[tuple[str, str]]:
    """What the part declares of itself."""
    return [
        (_("Gegevens van wie"), str(compartment.persons.label)),
        (_("Regime"), str(compartment.regime.label)),
        (_("Verantwoordelijk"), str(compartment.controller.label)),
    ]


def table_of(found: list[Standing]) -> Table:
    """A row for each organisation."""
    return Table(
        caption=_("Per organisatie"),
        hide_caption=True,
        columns=[
            Column(label=_("Organisatie"), row_header=True),
            Column(label=_("Stand")),
            Column(label=_("Verwerking")),
            *(Column(label=_capitalised(kind.label)) for kind in AssessmentKind),
            Column(label=_("Wat ontbreekt")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=each.organisation.name),
                    Cell(text=_state(each)),
                    _cell(each.activity, thing=ACTIVITIES.thing),
                    *(
                        _cell(each.assessments.get(kind.value), thing=ASSESSMENTS.thing)
                        for kind in AssessmentKind
                    ),
                    Cell(text="; ".join(each.missing) or _("niets")),
                ]
            )
            for each in found
        ],
    )


def _capitalised(label: object) -> str:
    text = str(label)
    return text[:1].upper() + text[1:]


def _state(standing: Standing) -> SafeString:
    if standing.open is None:
        if standing.missing:
            return shown_badge(_("niet compleet"), "warning")
        return shown_badge(_("compleet"), "positive")
    if standing.open:
        return shown_badge(_("open"), "positive")
    return shown_badge(_("gesloten"), "negative")


def _cell(decided: Decided | None, *, thing: str) -> Cell:
    """Who decided and when, and until when it stands; leads to the record."""
    if decided is None:
        return Cell(text="—")
    language = page_language()
    until = getattr(decided.record, "valid_until", None)
    words = _("%(day)s door %(who)s, opgesteld met %(other)s") % {
        "day": day(decided.on, language=language),
        "who": decided.by,
        "other": decided.with_ or "—",
    }
    if until is not None:
        words += _("; geldt tot en met %(day)s") % {"day": day(until, language=language)}
    return Cell(text=words, url=reverse(f"{thing}:detail", args=[decided.record.key]))
