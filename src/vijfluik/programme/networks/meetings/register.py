"""The register of meetings, declared."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Lifecycle
from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import CORRECT, About, Field, Filter, Register, Words
from vijfluik.core.registers.faults import Fault
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.networks.common import (
    municipality_field,
    network_field,
    of_a_municipality,
    reference_field,
)
from vijfluik.programme.networks.models import Meeting, MeetingStep
from vijfluik.programme.networks.network.register import REGISTER as NETWORKS
from vijfluik.programme.networks.vocabulary import Change, MeetingState, Mistake


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a meeting."""
    yield from of_a_municipality(content, about)
    yield from same_owner(content, about, field="network", parent=NETWORKS)


REGISTER = Register(
    thing="network_meetings",
    words=Words(
        path="netwerkbijeenkomsten",
        title=_("Bijeenkomsten van netwerken"),
        new=_("Nieuwe bijeenkomst"),
        intro=_(
            "Van een bijeenkomst wordt bewaard wanneer ze was, over welke thema's het ging en "
            "hoeveel mensen er waren. Niet wie er was en niet wat iemand zei: daarvoor is geen "
            "veld."
        ),
        begin=_("Wanneer, waarover en met hoeveel mensen. Meer wordt niet bewaard."),
        tones={MeetingState.HELD: "positive", MeetingState.WITHDRAWN: "negative"},
        help="networks/help.html",
    ),
    model=Meeting,
    steps=MeetingStep,
    lifecycle=Lifecycle(
        initial=MeetingState.HELD,
        opening="hold",
        opened_on="met_on",
        edges=(withdraw_from(MeetingState.values),),
    ),
    scope="municipality",
    fields=(
        reference_field("VB-B-001", names=True),
        network_field(),
        municipality_field(),
        Field(name="met_on", example="08-01-2026", past=True, listed=True),
        Field(name="themes", example="weerbaarheid", listed=True),
        Field(name="present", hint=_("een getal"), example="14", listed=True),
        Field(name="state", synonyms=("status",), example="gehouden", listed=True),
    ),
    filters=(
        Filter(word="netwerk", path="network", first=True),
        Filter(word="thema", path="themes", first=True),
        Filter(word="jaar", path="met_on", name="year", label=_("jaar")),
        Filter(word="stand", path="state"),
    ),
    acts=(WITHDRAWING,),
    terms=(),
    items=("VK-06",),
    rules=rules,
    reasons={CORRECT: Change, "withdraw": Mistake},
    filed=False,
)
