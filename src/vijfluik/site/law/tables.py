"""The tables of the law's pages."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from vijfluik.core.law.in_force import Known, State
from vijfluik.core.law.provision import ProvisionVersion, in_language
from vijfluik.site.law.asked import Asked
from vijfluik.site.law.words import standing_badge, state_words, until_words, validity
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import short_day
from vijfluik.ui.language import page_language


def address(slug: str, *, days: Asked) -> str:
    """The page of a provision, on the same days."""
    return reverse("law:provision", args=[slug]) + days.query()


def act_table(found: Sequence[Known], *, days: Asked) -> Table:
    """The provisions of one act, with the text that holds or would be shown on the day."""
    act = found[0].parts[0].act
    return Table(
        caption=act.name(page_language()),
        hide_caption=True,
        columns=[
            Column(label=_("Bepaling"), row_header=True),
            Column(label=_("Artikel")),
            Column(label=_("Op deze dag")),
            Column(label=_("Einde"), keep=True),
            Column(label=_("Stand")),
        ],
        rows=[_act_row(each, days=days) for each in found],
    )


def _act_row(found: Known, *, days: Asked) -> Row:
    shown = found.shown(days.on)
    state = found.state(days.on)
    return Row(
        key=found.slug,
        cells=[
            Cell(
                text=in_language(shown.title, page_language()),
                url=address(found.slug, days=days),
            ),
            Cell(text=shown.article),
            Cell(text=state_words(state)),
            Cell(text=until_words(found.until)),
            Cell(text=standing_badge(shown)),
        ],
    )


def lapsing_table(found: Sequence[Known], *, days: Asked) -> Table:
    """What lapses when, the first on top."""
    return Table(
        caption=_("Wat vervalt wanneer"),
        hide_caption=True,
        columns=[
            Column(label=_("Vervalt op"), keep=True),
            Column(label=_("Bepaling"), row_header=True),
            Column(label=_("Regeling")),
            Column(label=_("Artikel")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=until_words(each.until)),
                    Cell(
                        text=in_language(each.parts[-1].title, page_language()),
                        url=address(each.slug, days=days),
                    ),
                    Cell(text=each.parts[-1].act.short),
                    Cell(text=each.parts[-1].article),
                ]
            )
            for each in found
        ],
    )


def version_table(versions: Sequence[ProvisionVersion], *, current: Sequence[str]) -> Table:
    """Every text of a provision: from when it was known, on which days it holds."""
    language = page_language()
    return Table(
        caption=_("Versies"),
        hide_caption=True,
        columns=[
            Column(label=_("Bekend vanaf"), keep=True),
            Column(label=_("Geldig"), row_header=True),
            Column(label=_("Tekst in onze woorden")),
            Column(label=_("Stand")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=short_day(version.known_from, language=language)),
                    Cell(
                        text=validity(version)
                        + (_(" (deze wordt getoond)") if version.key in current else "")
                    ),
                    Cell(text=in_language(version.text, language)),
                    Cell(text=standing_badge(version)),
                ]
            )
            for version in sorted(
                versions, key=lambda each: (each.known_from, each.valid_from), reverse=True
            )
        ],
    )


def count_by_state(found: Sequence[Known], *, days: Asked) -> dict[State, int]:
    """How many provisions are in each state on the day."""
    states = [each.state(days.on) for each in found]
    return {state: states.count(state) for state in State}
