"""The figures that stand on the panels of the Overzicht."""

from collections.abc import Mapping

from django.urls import reverse

from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.pages_words import change_since, language_of_page
from vijfluik.accountability.figures.queries import headlines
from vijfluik.core.access.decisions import reach
from vijfluik.core.partners.acting import Acting
from vijfluik.core.versions.moments import closed_moment
from vijfluik.ui.components.painting import PanelFigure
from vijfluik.ui.panels import Panel

# Panel → figures on it, each with the one before it to compare with ("" for none).
SHOWN: Mapping[Panel, Mapping[str, str]] = {
    Panel.VERWERVEN: {"liv-deployments": ""},
    Panel.VOORKOMEN: {
        "ror-trainings-2018": "ror-trainings-2017",
        "ror-participants-2018": "ror-participants-2017",
        "jep-meetings-2018": "",
    },
    Panel.VERDEDIGEN: {"event-safety-guide-in-use": ""},
    Panel.VOORBEREIDEN: {"comm-guides-published": ""},
    Panel.VERVOLGEN: {"ter-cases-total": "", "in-absentia-cases": ""},
}


def figures_by_panel(*, who: Acting) -> dict[Panel, list[PanelFigure]]:
    """The key figures of the panels as of the latest closed moment, without keeping receipts.

    All of them in one look at the versions; none for who may not read figures.
    """
    if reach(who=who, thing="figures", action="read").nowhere:
        return {}
    pairs = [pair for shown in SHOWN.values() for pair in shown.items()]
    names = [name for pair in pairs for name in pair if name]
    found = {each.definition.id: each for each in headlines(names=names, as_of=closed_moment())}
    return {
        panel: [
            panel_figure(found[name], before=found.get(previous))
            for name, previous in shown.items()
        ]
        for panel, shown in SHOWN.items()
    }


def panel_figure(figure: Valued, *, before: Valued | None) -> PanelFigure:
    """One figure as a panel shows it."""
    language = language_of_page()
    change = change_since(figure, before=before)
    return PanelFigure(
        label=figure.definition.name.in_language(language),
        value=figure.text(language),
        url=reverse("figures:figure", args=[figure.definition.id]),
        change="" if change is None else change.text,
    )
