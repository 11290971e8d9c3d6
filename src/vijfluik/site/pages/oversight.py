"""Toezicht: the journal, for whoever oversees lawfulness. Reading it is an event itself."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from vijfluik.core.access.oversight import events
from vijfluik.core.journal.kinds import all_kinds
from vijfluik.core.journal.models import Event
from vijfluik.core.journal.queries import Filter
from vijfluik.core.journal.results import Origin, Result
from vijfluik.core.journal.sentences import object_type_name, sentence
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import professionals
from vijfluik.site.oversight_tabs import oversight_tabs
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import moment
from vijfluik.ui.forms import DateInput, SearchInput, among_rows, choosing
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import for_purpose

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
PAGE = 50
FURTHEST = 200


def within_reason(day: dt.date) -> None:
    """Refuse days that no journal can hold; the last of them has no day after it.

    Raises:
        ValidationError: before 2000 or after 2999.
    """
    if not 2000 <= day.year <= 2999:
        raise forms.ValidationError(_("Kies een dag van 2000 tot en met 2999."))


class JournalFilter(forms.Form):
    """What to look for in the journal; each field may stay empty."""

    voorwerp = forms.CharField(
        label=gettext_lazy("Kenmerk van een vastlegging"),
        required=False,
        max_length=80,
        widget=SearchInput,
        help_text=gettext_lazy(
            "De lange code uit het adres van een vastlegging: wie haar bekeek of wijzigde, en in "
            "welke lijsten en bestanden zij stond."
        ),
    )
    wie = forms.ModelChoiceField(
        label=gettext_lazy("Wie"), queryset=professionals().none(), required=False
    )
    handeling = forms.ChoiceField(label=gettext_lazy("Handeling"), required=False)
    uitkomst = forms.ChoiceField(
        label=gettext_lazy("Uitkomst"),
        choices=[("", gettext_lazy("alle")), *Result.choices],
        required=False,
    )
    vanaf = forms.DateField(
        label=gettext_lazy("Vanaf"), widget=DateInput, required=False, validators=[within_reason]
    )
    tot_en_met = forms.DateField(
        label=gettext_lazy("Tot en met"),
        widget=DateInput,
        required=False,
        validators=[within_reason],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        among_rows(self, "wie").queryset = professionals()
        choosing(self, "handeling").choices = [
            ("", _("alle")),
            *((kind.name, kind.name) for kind in all_kinds()),
        ]

    def wanted(self) -> Filter:
        """The filter; days are Dutch days, the last one included."""
        if not self.is_valid():
            return Filter()
        chosen = self.cleaned_data
        person = chosen["wie"]
        result = chosen["uitkomst"]
        return Filter(
            object_key=chosen["voorwerp"].strip(),
            actor=None if person is None else person.key,
            action=chosen["handeling"],
            result=Result(result) if result else None,
            since=midnight(chosen["vanaf"]),
            until=midnight(chosen["tot_en_met"], days_later=1),
        )


def midnight(day: dt.date | None, *, days_later: int = 0) -> dt.datetime | None:
    """The first moment of a day (or so many days later) in the Netherlands."""
    if day is None:
        return None
    start = dt.datetime.combine(day, dt.time(), AMSTERDAM)
    return start + dt.timedelta(days=days_later)


@for_purpose(Purpose.OVERSIGHT)
@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """Events, newest first, fifty at a time."""
    form = JournalFilter(request.GET or None)
    number = page_number(request)
    found = events(wanted=form.wanted(), offset=(number - 1) * PAGE, limit=PAGE)
    return render(
        request,
        "site/journal.html",
        {
            "page_title": _("Toezicht"),
            "intro": _("Elke handeling en elke beslissing over toegang. Ook dat u dit leest."),
            "navigation_current": "oversight",
            "tabs": oversight_tabs(current="oversight"),
            "form": form,
            "table": table_of(found.events),
            "newer": address_of(request, number - 1) if number > 1 else "",
            "older": address_of(request, number + 1) if found.more else "",
            "number": number,
        },
    )


def page_number(request: HttpRequest) -> int:
    """The page asked for, 1 to 200; anything else is the first."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) <= 3 else 1
    return min(max(number, 1), FURTHEST)


def address_of(request: HttpRequest, number: int) -> str:
    """The same filter on another page."""
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"


def table_of(found: list[Event]) -> Table:
    """The events as a table."""
    language = page_language()
    return Table(
        caption=_("Gebeurtenissen, de nieuwste eerst"),
        hide_caption=True,
        columns=[
            Column(label=_("Wanneer"), keep=True),
            Column(label=_("Wat"), row_header=True),
            Column(label=_("Organisatie")),
            Column(label=_("Uitkomst")),
            Column(label=_("Regel")),
            Column(label=_("Via")),
            Column(label=_("Voorwerp")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=moment(event.moment, language=language, seconds=True)),
                    Cell(text=sentence(event)),
                    Cell(text=event.organisation),
                    Cell(text=str(Result(event.result).label)),
                    Cell(text=event.rule),
                    Cell(text=str(Origin(event.origin).label)),
                    Cell(text=object_words(event)),
                ]
            )
            for event in found
        ],
    )


def object_words(event: Event) -> str:
    """The object of an event: its kind and its key as it stands in addresses."""
    return f"{object_type_name(event.object_type)} {event.object_key}".strip()
