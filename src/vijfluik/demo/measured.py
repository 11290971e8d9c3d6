"""Invented measurements before and after, and the lessons of studies; one is still to be done."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.histories import Life
from vijfluik.programme.evaluations.lessons.register import LESSONS
from vijfluik.programme.evaluations.lessons.vocabulary import Shelf
from vijfluik.programme.evaluations.measurements.register import MEASUREMENTS

SEED = 20190521
Lives = Mapping[str, Life]
BEFORE, AFTER = dt.date(2018, 5, 14), dt.date(2018, 11, 26)
# Indicator, group, unit, and of before and after: how many people, and the number.
MEASURED = (
    ("Deelnemers die de afgelopen maand een zorg bespraken", "reached", "percent",
     (148, "41.2"), (131, "57.3")),
    ("Deelnemers die de afgelopen maand een zorg bespraken", "compared", "percent",
     (96, "39.6"), (88, "42.0")),
    ("Vertrouwen in het eigen oordeel", "reached", "mark", (148, "5.8"), (131, "6.9")),
)  # fmt: skip
# The study, how it went, for whom, and what is to be read.
TOLD: tuple[tuple[str, str, tuple[str, ...], str, str, str, str], ...] = (
    ("training-signalen", "partly", ("municipality", "education", "youth_work"),
     "Zonder terugkomdag zakt het geleerde weg",
     "Een dag training met oefengesprekken, in twee regio's met en in een zonder terugkomdag.",
     "Waar geen terugkomdag was, bespraken deelnemers na drie maanden weer even weinig zorgen.",
     "Plan de terugkomdag als u de training plant, en vraag deelnemers een eigen voorbeeld mee."),
    ("campagne-2018", "went_well", ("municipality", "safety_region"),
     "Zeg eerst wat mensen zelf kunnen doen",
     "De boodschap begon in de ene versie met het gevaar, in de andere met wat u zelf kunt doen.",
     "De tweede versie werd beter onthouden en riep minder vragen op.",
     "Begin een bericht met één handeling. Leg daarna pas uit waarom."),
    ("lse-2018", "did_not", ("municipality",),
     "Een folder brengt kleine gemeenten niet bij het steunpunt",
     "Kleine gemeenten kregen een folder over het steunpunt voor families.",
     "Doorverwijzingen namen er niet door toe; gemeenten wisten niet wie zij konden bellen.",
     "Noem een telefoonnummer en bel zelf een keer op om u voor te stellen."),
)  # fmt: skip


def measurements(told: Lives, *, day: dt.date) -> Iterator[Life]:
    """Of one study whole pairs, and one that was agreed on and is still to be done."""
    study, chance = told["training-signalen"], stream(SEED, "measurements")
    first: Life | None = None
    for number, (indicator, cohort, unit, before, after) in enumerate(MEASURED, start=1):
        of: dict[str, Any] = {"indicator": indicator, "cohort": cohort, "unit": unit}
        earlier = _measured(
            study, chance=chance, on=BEFORE, found=before, reference=f"MT-{number:02}-0",
            phase="before", **of,
        )  # fmt: skip
        yield earlier
        yield _measured(
            study, chance=chance, on=AFTER, found=after, reference=f"MT-{number:02}-1",
            phase="after", baseline=earlier.record.key, **of,
        )  # fmt: skip
        first = first or earlier
    if first is not None:
        yield _planned(
            study, chance=chance, begun=day - dt.timedelta(days=30), reference="MT-01-2",
            on=day + dt.timedelta(days=4), phase="later", baseline=first.record.key,
            indicator=MEASURED[0][0], cohort="reached", unit="percent",
        )  # fmt: skip


def _planned(
    study: Life, *, chance: Chance, begun: dt.date, on: dt.date, reference: str, **values: Any
) -> Life:
    return Life(
        MEASUREMENTS, owner=study.record.organisation_id, by=study.by, chance=chance, on=begun,
        reference=reference, evaluation=study.record.key, instrument="survey", planned_on=on,
        **values,
    )  # fmt: skip


def _measured(
    study: Life, *, chance: Chance, on: dt.date, found: tuple[int, str], **values: Any
) -> Life:
    life = _planned(study, chance=chance, begun=on - dt.timedelta(days=20), on=on, **values)
    people, value = found
    return life.step("measure", on=on, measured_on=on, people=people, value=Decimal(value))


def lessons(told: Lives, *, cited: Callable[[Life], str], day: dt.date) -> Iterator[Life]:
    """Three that every partner reads, and one that is being written."""
    chance = stream(SEED, "lessons")
    for number, (code, outcome, audience, title, situation, learned, advice) in enumerate(
        TOLD, start=1
    ):
        study = told[code]
        on = study.record.published_on + dt.timedelta(days=14)
        life = _written(
            study, chance=chance, on=on, reference=f"LS-{number:02}", outcome=outcome,
            audience=audience, title=title, situation=situation, learned=learned, advice=advice,
            study=cited(study),
        )  # fmt: skip
        published = on + dt.timedelta(days=21)
        # The database says so of the row itself; of its versions we do.
        life.record.compartment = Shelf.PUBLIC
        yield life.step("publish", on=published, published_on=published)
    study = told["training-signalen"]
    yield _written(
        study, chance=chance, on=day - dt.timedelta(days=9), reference="LS-04", outcome="partly",
        audience=("education",), title="Oefenen met een acteur vraagt tijd van de docent",
        situation="Scholen oefenden met een acteur in plaats van met elkaar.",
        learned="Docenten vonden het leerzaam; de voorbereiding kostte twee dagdelen.",
        advice="Reken de voorbereiding mee voor u kiest.", study=cited(study),
    )  # fmt: skip


def _written(life: Life, *, chance: Chance, on: dt.date, reference: str, **values: Any) -> Life:
    return Life(
        LESSONS, owner=life.record.organisation_id, by=life.by, chance=chance, on=on,
        columns={"item": life.record.item}, reference=reference, evaluation=life.record.key,
        written_on=on, **values,
    )  # fmt: skip
