"""The register of milestones, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.partnerships.milestones.fields import FIELDS
from vijfluik.programme.partnerships.milestones.lifecycle import ACTS, LIFECYCLE
from vijfluik.programme.partnerships.milestones.rules import TERMS, lapsed, rules
from vijfluik.programme.partnerships.models import Milestone, MilestoneStep
from vijfluik.programme.partnerships.vocabulary import MilestoneState

REGISTER = Register(
    thing="milestones",
    words=Words(
        path="mijlpalen",
        title=_("Mijlpalen"),
        new=_("Mijlpaal toevoegen"),
        intro=_(
            "Dit register houdt bij wat wanneer bereikt moet zijn. Wat eerst is afgesproken, wat "
            "nu wordt verwacht en wat is bereikt zijn drie dagen; een nieuwe verwachting krijgt "
            "een reden en de oude blijft zichtbaar."
        ),
        begin=_("Leg vast wat er moet zijn, en wanneer."),
        opened=_("Afgesproken"),
        opening=_("Afspreken"),
        tones={
            MilestoneState.PLANNED: "info",
            MilestoneState.REACHED: "positive",
            MilestoneState.DROPPED: "neutral",
            MilestoneState.WITHDRAWN: "negative",
        },
        open={MilestoneState.PLANNED: _("mijlpalen nog te bereiken")},
    ),
    model=Milestone,
    steps=MilestoneStep,
    lifecycle=LIFECYCLE,
    scope="lead",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="jaar", path="planned_on", name="year", label=_("jaar"), first=True),
        Filter(word="trekker", path="lead"),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("VK-07", "VK-08", "VK-11", "VK-16", "VK-42", "VW-11", "VD-07", "VV-16"),
    rules=rules,
    lapsed=lapsed,
)
