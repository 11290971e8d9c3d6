"""The registers that the reader may enter, by the area they serve first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.access.gate import require_somewhere
from vijfluik.core.items.areas import Area
from vijfluik.core.items.register import items
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers import registry
from vijfluik.core.registers.declaration import Register
from vijfluik.site.shell import may_enter
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.requests import acting_of


@require_safe
def registers(request: HttpRequest) -> HttpResponse:
    """The page; who may enter none is told what does not exist."""
    who = acting_of(request)
    found = [each for each in registry.registers() if may_enter(who, each.thing)]
    first = found[0] if found else registry.registers()[0]
    require_somewhere(thing=first.thing, action="read")
    return render(
        request,
        "site/registers.html",
        {
            "page_title": _("Registers"),
            "intro": _("Wat u kunt inzien en bijhouden, naar het onderdeel waar het voor dient."),
            "areas": [here for area in Area if (here := _area(area, found=found))],
            "beside": _beside(who),
        },
    )


def _beside(who: Acting) -> list[dict[str, object]]:
    """What is read over several registers at once."""
    every = (
        (
            "documents",
            _("Documenten"),
            _("Alle documenten en brieven die u mag zien, bij de registraties die u leest."),
            "documents:list",
        ),
        (
            "grant_money",
            _("Geld"),
            _("Begroot, toegekend, betaald en vastgesteld naast elkaar, per regeling en jaar."),
            "grants:money",
        ),
        (
            "municipal_year",
            _("Mijn jaar"),
            _("Alles wat uw gemeente over een jaar nog moet zeggen, op één pagina."),
            "municipalities:year",
        ),
        (
            "municipal_support",
            _("Steun per gemeente"),
            _("Welke steun een gemeente krijgt, naast die van vergelijkbare gemeenten."),
            "municipalities:support",
        ),
        (
            "municipal_support",
            _("Gemeentebladen"),
            _("Eén blad per gemeente, alle naar de stand van hetzelfde moment."),
            "factsheets:every",
        ),
        (
            "network_numbers",
            _("Netwerken per gemeente"),
            _("Hoeveel netwerken van sleutelfiguren er zijn, in aantallen."),
            "network_numbers",
        ),
        (
            "offers",
            _("Gebruik van het aanbod"),
            _("Wat de partners aanbieden, met hoeveel organisaties het kozen."),
            "take_up",
        ),
        (
            "offers",
            _("Vormen van extremisme"),
            _("De lijst van vormen met definitie en bron, en wat er voor elke vorm is."),
            "extremism_forms",
        ),
        (
            "needs",
            _("Behoeften zonder aanbod"),
            _("Wat organisaties nodig hebben en waar nu niets bij past."),
            "unmet_needs",
        ),
    )
    return [
        {"title": title, "intro": intro, "url": reverse(view)}
        for thing, title, intro, view in every
        if may_enter(who, thing)
    ]


def _area(area: Area, *, found: list[Register]) -> dict[str, object] | None:
    here = [each for each in found if items()[each.items[0]].area == area]
    if not here:
        return None
    panel = None if area == Area.ACROSS else Panel(area)
    return {
        "title": _("Overkoepelend") if panel is None else panel.label,
        "panel": panel,
        "registers": [
            {
                "title": each.title,
                "intro": each.words.intro,
                "url": reverse(f"{each.thing}:list"),
            }
            for each in here
        ],
    }
