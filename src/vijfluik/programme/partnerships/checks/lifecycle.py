"""The life of a check: drafted → proposed → approved by another → closed."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.partnerships.common import on_today
from vijfluik.programme.partnerships.vocabulary import CheckState

LIFECYCLE = Lifecycle(
    initial=CheckState.DRAFT,
    opening="draft",
    opened_on="assessed_on",
    edges=(
        Edge(
            name="propose",
            label=_("Voorleggen"),
            sources=(CheckState.DRAFT,),
            target=CheckState.PROPOSED,
            why=_("Het oordeel ligt klaar; een collega besluit erover."),
        ),
        Edge(
            name="return",
            label=_("Teruggeven"),
            sources=(CheckState.PROPOSED,),
            target=CheckState.DRAFT,
            why=_("Het oordeel rust nog niet op genoeg."),
            reason_asked=True,
        ),
        Edge(
            name="approve",
            label=_("Vaststellen"),
            sources=(CheckState.PROPOSED,),
            target=CheckState.APPROVED,
            why=_("Een ander dan wie de toets voorlegde, stelt het oordeel vast."),
            reason_asked=True,
            four_eyes=True,
        ),
        Edge(
            name="close",
            label=_("Sluiten"),
            sources=(CheckState.APPROVED,),
            target=CheckState.CLOSED,
            why=_(
                "De toets is afgelopen of door de feiten ingehaald; vanaf die dag geldt ze niet."
            ),
            reason_asked=True,
        ),
        withdraw_from(CheckState.values),
    ),
)

ACTS = (
    Act(name="propose", word="voorleggen", done=_("Voorgelegd"), icon="decision", tone="warning"),
    Act(name="return", word="teruggeven", done=_("Teruggegeven"), icon="change"),
    Act(name="approve", word="vaststellen", done=_("Vastgesteld"), icon="positive",
        tone="positive"),
    Act(
        name="close",
        word="sluiten",
        done=_("Gesloten"),
        asks=("closed_on",),
        day="closed_on",
        initial=on_today("closed_on"),
        tone="neutral",
    ),
    WITHDRAWING,
)  # fmt: skip
