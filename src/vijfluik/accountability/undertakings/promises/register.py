"""The register of motions and commitments, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.models import Undertaking, UndertakingStep
from vijfluik.accountability.undertakings.promises.acts import ACTS
from vijfluik.accountability.undertakings.promises.fields import FIELDS
from vijfluik.accountability.undertakings.promises.lifecycle import LIFECYCLE
from vijfluik.accountability.undertakings.promises.rules import rules
from vijfluik.accountability.undertakings.promises.terms import TERMS
from vijfluik.accountability.undertakings.vocabulary import UndertakingState
from vijfluik.core.registers.declaration import Filter, Register, Words

REGISTER = Register(
    thing="undertakings",
    words=Words(
        path="toezeggingen",
        title=_("Moties en toezeggingen"),
        new=_("Nieuwe motie of toezegging"),
        intro=_(
            "Dit register houdt bij wat aan het parlement is toegezegd en welke moties zijn "
            "aangenomen: wie het moet nakomen, voor wanneer, welk cijfer het aantoont en welke "
            "brief het afdoet. Een termijn verschuift alleen door uitstel, met een brief. Wat de "
            "Kamer zegt, staat naast wat wij zeggen."
        ),
        begin=_("Leg vast wat is toegezegd, voor wanneer, en waar het te vinden is."),
        begun=_("Volgende stap: nakomen, en de brief aan de Kamer hier noemen."),
        opened=_("Toegezegd"),
        opening=_("Toezeggen"),
        tones={
            UndertakingState.OPEN: "info",
            UndertakingState.POSTPONED: "warning",
            UndertakingState.PROPOSED: "info",
            UndertakingState.SETTLED: "positive",
            UndertakingState.WITHDRAWN: "negative",
        },
        open={
            UndertakingState.OPEN: _("moties en toezeggingen open"),
            UndertakingState.POSTPONED: _("toezeggingen uitgesteld"),
            UndertakingState.PROPOSED: _("toezeggingen te beoordelen"),
        },
    ),
    model=Undertaking,
    steps=UndertakingStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="soort", path="kind", first=True),
        Filter(word="de-kamer-zegt", path="house_says", first=True),
        Filter(word="jaar", path="made_on", name="year", label=_("jaar")),
        Filter(word="onderdeel", path="item"),
        Filter(word="kamer", path="house"),
        Filter(word="ministerie", path="organisation"),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("X-09", "X-04"),
    rules=rules,
)
