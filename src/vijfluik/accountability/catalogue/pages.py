"""Programma: all items, and one area."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.catalogue import queries
from vijfluik.accountability.catalogue.filtering import ItemsForm, narrowed, title_of
from vijfluik.accountability.catalogue.states import State, counted
from vijfluik.accountability.catalogue.words import LABELS, TONES, evidence_sentence
from vijfluik.core.access.gate import require
from vijfluik.core.items.areas import Area
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.shell import Link


def panel_of(area: Area) -> Panel | None:
    """The panel of an area; what lies across all areas has none."""
    return None if area == Area.ACROSS else Panel(area)


def shown_state(state: State) -> dict[str, str]:
    """A state as a badge shows it."""
    return {"label": str(LABELS[state]), "tone": TONES[state]}


def shown_entries(entries: list[queries.Entry]) -> list[dict[str, object]]:
    """Items as a list shows them, with their states in words."""
    return [{"entry": entry, "state": shown_state(entry.state.state)} for entry in entries]


@require_safe
def areas(request: HttpRequest) -> HttpResponse:
    """All items by area, or those that the filters leave."""
    require(thing="programme", action="read")
    form = ItemsForm(request.GET)
    asked = form.asked()
    found = narrowed(queries.all_entries(language=page_language()), asked=asked)
    return render(
        request,
        "catalogue/areas.html",
        {
            "page_title": _("Programma"),
            "intro": _(
                "Alles wat bij de integrale aanpak hoort: wie het doet, waarom het mag, wat het met"
                " elkaar te maken heeft en wat er al werkt."
            ),
            "form": form,
            "active": _active(form, asked=asked),
            "found": len(found),
            "areas": [
                {
                    "entry": each,
                    "entries": shown_entries(list(each.entries)),
                    "panel": panel_of(each.area),
                    "title": title_of(each.area),
                    "counts": [(shown_state(state), number) for state, number in each.counts],
                }
                for each in queries.by_area(found)
            ],
            "evidence": evidence_sentence(queries.standing_here()),
        },
    )


def _active(form: ItemsForm, *, asked: dict[str, str]) -> list[Link]:
    """The filters in force, each leading to the page without it."""
    return [
        Link(
            label=form.label_of(name, value=value),
            url="?" + urlencode({key: each for key, each in asked.items() if key != name}),
        )
        for name, value in asked.items()
    ]


@require_safe
def area(request: HttpRequest, area: str) -> HttpResponse:
    """One area with its items, in our words."""
    require(thing="programme", action="read")
    try:
        chosen = Area(area)
    except ValueError as error:
        raise Http404 from error
    panel = panel_of(chosen)
    found = queries.area_entry(chosen, language=page_language())
    rows = counted(row.state for entry in found.entries for row in entry.state.rows)
    return render(
        request,
        "catalogue/area.html",
        {
            "page_title": title_of(chosen),
            "intro": "" if panel is None else panel.purpose,
            "panel": panel,
            "own": _told([entry for entry in found.entries if not entry.guest]),
            "guests": _told([entry for entry in found.entries if entry.guest]),
            "counts": [(shown_state(state), number) for state, number in rows.items() if number],
            "evidence": evidence_sentence(queries.standing_here()),
            "breadcrumbs": [
                Link(label=_("Programma"), url=reverse("catalogue:areas")),
                Link(label=title_of(chosen)),
            ],
        },
    )


def _told(entries: list[queries.Entry]) -> list[dict[str, object]]:
    """Items with what they are, for a page that is read."""
    language = page_language()
    return [
        {**shown, "what": entry.described.what.of(language)}
        for shown, entry in zip(shown_entries(entries), entries, strict=True)
    ]
