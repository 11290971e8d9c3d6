"""Evaluations of single awards and partnerships: each award above the threshold has one, with its
canvas; two pilots have one that everybody can read.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.histories import Life
from vijfluik.demo.owner import OWNER, opened
from vijfluik.programme.evaluations.register import REGISTER
from vijfluik.programme.evaluations.theories.register import THEORIES
from vijfluik.programme.grants.models import Award
from vijfluik.programme.grants.vocabulary import Compartment
from vijfluik.programme.partnerships.models import Partnership

BY, OWNED = "hanneke", "jenv"
BOXES: dict[str, Any] = {
    "problem": "Jongeren krijgen steun als zorgen al groot zijn.",
    "target_group": "Jongeren en wie in de wijk met hen werkt.",
    "target_group_assumption": "Wie dichtbij staat, ziet het eerst dat een jongere afhaakt.",
    "target_group_evidence": "indication",
    "activity": "Vaste gezichten in de wijk, met de ouders erbij.",
    "activity_assumption": "Jongeren praten eerder met iemand die blijft.",
    "activity_evidence": "experience",
    "mechanism": "Vertrouwen, en weten bij wie je terechtkunt.",
    "mechanism_assumption": "Vertrouwen groeit als dezelfde mensen terugkomen.",
    "mechanism_evidence": "indication",
    "outcome": "Steun begint eerder en duurt zo lang als nodig is.",
    "outcome_assumption": "Wie eerder steun vraagt, wordt ook eerder geholpen.",
    "outcome_evidence": "none",
    "indicators": "weken tussen de eerste vraag en het eerste gesprek\naantal gezinnen dat meedoet",
}


def studies_of_objects(*, seed: int) -> tuple[list[Life], list[Life]]:
    """The evaluations, and the canvases of those of awards. Awards and partnerships are there."""
    chance = stream(seed, "studies of objects")
    with opened(Award, Partnership):
        awards = list(
            Award.objects.using(OWNER)
            .filter(compartment=Compartment.PROGRAMME)
            .exclude(evaluation_plan="")
            .exclude(state="withdrawn")
            .order_by("reference")
        )
        pilots = list(
            Partnership.objects.using(OWNER)
            .filter(code__in=("lse-rechts", "buitenlandse-financiering"))
            .order_by("code")
        )
    studies = [
        _of_award(award, number=number, chance=chance)
        for number, award in enumerate(awards, start=1)
    ]
    canvases = [
        _canvas(study, number=number, chance=chance)
        for number, study in enumerate(studies, start=1)
    ]
    return [*studies, *_of_pilots(pilots, chance=chance)], canvases


def _of_award(award: Award, *, number: int, chance: Chance) -> Life:
    """Every third is of effect, the others of process."""
    kind = "effect" if number % 3 == 0 else "process"
    assert award.awarded_on is not None  # noqa: S101 - it was signed
    ordered, due = award.awarded_on - dt.timedelta(days=12), dt.date(award.budget_year + 1, 9, 1)
    life = _planned(
        chance=chance, on=ordered, due=due, reference=f"EA-{award.reference}", kind=kind,
        title=f"Evaluatie van {award.title}", item=award.item, award=award.key,
        evaluators=("leiden",), methods=("before_after", "interviews"),
    )  # fmt: skip
    begun = award.awarded_on + dt.timedelta(days=120)
    life.step("start", on=begun, started_on=begun)
    delivered = due - dt.timedelta(days=chance.randrange(5, 60))
    return _told(
        life, delivered=delivered, maturity="tested" if kind == "effect" else "plausible",
        conclusions="Wat was bedacht, is uitgevoerd; gezinnen vinden de weg eerder.",
    )  # fmt: skip


def _of_pilots(pilots: list[Partnership], *, chance: Chance) -> Iterator[Life]:
    for pilot in pilots:
        on = pilot.decided_on + dt.timedelta(days=30)
        due = pilot.evaluate_on or on + dt.timedelta(days=400)
        life = _planned(
            chance=chance, on=on, due=due, reference=f"ES-{pilot.code}"[:40], kind="process",
            title=f"Evaluatie van de proef {pilot.name}"[:200], item=pilot.item,
            partnership=pilot.key, evaluators=("aef",), methods=("interviews", "records"),
        )  # fmt: skip
        begun = on + dt.timedelta(days=60)
        life.step("start", on=begun, started_on=begun)
        yield _told(
            life, delivered=due - dt.timedelta(days=15), maturity="plausible",
            conclusions="De proef liep zoals bedacht; de partners willen afspraken vastleggen.",
        )  # fmt: skip


def _planned(*, chance: Chance, on: dt.date, due: dt.date, **values: Any) -> Life:
    return Life(
        REGISTER, owner=OWNED, by=BY, chance=chance, on=on, commissioner=OWNED, due_on=due,
        commissioned_on=on, **values,
    )  # fmt: skip


def _told(life: Life, *, delivered: dt.date, maturity: str, conclusions: str) -> Life:
    """Delivered, made public and, after a year, followed up."""
    published = delivered + dt.timedelta(days=30)
    life.step("deliver", on=delivered, delivered_on=delivered, conclusions=conclusions)
    life.step("publish", on=published, published_on=published, maturity=maturity)
    done = published + dt.timedelta(days=350)
    return life.step("follow_up", on=done, followed_up_on=done)


def _canvas(study: Life, *, number: int, chance: Chance) -> Life:
    on = study.record.commissioned_on
    life = Life(
        THEORIES, owner=OWNED, by=BY, chance=chance, on=on, reference=f"VT-A-{number:02}",
        title=study.record.title.removeprefix("Evaluatie van "), evaluation=study.record.key,
        begun_on=on, **BOXES,
    )  # fmt: skip
    agreed = on + dt.timedelta(days=40)
    return life.step("agree", on=agreed, agreed_on=agreed)
