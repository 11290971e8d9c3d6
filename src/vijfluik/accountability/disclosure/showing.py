"""A pattern as people read it: who decided what, by which rules, and how the audit came out."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vijfluik.accountability.disclosure.actions import counts
from vijfluik.accountability.disclosure.models import (
    DisclosureExemption,
    DisclosurePattern,
    ExemptionState,
    PatternState,
)
from vijfluik.accountability.disclosure.pattern import Pattern, State
from vijfluik.accountability.disclosure.showing_names import (
    breakdown_name,
    figure_name,
    member_label,
    publication_name,
)
from vijfluik.accountability.disclosure.stored import parameters_of
from vijfluik.accountability.figures.pages_words import language_of_page
from vijfluik.core.partners.models import FourEyes
from vijfluik.ui import formatting
from vijfluik.ui.components.notices import shown_badge
from vijfluik.ui.components.tables import Cell, Column, Row
from vijfluik.ui.components.tables import Table as Shown
from vijfluik.ui.language import page_language

TONES = {PatternState.ADOPTED: "positive", PatternState.PROPOSED: "warning"}


def pattern_list(rows: list[DisclosurePattern]) -> Shown:
    """The patterns as a table; the first column leads to one."""
    language = page_language()
    return Shown(
        caption=_("Afschermpatronen"),
        columns=[
            Column(label=_("Publicatie"), row_header=True),
            Column(label=_("Stand van")),
            Column(label=_("Besluit"), number=True),
            Column(label=_("Gemaakt door")),
            Column(label=_("Vastgesteld door")),
            Column(label=_("Stand")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(
                        text=publication_name(row.publication),
                        url=reverse("disclosure:pattern", args=[row.key]),
                    ),
                    Cell(text=formatting.moment(row.as_of, language=language)),
                    Cell(text=str(row.revision)),
                    Cell(text=row.proposed_by.name),
                    Cell(text=signedbreakdown_name(row)),
                    Cell(text=standing(row)),
                ]
            )
            for row in rows
        ],
    )


def signedbreakdown_name(row: FourEyes) -> str:
    """The second person, or that there is none yet."""
    return formatting.NO_VALUE if row.approved_by is None else row.approved_by.name


def standing(row: DisclosurePattern) -> str:
    """Whether it was signed, as a badge."""
    state = PatternState(row.state)
    return shown_badge(str(state.label), TONES[state])


def terms(row: DisclosurePattern, *, pattern: Pattern) -> list[tuple[str, str]]:
    """What was decided, by whom, and by which parameters."""
    language, counted = page_language(), counts(pattern)
    return [
        (_("Stand van"), formatting.moment(row.as_of, language=language)),
        (_("Gemaakt door"), row.proposed_by.name),
        (
            _("Vastgesteld door"),
            signedbreakdown_name(row),
        ),
        (_("Kleine aantallen"), str(counted[State.SMALL])),
        (_("Andere, die ze beschermen"), str(counted[State.PROTECTING])),
        (_("In tabellen die niet getoond worden"), str(counted[State.WITHHELD])),
        (_("Vrijgesteld"), str(counted[State.EXEMPT])),
        (_("Al eerder openbaar"), str(counted[State.KNOWN])),
    ]


def rules(row: DisclosurePattern) -> list[tuple[str, str]]:
    """The parameters of the day in words, each with its reference."""
    language = language_of_page()
    return [
        (
            each.text.in_language(language),
            _("%(reference)s (geldt vanaf %(day)s)")
            % {
                "reference": each.reference,
                "day": formatting.day(each.valid_from, language=page_language()),
            },
        )
        for each in parameters_of(row.as_of).found
        if each.text is not None
    ]


def audited(pattern: Pattern) -> tuple[str, str]:
    """The outcome of the audit: a tone and a sentence."""
    asked = len(pattern.intervals)
    taken = len(pattern.earlier)
    before = ngettext(
        "Eén eerdere publicatie met een gedeelde cel is meegerekend.",
        "%(number)s eerdere publicaties met een gedeelde cel zijn meegerekend.",
        taken,
    ) % {"number": taken}
    if taken == 0:
        before = _("Er is geen eerdere publicatie met een gedeelde cel.")
    if pattern.exposed:
        found = ngettext(
            "%(number)s klein aantal is uit te rekenen of te dicht te benaderen.",
            "%(number)s kleine aantallen zijn uit te rekenen of te dicht te benaderen.",
            len(pattern.exposed),
        ) % {"number": len(pattern.exposed)}
        return "negative", f"{found} {before}"
    clean = ngettext(
        "Het kleine aantal is niet dichter te benaderen dan het bereik dat beloofd is.",
        "Geen van de %(number)s kleine aantallen is dichter te benaderen dan het bereik dat beloofd"
        " is.",
        asked,
    ) % {"number": asked}
    if asked == 0:
        clean = _("Er zijn geen kleine aantallen.")
    return "positive", f"{clean} {before}"


def exemption_table(rows: list[DisclosureExemption]) -> Shown:
    """The exemptions of a publication with their source."""
    return Shown(
        caption=_("Vrijstellingen met hun bron"),
        columns=[
            Column(label=_("Cijfer"), row_header=True),
            Column(label=_("Uitsplitsing")),
            Column(label=_("Deel")),
            Column(label=_("Brondocument")),
            Column(label=_("Vindplaats")),
            Column(label=_("Voorgesteld door")),
            Column(label=_("Bevestigd door")),
            Column(label=_("Stand")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=figure_name(each.figure)),
                    Cell(text=breakdown_name(each.figure, dimension=each.dimension)),
                    Cell(
                        text=member_label(
                            each.figure, dimension=each.dimension, member=each.member or None
                        )
                    ),
                    Cell(text=each.document),
                    Cell(text=each.place),
                    Cell(text=each.proposed_by.name),
                    Cell(text=signedbreakdown_name(each)),
                    Cell(text=str(ExemptionState(each.state).label)),
                ]
            )
            for each in rows
        ],
    )
