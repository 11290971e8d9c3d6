"""The register of members, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import CORRECT, Field, Filter, Register, Words
from vijfluik.programme.networks.common import (
    municipality_field,
    network_field,
    reference_field,
)
from vijfluik.programme.networks.members.lifecycle import ACTS, LIFECYCLE
from vijfluik.programme.networks.members.rules import rules
from vijfluik.programme.networks.members.terms import TERMS, lapsed
from vijfluik.programme.networks.models import Member, MemberStep
from vijfluik.programme.networks.vocabulary import Leaving, MemberChange, MemberState

FIELDS = (
    Field(
        name="name",
        hint=_("zoals het lid genoemd wil worden"),
        example="Voorbeeldnaam",
        names=True,
        listed=True,
    ),
    reference_field("VB-L-001"),
    network_field(),
    municipality_field(),
    Field(name="role", example="lid", listed=True, heading=_("taak")),
    Field(
        name="contact",
        hint=_("één e-mailadres of telefoonnummer"),
        example="voorbeeld@netwerk.example",
    ),
    Field(
        name="consent_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
        agreed=True,
    ),
    Field(name="consent_how", example="schriftelijk, ondertekend", agreed=True),
    Field(name="consent_for", example="uitnodigen voor bijeenkomsten", agreed=True),
    Field(name="wording", agreed=True),
    Field(name="consent_months", example="12 maanden", agreed=True),
    Field(name="consent_until", derived=True, listed=True, heading=_("toestemming tot en met")),
    Field(name="state", synonyms=("status",), example="toestemming gegeven", listed=True),
)

REGISTER = Register(
    thing="network_members",
    words=Words(
        path="netwerkleden",
        title=_("Leden van netwerken"),
        new=_("Nieuw lid"),
        intro=_(
            "Wie meedoet aan een netwerk, met toestemming. Er staat een naam, één manier om "
            "iemand te bereiken en waarvoor dat mag; niets over wie iemand is of wat iemand "
            "zegt. Wie de toestemming intrekt, is meteen uit dit register verdwenen."
        ),
        begin=_(
            "Laat het lid eerst het informatieblad zien. Leg daarna vast wat het lid toestaat, "
            "en niet meer."
        ),
        begun=_("Geef het lid het informatieblad mee."),
        opened=_("Toegestemd"),
        opening=_("Vastleggen"),
        tones={MemberState.CONSENTED: "positive", MemberState.WITHDRAWN: "negative"},
        help="networks/help.html",
        caveat=_(
            "Gebruik deze gegevens alleen waarvoor het lid toestemming gaf, en niet na de "
            "laatste dag daarvan. Leg hier nooit iets vast over een ander."
        ),
    ),
    model=Member,
    steps=MemberStep,
    lifecycle=LIFECYCLE,
    scope="municipality",
    fields=FIELDS,
    filters=(
        Filter(word="netwerk", path="network", first=True),
        Filter(word="taak", path="role"),
        Filter(
            word="jaar",
            path="consent_until",
            name="year",
            label=_("toestemming tot in"),
            first=True,
        ),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("VK-06",),
    rules=rules,
    lapsed=lapsed,
    reasons={CORRECT: MemberChange, "withdraw": Leaving},
    filed=False,
    persons=True,
)
