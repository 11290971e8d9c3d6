"""The register of evaluations, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.choices import served_choices
from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.evaluations.acts import ACTS
from vijfluik.programme.evaluations.fields import FIELDS
from vijfluik.programme.evaluations.lifecycle import LIFECYCLE
from vijfluik.programme.evaluations.models import Evaluation, EvaluationStep
from vijfluik.programme.evaluations.rules import rules
from vijfluik.programme.evaluations.terms import TERMS
from vijfluik.programme.evaluations.vocabulary import DIFFUSE, State

# Items that are research, that the source says are evaluated, or whose awards or pilots are.
SERVED = (
    "X-08", "VK-02", "VK-11", "VK-13", "VK-16", "VK-19", "VK-20", "VK-26", "VK-29", "VK-35",
    "VK-38", "VB-07", "VB-09", "VV-15",
)  # fmt: skip

REGISTER = Register(
    thing="evaluations",
    words=Words(
        path="evaluaties",
        title=_("Evaluaties"),
        new=_("Nieuwe evaluatie"),
        intro=_(
            "Dit register houdt bij wat er wordt onderzocht, wie dat doet en voor wie, wanneer het "
            "klaar moet zijn, wat eruit kwam en wat ermee is gedaan."
        ),
        begin=_("Leg vast wat er wordt onderzocht, en wanneer het klaar moet zijn."),
        begun=_("Volgende stap: beginnen."),
        caveat=DIFFUSE,
        opened=_("Opdracht gegeven"),
        opening=_("Opdracht geven"),
        tones={
            State.PLANNED: "neutral",
            State.RUNNING: "info",
            State.DELIVERED: "warning",
            State.PUBLISHED: "positive",
            State.FOLLOWED_UP: "positive",
            State.WITHDRAWN: "negative",
        },
        open={
            State.RUNNING: _("evaluaties lopen"),
            State.DELIVERED: _("evaluaties nog niet openbaar"),
        },
        help="evaluations/help.html",
    ),
    model=Evaluation,
    steps=EvaluationStep,
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
        Filter(word="rijpheid", path="maturity"),
        Filter(word="methode", path="methods", label=_("methode")),
        Filter(word="coordinatie", path="organisation"),
        Filter(word="opdrachtgever", path="commissioner"),
        Filter(word="jaar", path="due_on", name="year", label=_("jaar van oplevering")),
    ),
    acts=ACTS,
    terms=TERMS,
    items=SERVED,
    rules=rules,
)
