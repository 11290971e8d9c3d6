"""The life of a paper: filed → handled; what we send ourselves is approved by another between."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.vocabulary import PaperState as State
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from

LIFECYCLE = Lifecycle(
    initial=State.FILED,
    opening="file",
    opened_on="dated_on",
    edges=(
        Edge(
            name="propose",
            label=_("Ter goedkeuring voorleggen"),
            sources=(State.FILED,),
            target=State.PROPOSED,
            why=_("Het stuk is klaar; een collega kijkt of het zo naar de Kamer mag."),
        ),
        Edge(
            name="approve",
            label=_("Goedkeuren"),
            sources=(State.PROPOSED,),
            target=State.APPROVED,
            why=_("Een ander dan wie het voorlegde, vindt dat tekst en cijfers zo weg mogen."),
            four_eyes=True,
        ),
        Edge(
            name="return",
            label=_("Teruggeven"),
            sources=(State.PROPOSED,),
            target=State.FILED,
            why=_("Het stuk mag zo niet weg; de reden zegt wat er moet veranderen."),
            reason_asked=True,
            clears=("send_by",),
        ),
        Edge(
            name="revoke",
            label=_("Goedkeuring intrekken"),
            sources=(State.APPROVED,),
            target=State.FILED,
            why=_("Er moet toch iets anders in; daarna is opnieuw goedkeuring nodig."),
            reason_asked=True,
            clears=("send_by", "approved_on"),
        ),
        Edge(
            name="handle",
            label=_("Als behandeld noteren"),
            sources=(State.FILED, State.APPROVED),
            target=State.HANDLED,
            why=_("De Kamer heeft het stuk behandeld of voor kennisgeving aangenomen."),
        ),
        Edge(
            name="reopen",
            label=_("Weer openzetten"),
            sources=(State.HANDLED,),
            target=State.FILED,
            why=_("De behandeling gaat verder."),
            reason_asked=True,
            clears=("handled_on", "send_by", "approved_on"),
        ),
        withdraw_from(State.values),
    ),
)
