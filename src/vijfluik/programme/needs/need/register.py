"""The register of needs, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act, Filter, Register, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.needs.models import Need, NeedStep
from vijfluik.programme.needs.need.fields import FIELDS
from vijfluik.programme.needs.need.rules import rules
from vijfluik.programme.needs.vocabulary import NeedState
from vijfluik.programme.offers.common import (
    SERVED,
    item_filter,
)

CHOICE = ("chosen_offer", "chosen_trajectory", "chosen_on")

LIFECYCLE = Lifecycle(
    initial=NeedState.ANSWERED,
    opening="answer",
    opened_on="answered_on",
    edges=(
        Edge(
            name="choose",
            label=_("Aanbod kiezen"),
            sources=(NeedState.ANSWERED,),
            target=NeedState.CHOSEN,
            why=_("De organisatie kiest zelf welk aanbod of traject zij neemt."),
        ),
        Edge(
            name="reconsider",
            label=_("Keuze terugnemen"),
            sources=(NeedState.CHOSEN,),
            target=NeedState.ANSWERED,
            why=_("Het gekozen aanbod past toch niet, of is er niet meer."),
            reason_asked=True,
            clears=CHOICE,
        ),
        withdraw_from(NeedState.values),
    ),
)

ACTS = (
    Act(
        name="choose",
        word="kiezen",
        done=_("Aanbod gekozen"),
        asks=CHOICE,
        day="chosen_on",
        initial=lambda _need: {"chosen_on": today()},
        icon="positive",
        tone="positive",
        undone_by="reconsider",
    ),
    Act(name="reconsider", word="terugnemen", done=_("Keuze teruggenomen"), icon="change"),
    WITHDRAWING,
)

REGISTER = Register(
    thing="needs",
    words=Words(
        path="behoeften",
        title=_("Behoeften"),
        new=_("Nieuwe behoefte"),
        intro=_(
            "Wat een organisatie in een peiling over zichzelf zegt: per thema of steun nodig is, "
            "voor wie, en voor ongeveer hoeveel medewerkers. Daarbij staat het aanbod dat past."
        ),
        begin=_(
            "Antwoorden op een hele peiling gaat sneller op de pagina van de peiling. De partners "
            "die het aanbod maken, lezen dit antwoord."
        ),
        begun=_("Hieronder staat het aanbod dat past."),
        opened=_("Gezegd"),
        opening=_("Zeggen"),
        tones={
            NeedState.ANSWERED: "info",
            NeedState.CHOSEN: "positive",
            NeedState.WITHDRAWN: "negative",
        },
    ),
    model=Need,
    steps=NeedStep,
    lifecycle=LIFECYCLE,
    scope="respondent",
    fields=FIELDS,
    filters=(
        Filter(word="thema", path="theme", first=True),
        Filter(word="behoefte", path="level", first=True),
        Filter(word="stand", path="state", first=True),
        Filter(word="publiek", path="audience", label=_("voor wie")),
        Filter(word="vorm", path="forms", label=_("vorm van extremisme")),
        Filter(word="organisatie", path="respondent"),
        item_filter(),
    ),
    acts=ACTS,
    terms=(),
    items=SERVED,
    rules=rules,
)
