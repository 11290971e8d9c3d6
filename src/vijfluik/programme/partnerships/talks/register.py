"""The register of meetings with partners, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.choices import served_choices
from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.partnerships.models import Talk, TalkStep
from vijfluik.programme.partnerships.talks.fields import FIELDS
from vijfluik.programme.partnerships.talks.lifecycle import ACTS, LIFECYCLE
from vijfluik.programme.partnerships.talks.rules import TERMS, rules
from vijfluik.programme.partnerships.vocabulary import TalkState

SERVED = ("VK-46", "VK-43", "VV-09", "VW-16", "VK-42", "VK-45", "VK-15")
REGISTER = Register(
    thing="talks",
    words=Words(
        path="gesprekken",
        title=_("Gesprekken met partners"),
        new=_("Nieuw gesprek"),
        intro=_(
            "Dit register houdt bij met welke landen en organisaties is gesproken: de thema's, wat "
            "Nederland inbracht en wat het opbracht. Gegevens van personen en operationele "
            "informatie staan er nooit in."
        ),
        begin=_("Leg vast met wie en waarover er gesproken wordt, en wat Nederland inbrengt."),
        begun=_("Volgende stap: na afloop de opbrengst vastleggen."),
        opened=_("Gepland"),
        opening=_("Plannen"),
        tones={
            TalkState.PLANNED: "info",
            TalkState.HELD: "positive",
            TalkState.CANCELLED: "neutral",
            TalkState.WITHDRAWN: "negative",
        },
        open={TalkState.PLANNED: _("gesprekken gepland")},
    ),
    model=Talk,
    steps=TalkStep,
    lifecycle=LIFECYCLE,
    scope="lead",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="soort", path="kind", first=True),
        Filter(word="jaar", path="planned_on", name="year", label=_("jaar"), first=True),
        Filter(word="land", path="country"),
        Filter(
            word="onderdeel",
            path="partnership__item",
            label=_("onderdeel van het programma"),
            choices=lambda: served_choices(SERVED),
        ),
    ),
    acts=ACTS,
    terms=TERMS,
    items=SERVED,
    rules=rules,
)
