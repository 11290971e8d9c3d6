"""The life of a meeting: planned → held or cancelled."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.partnerships.models import Talk
from vijfluik.programme.partnerships.vocabulary import TalkState

LIFECYCLE = Lifecycle(
    initial=TalkState.PLANNED,
    opening="plan",
    edges=(
        Edge(
            name="hold",
            label=_("Opbrengst vastleggen"),
            sources=(TalkState.PLANNED,),
            target=TalkState.HELD,
            why=_("Het gesprek is gehouden; wat het opbracht, staat erbij."),
        ),
        Edge(
            name="cancel",
            label=_("Afzeggen"),
            sources=(TalkState.PLANNED,),
            target=TalkState.CANCELLED,
            why=_("Het gaat niet door; de reden blijft staan."),
            reason_asked=True,
        ),
        Edge(
            name="undo",
            label=_("Terug naar gepland"),
            sources=(TalkState.HELD, TalkState.CANCELLED),
            target=TalkState.PLANNED,
            why=_("Het is nog niet gehouden, of het gaat toch door."),
            reason_asked=True,
            clears=("held_on",),
        ),
        withdraw_from(TalkState.values),
    ),
)


def _held(talk: Talk) -> Mapping[str, object]:
    day = talk.planned_on
    return {"held_on": min(day, today()), "position": talk.position, "outcome": talk.outcome}


ACTS = (
    Act(
        name="hold",
        word="vastleggen",
        done=_("Opbrengst vastgelegd"),
        asks=("held_on", "position", "outcome"),
        day="held_on",
        initial=_held,
        icon="positive",
        tone="positive",
        undone_by="undo",
    ),
    Act(name="cancel", word="afzeggen", done=_("Afgezegd"), icon="refusal", undone_by="undo"),
    Act(name="undo", word="terugzetten", done=_("Weer gepland"), icon="change"),
    WITHDRAWING,
)
