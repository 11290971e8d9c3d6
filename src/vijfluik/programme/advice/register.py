"""The register of requests for advice, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.choices import served_choices
from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.advice.acts import ACTS
from vijfluik.programme.advice.fields import FIELDS
from vijfluik.programme.advice.lifecycle import LIFECYCLE
from vijfluik.programme.advice.models import Advice, AdviceStep
from vijfluik.programme.advice.rules import rules
from vijfluik.programme.advice.terms import TERMS
from vijfluik.programme.advice.vocabulary import State

# Items with requests for advice; the first decides the panel of its pages.
SERVED = ("VK-04", "VK-10", "VK-12", "VK-16", "VK-22", "VK-51", "VD-05")

REGISTER = Register(
    thing="advice",
    words=Words(
        path="adviezen",
        title=_("Adviezen"),
        new=_("Nieuwe adviesvraag"),
        intro=_(
            "Dit register houdt bij welke organisaties om informatie, consultatie, een "
            "adviestraject of een adviesgesprek vroegen, en wat ermee gebeurde. Gegevens van "
            "burgers staan er nooit in."
        ),
        begin=_("Leg vast welke organisatie iets vroeg, en waarover."),
        begun=_("Volgende stap: aannemen, met een dag voor het antwoord."),
        opened=_("Aangevraagd"),
        opening=_("Aanvragen"),
        tones={
            State.REQUESTED: "warning",
            State.ACCEPTED: "info",
            State.RUNNING: "info",
            State.CLOSED: "positive",
            State.DECLINE_PROPOSED: "warning",
            State.DECLINED: "neutral",
            State.WITHDRAWN: "negative",
        },
        open={
            State.REQUESTED: _("adviesvragen zonder antwoord"),
            State.RUNNING: _("adviezen in behandeling"),
        },
    ),
    model=Advice,
    steps=AdviceStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="jaar", path="requested_on", name="year", label=_("jaar"), first=True),
        Filter(word="soort", path="kind", first=True),
        Filter(word="onderdeel", path="item", first=True, choices=lambda: served_choices(SERVED)),
        Filter(word="adviesorganisatie", path="organisation"),
        Filter(word="dienst", path="service"),
        Filter(word="thema", path="theme"),
        Filter(word="aanvrager", path="requester_kind"),
        Filter(word="gemeente", path="place"),
    ),
    acts=ACTS,
    terms=TERMS,
    items=SERVED,
    rules=rules,
)
