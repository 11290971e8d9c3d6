"""The register of rounds, declared."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.citizens import names_nobody
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import (
    About,
    Act,
    Field,
    Filter,
    Mark,
    Register,
    Term,
    Words,
)
from vijfluik.core.registers.faults import Fault
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.needs.models import NeedRound, NeedRoundStep
from vijfluik.programme.needs.vocabulary import RoundState
from vijfluik.programme.offers.common import (
    SERVED,
    in_order,
    item_field,
    item_filter,
)

_CLOSED = (RoundState.CLOSED.value,)

FIELDS = (
    Field(name="title", synonyms=("naam",), example="Peiling", names=True, listed=True),
    Field(
        name="reference", synonyms=("nummer",), hint=_("uw eigen nummer"), example="VB-PL-001"
    ),
    Field(
        name="organisation",
        hint=_("code of naam van de organisatie die vraagt"),
        example="ess",
        listed=True,
        short=lambda found: found.organisation_id.upper(),
    ),
    item_field(),
    Field(
        name="themes",
        hint=_("een of meer thema's, met een komma ertussen"),
        example="polarisatie, radicalisering",
        listed=True,
    ),
    Field(name="question", example="Heeft uw organisatie hierbij steun nodig?"),
    Field(name="opens_on", hint=_("dd-mm-jjjj"), example="08-01-2026", listed=True),
    Field(name="closes_on", listed=True),
    Field(name="closed_on", past=True, needed=_CLOSED, only=_CLOSED, entered=False),
    Field(name="state", synonyms=("status",), example="open", listed=True),
)  # fmt: skip

LIFECYCLE = Lifecycle(
    initial=RoundState.OPEN,
    opening="open",
    edges=(
        Edge(
            name="close",
            label=_("Sluiten"),
            sources=(RoundState.OPEN,),
            target=RoundState.CLOSED,
            why=_("Antwoorden kan niet meer; de uitkomst staat vast."),
        ),
        Edge(
            name="reopen",
            label=_("Heropenen"),
            sources=(RoundState.CLOSED,),
            target=RoundState.OPEN,
            why=_("Er kan weer worden geantwoord."),
            reason_asked=True,
            clears=("closed_on",),
        ),
        withdraw_from(RoundState.values),
    ),
)

ACTS = (
    Act(
        name="close",
        word="sluiten",
        done=_("Gesloten"),
        asks=("closed_on",),
        day="closed_on",
        initial=lambda _round: {"closed_on": today()},
        icon="positive",
        tone="neutral",
        undone_by="reopen",
    ),
    Act(name="reopen", word="heropenen", done=_("Heropend"), icon="change"),
    WITHDRAWING,
)


def _closes(found: NeedRound) -> dt.date | None:
    return found.closes_on


TERMS = (
    Term(
        kind="close",
        label=_("peiling sluiten en de uitkomst bekijken"),
        state=RoundState.OPEN,
        ends=_closes,
        provision=_("Werkafspraak samenhangend aanbod: een peiling sluit op haar laatste dag."),
        answer="close",
    ),
)


def takes_answers(found: NeedRound) -> bool:
    """Whether an organisation may answer today: open by its state and by its days."""
    if found.state != RoundState.OPEN or found.opens_on > today():
        return False
    return found.closes_on is None or found.closes_on >= today()


def lapsed(found: NeedRound) -> Mark | None:
    """What time says of a round that nobody closed: still to open, or past its days."""
    if found.state != RoundState.OPEN or takes_answers(found):
        return None
    if found.opens_on > today():
        return Mark(label=_("nog niet open"), tone="info")
    return Mark(label=_("te sluiten"), tone="warning")


def rules(content: Content, _about: About) -> Iterator[Fault]:
    """The faults of a round."""
    yield from in_order(content, first="opens_on", then=("closes_on", "closed_on"))
    yield from names_nobody(content, names=("title", "question"))


REGISTER = Register(
    thing="need_rounds",
    words=Words(
        path="peilingen",
        title=_("Peilingen"),
        new=_("Nieuwe peiling"),
        intro=_(
            "Een peiling vraagt elke gemeente hetzelfde: per thema of steun nu nodig is, "
            "binnenkort of niet. Wat zij zeggen, leidt naar het aanbod dat past. De uitkomst is "
            "een telling per thema; antwoorden gaan over organisaties en nooit over mensen."
        ),
        begin=_("Kies de thema's en de dagen waarop kan worden geantwoord."),
        begun=_("De peiling staat in Mijn werk van elke gemeente zodra ze open is."),
        opened=_("Begonnen"),
        opening=_("Beginnen"),
        tones={
            RoundState.OPEN: "positive",
            RoundState.CLOSED: "neutral",
            RoundState.WITHDRAWN: "negative",
        },
    ),
    model=NeedRound,
    steps=NeedRoundStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="thema", path="themes", label=_("thema"), first=True),
        Filter(word="jaar", path="opens_on", name="year", label=_("jaar"), first=True),
        item_filter(),
    ),
    acts=ACTS,
    terms=TERMS,
    items=SERVED,
    rules=rules,
    lapsed=lapsed,
)
