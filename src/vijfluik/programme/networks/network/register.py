"""The register of networks, declared."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import CORRECT, About, Field, Filter, Register, Words
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.networks.common import (
    municipality_field,
    of_a_municipality,
    reaches_somebody,
    reference_field,
)
from vijfluik.programme.networks.models import Network, NetworkStep
from vijfluik.programme.networks.network.lifecycle import ACTS, LIFECYCLE
from vijfluik.programme.networks.network.terms import TERMS, lapsed
from vijfluik.programme.networks.vocabulary import Again, Change, Ending, Mistake, NetworkState

_ENDED = (NetworkState.ENDED.value,)
FIELDS = (
    Field(
        name="name",
        hint=_("de naam van het netwerk"),
        example="Voorbeeldnetwerk",
        names=True,
        listed=True,
    ),
    reference_field("VB-N-001"),
    municipality_field(),
    Field(name="aim", hint=_("waar het netwerk voor is"), example="Elkaar kennen in de wijk."),
    Field(name="themes", example="samenleven in de buurt", listed=True),
    Field(
        name="contact",
        hint=_("een functie of loket, nooit een persoon"),
        example="team samenleven",
        listed=True,
    ),
    Field(name="started_on", example="08-01-2024", past=True),
    Field(name="assessed_on", example="08-01-2024", past=True),
    Field(
        name="confirmed_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
        listed=True,
        heading=_("nagelopen"),
    ),
    Field(name="last_met_on", derived=True, listed=True),
    Field(name="ended_on", past=True, needed=_ENDED, only=_ENDED, entered=False),
    Field(name="state", synonyms=("status",), example="actief", listed=True),
)


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a network."""
    yield from of_a_municipality(content, about)
    yield from reaches_somebody(content, names=("name", "aim", "contact"))


REGISTER = Register(
    thing="networks",
    words=Words(
        path="netwerken",
        title=_("Netwerken van sleutelfiguren"),
        new=_("Nieuw netwerk"),
        intro=_(
            "Hier houdt een gemeente haar netwerken van sleutelfiguren bij: waar ze voor zijn, "
            "hoe de gemeente te bereiken is en wanneer ze bijeenkwamen. Het is een register van "
            "netwerken, niet van informanten. Er is geen plaats om iets over iemand te melden."
        ),
        begin=_("Leg vast waar het netwerk voor is. Leden komen daarna, elk met toestemming."),
        begun=_("Leg nu de eerste bijeenkomst vast, of een lid."),
        opened=_("Opgenomen"),
        opening=_("Opnemen"),
        tones={
            NetworkState.ACTIVE: "positive",
            NetworkState.ENDED: "neutral",
            NetworkState.WITHDRAWN: "negative",
        },
        open={NetworkState.ACTIVE: _("netwerken actief")},
        help="networks/help.html",
    ),
    model=Network,
    steps=NetworkStep,
    lifecycle=LIFECYCLE,
    scope="municipality",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="thema", path="themes", first=True),
        Filter(word="jaar", path="confirmed_on", name="year", label=_("jaar nagelopen")),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("VK-06",),
    rules=rules,
    lapsed=lapsed,
    reasons={
        CORRECT: Change,
        "end": Ending,
        "reopen": Again,
        "withdraw": Mistake,
    },
    filed=False,
)
