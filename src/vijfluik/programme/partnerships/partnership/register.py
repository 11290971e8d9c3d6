"""The register of partnerships, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.partnerships.models import Partnership, PartnershipStep
from vijfluik.programme.partnerships.partnership.fields import FIELDS
from vijfluik.programme.partnerships.partnership.lifecycle import ACTS, LIFECYCLE
from vijfluik.programme.partnerships.partnership.rules import rules
from vijfluik.programme.partnerships.partnership.terms import TERMS, lapsed
from vijfluik.programme.partnerships.vocabulary import State

REGISTER = Register(
    thing="partnerships",
    words=Words(
        path="samenwerkingen",
        title=_("Samenwerkingen"),
        new=_("Nieuwe samenwerking"),
        intro=_(
            "Dit register houdt bij wie waarvoor samenwerkt, op welke grondslag, tot wanneer, met "
            "welk geld en met welke mijlpalen. Een termijn loopt vanzelf af: verlengen is een "
            "besluit. Gegevens van personen staan er nooit in."
        ),
        begin=_("Leg vast wie waarvoor gaat samenwerken, en op welke grondslag."),
        begun=_("Volgende stap: partners en mijlpalen toevoegen, en beginnen."),
        opened=_("In voorbereiding genomen"),
        opening=_("Voorbereiden"),
        tones={
            State.PREPARED: "warning",
            State.ACTIVE: "positive",
            State.EXTENDED: "info",
            State.ENDED: "neutral",
            State.HANDED_OVER: "neutral",
            State.WITHDRAWN: "negative",
        },
        open={
            State.PREPARED: _("samenwerkingen in voorbereiding"),
            State.ACTIVE: _("samenwerkingen lopend"),
            State.EXTENDED: _("samenwerkingen verlengd"),
        },
    ),
    model=Partnership,
    steps=PartnershipStep,
    lifecycle=LIFECYCLE,
    scope="lead",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="soort", path="kind", first=True),
        Filter(word="trekker", path="lead", first=True),
        Filter(word="onderdeel", path="item"),
        Filter(word="bepaling", path="provision"),
        Filter(word="jaar", path="started_on", name="year", label=_("jaar van begin")),
        Filter(word="eindjaar", path="ends_on", name="end_year", label=_("jaar van einde")),
    ),
    acts=ACTS,
    terms=TERMS,
    items=(
        "VK-40", "VW-04", "VW-13", "VW-16", "VK-07", "VK-08", "VK-09", "VK-15", "VK-16", "VK-19",
        "VK-21", "VK-32", "VK-33", "VK-37", "VK-38", "VK-42", "VK-45", "VK-46", "VK-53", "VD-08",
        "VB-03", "VV-09", "VV-10", "VV-16", "VV-19",
    ),
    rules=rules,
    lapsed=lapsed,
)  # fmt: skip
