"""The life of a post: open → filled until a day → ended; prolonging is a decision."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.partnerships.common import on_today
from vijfluik.programme.partnerships.vocabulary import PostState

LIFECYCLE = Lifecycle(
    initial=PostState.OPEN,
    opening="create",
    opened_on="decided_on",
    edges=(
        Edge(
            name="fill",
            label=_("Vervullen"),
            sources=(PostState.OPEN,),
            target=PostState.FILLED,
            why=_("De functie is vervuld, met een begin en een einde."),
        ),
        Edge(
            name="prolong",
            label=_("Verlengen"),
            sources=(PostState.FILLED,),
            target=PostState.FILLED,
            why=_("Een post loopt vanzelf af. Verlengen is een besluit, met een reden."),
            reason_asked=True,
        ),
        Edge(
            name="report",
            label=_("Verslag vastleggen"),
            sources=(PostState.FILLED,),
            target=PostState.FILLED,
            why=_("Wat er vanuit de post is gedaan en gezien; geen namen van burgers."),
        ),
        Edge(
            name="end",
            label=_("Opheffen"),
            sources=(PostState.OPEN, PostState.FILLED),
            target=PostState.ENDED,
            why=_("De post vervalt; er staat wie de taken voortzet."),
            reason_asked=True,
        ),
        Edge(
            name="reopen",
            label=_("Toch in stand houden"),
            sources=(PostState.ENDED,),
            target=PostState.FILLED,
            why=_("De post is gebleven."),
            reason_asked=True,
        ),
        withdraw_from(PostState.values),
    ),
)

ACTS = (
    Act(
        name="fill",
        word="vervullen",
        done=_("Vervuld"),
        asks=("from_on", "term_years", "until_on", "until_said"),
        day="from_on",
        initial=on_today("from_on"),
        icon="positive",
        tone="positive",
    ),
    Act(
        name="prolong",
        word="verlengen",
        done=_("Verlengd"),
        asks=("until_on",),
        icon="decision",
        tone="warning",
    ),
    Act(
        name="report",
        word="verslag",
        done=_("Verslag vastgelegd"),
        asks=("reported_on", "report"),
        day="reported_on",
        initial=on_today("reported_on"),
        icon="decision",
    ),
    Act(
        name="end",
        word="opheffen",
        done=_("Opgeheven"),
        asks=("until_on", "handover"),
        tone="neutral",
        undone_by="reopen",
    ),
    Act(name="reopen", word="behouden", done=_("In stand gehouden"), icon="change"),
    WITHDRAWING,
)
