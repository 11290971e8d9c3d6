"""What the independent fund has evaluated of its own awards, behind its wall: a study that is out,
with what it found and advises, and one of today.
"""

import datetime as dt
from dataclasses import dataclass, field

from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.histories import Life
from vijfluik.demo.object_studies import BOXES
from vijfluik.demo.owner import OWNER, opened
from vijfluik.programme.evaluations.findings.register import FINDINGS
from vijfluik.programme.evaluations.recommendations.register import RECOMMENDATIONS
from vijfluik.programme.evaluations.register import REGISTER
from vijfluik.programme.evaluations.theories.register import THEORIES
from vijfluik.programme.grants.models import Award
from vijfluik.programme.grants.vocabulary import COMMITTED, Compartment

SEED = 20180312
BY, OWNED = "roos", "fonds"
# The database fills it when people record.
BEHIND = {"compartment": Compartment.FUND}


@dataclass(kw_only=True)
class Told:
    """The lives, by register."""

    studies: list[Life] = field(default_factory=list)
    findings: list[Life] = field(default_factory=list)
    recommendations: list[Life] = field(default_factory=list)
    theories: list[Life] = field(default_factory=list)


def studies_of_the_fund(*, day: dt.date) -> Told:
    """Of the first award of 2018 and of the last one; the awards are there."""
    chance = stream(SEED, "studies of the fund")
    with opened(Award):
        awards = Award.objects.using(OWNER).filter(
            compartment=Compartment.FUND, state__in=COMMITTED
        )
        first = awards.filter(budget_year=2018).order_by("reference").first()
        latest = awards.order_by("awarded_on", "reference").last()
    told = Told()
    if first is None or latest is None or first == latest:
        return told
    _public(told, award=first, chance=chance)
    on = day - dt.timedelta(days=25)
    running = _study(latest, chance=chance, on=on, due=day + dt.timedelta(days=40), number=2)
    told.studies.append(running.step("start", on=on, started_on=on))
    return told


def _study(award: Award, *, chance: Chance, on: dt.date, due: dt.date, number: int) -> Life:
    return Life(
        REGISTER, owner=OWNED, by=BY, chance=chance, on=on, columns=BEHIND, commissioner=OWNED,
        title=f"Evaluatie van {award.title}"[:200], reference=f"EF-{number:02}", item=award.item,
        award=award.key, kind="process", evaluators=("aef",), methods=("interviews", "records"),
        commissioned_on=on, due_on=due,
    )  # fmt: skip


def _public(told: Told, *, award: Award, chance: Chance) -> None:
    """Delivered, made public, followed up; with its canvas, a finding and a recommendation."""
    on = dt.date(2018, 5, 14)
    study = _study(award, chance=chance, on=on, due=dt.date(2018, 12, 14), number=1)
    study.step("start", on=on + dt.timedelta(days=20), started_on=on + dt.timedelta(days=20))
    delivered, public = dt.date(2018, 12, 3), dt.date(2019, 1, 15)
    study.step(
        "deliver", on=delivered, delivered_on=delivered,
        conclusions="Makers bereiken een publiek dat zij al kenden; nieuwe kijkers komen traag.",
    )  # fmt: skip
    study.step("publish", on=public, published_on=public, maturity="plausible")
    told.studies.append(study)
    of = {"owner": OWNED, "by": BY, "chance": chance, "columns": BEHIND,
          "evaluation": study.record.key}  # fmt: skip
    told.findings.append(
        Life(
            FINDINGS,
            on=delivered,
            reference="BF-01",
            title="Het publiek komt via bekenden",
            study="AEF, evaluatie van één project van het fonds (2018, verzonnen)",
            about="practice",
            strength="indication",
            found_on=delivered,
            **of,
        )
    )
    told.recommendations.append(
        Life(
            RECOMMENDATIONS,
            on=delivered,
            reference="AF-01",
            addressee=OWNED,
            made_on=delivered,
            title="Vraag bij de aanvraag hoe nieuwe kijkers worden bereikt",
            **of,
        )
    )
    agreed = on + dt.timedelta(days=10)
    told.theories.append(
        Life(
            THEORIES, on=on, reference="VT-F-01", title=award.title, begun_on=on, **BOXES, **of
        ).step("agree", on=agreed, agreed_on=agreed)
    )
