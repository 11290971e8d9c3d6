"""The register of budget lines, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.grants.budget_lines.acts import ACTS
from vijfluik.programme.grants.budget_lines.fields import FIELDS
from vijfluik.programme.grants.budget_lines.lifecycle import LIFECYCLE
from vijfluik.programme.grants.budget_lines.rules import rules
from vijfluik.programme.grants.budget_lines.terms import TERMS
from vijfluik.programme.grants.models import BudgetLine, BudgetLineStep
from vijfluik.programme.grants.vocabulary import LineState

REGISTER = Register(
    thing="budget_lines",
    words=Words(
        path="begrotingsregels",
        title=_("Begrotingsregels"),
        new=_("Nieuwe begrotingsregel"),
        intro=_(
            "Dit register houdt per jaar bij hoeveel geld en hoeveel fte waarvoor is begroot. Een "
            "bedrag dat de bron niet noemt, is niet vermeld en geen nul. Geld dat al in een andere "
            "regel staat, telt daar mee en nergens anders."
        ),
        begin=_("Leg vast waarvoor het geld is, en voor welk jaar."),
        begun=_("Volgende stap: vaststellen. Een ontwerp telt nog niet mee."),
        opened=_("Opgesteld"),
        opening=_("Opstellen"),
        tones={
            LineState.DRAFT: "warning",
            LineState.ADOPTED: "positive",
            LineState.CLOSED: "neutral",
            LineState.WITHDRAWN: "negative",
        },
        open={LineState.DRAFT: _("begrotingsregels in ontwerp")},
    ),
    model=BudgetLine,
    steps=BudgetLineStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="regeling", path="scheme", first=True),
        Filter(word="jaar", path="budget_year", first=True),
        Filter(word="stand", path="state", first=True),
        Filter(word="soort", path="recurrence"),
        Filter(word="budgethouder", path="organisation"),
        Filter(word="verhouding", path="overlap"),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("X-07", "VK-02", "VK-32", "VK-35", "VK-37", "VK-39", "VK-47", "VW-01"),
    rules=rules,
)
