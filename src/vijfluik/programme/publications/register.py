"""The register of publications, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.choices import served_choices
from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.publications.acts import ACTS
from vijfluik.programme.publications.fields import FIELDS
from vijfluik.programme.publications.lifecycle import LIFECYCLE
from vijfluik.programme.publications.models import Publication, PublicationStep
from vijfluik.programme.publications.rules import rules
from vijfluik.programme.publications.terms import TERMS
from vijfluik.programme.publications.vocabulary import State

# Items with knowledge products; the first decides the panel of its pages.
SERVED = (
    "X-02", "X-03", "X-04", "VK-05", "VK-09", "VK-36", "VD-02", "VD-03", "VD-04", "VD-05",
    "VB-04", "VB-05", "VB-06", "VB-07", "VV-18", "VV-19",
)  # fmt: skip

REGISTER = Register(
    thing="publications",
    words=Words(
        path="publicaties",
        title=_("Publicaties"),
        new=_("Nieuwe publicatie"),
        intro=_(
            "Dit register houdt bij welke handreikingen, handboeken, strategieën, dreigingsbeelden "
            "en campagnes er zijn, van wie ze zijn, voor wie, en tot wanneer ze gelden. De "
            "uitgaven en het bereik staan erbij."
        ),
        begin=_("Leg vast wat er gemaakt wordt. Verschijnen doet het later, met een tweede lezer."),
        begun=_("Volgende stap: ter beoordeling leggen."),
        opened=_("Begonnen"),
        opening=_("Beginnen"),
        tones={
            State.DRAFT: "neutral",
            State.REVIEW: "warning",
            State.PUBLISHED: "positive",
            State.IN_REVISION: "info",
            State.SUPERSEDED: "neutral",
            State.RETIRED: "neutral",
            State.WITHDRAWN: "negative",
        },
        open={
            State.REVIEW: _("publicaties wachten op een tweede lezer"),
            State.IN_REVISION: _("publicaties in herziening"),
        },
    ),
    model=Publication,
    steps=PublicationStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="soort", path="kind", first=True),
        Filter(word="stand", path="state", first=True),
        Filter(
            word="onderdeel",
            path="item",
            first=True,
            choices=lambda: served_choices(SERVED),
        ),
        Filter(word="eigenaar", path="organisation"),
        Filter(word="publiek", path="audience", label=_("voor wie")),
        Filter(word="jaar", path="published_on", name="year", label=_("jaar van verschijnen")),
        Filter(word="toegankelijkheid", path="accessibility"),
    ),
    acts=ACTS,
    terms=TERMS,
    items=SERVED,
    rules=rules,
)
