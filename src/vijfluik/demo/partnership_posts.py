"""Invented posts and secondments; functions only."""

import datetime as dt
from collections.abc import Iterator, Mapping

from vijfluik.demo.chance import stream
from vijfluik.demo.histories import Life
from vijfluik.demo.partnership_values import Values, facts, years_on
from vijfluik.programme.partnerships.registers import POSTS


def posts(parents: Mapping[str, Life], *, values: Values, day: dt.date) -> Iterator[Life]:
    """Those of the report, prolonged until today, and two that ended."""
    network = parents["ct-netwerk"]
    for number, region in enumerate(facts()["posts"]["regional"][: values["ct-expert-regions"]]):
        life = _post(network, title="Regionale deskundige", number=number, kind="regional",
                     region=region, host="Nederlandse ambassade")  # fmt: skip
        yield _kept(life, number=number, day=day)
    countries = facts()["posts"]["bilateral"][: values["ct-expert-bilateral-named"]]
    for number, country in enumerate(countries, start=50):
        life = _post(parents["bilateraal"], title="Bilaterale deskundige", number=number,
                     kind="bilateral", country=country, host="Nederlandse ambassade")  # fmt: skip
        yield _kept(life, number=number, day=day)
    yield _gulf(network, words=values["ct-expert-gulf-end"])
    yield _seconded(parents["eu-preventie"], years=values["eu-secondment-term"], day=day)
    yield _post(network, title="Deskundige bij een internationale organisatie", number=80,
                kind="organisation", host="Verenigde Naties",
                decided=day - dt.timedelta(days=25))  # fmt: skip


def _kept(life: Life, *, number: int, day: dt.date) -> Life:
    """Filled before the report and prolonged twice; the ends lie round the day of loading."""
    begun = dt.date(2016, 9, 1)
    life.step("fill", on=begun, from_on=begun, until_on=dt.date(2019, 12, 31))
    for on, until in (
        (dt.date(2019, 11, 4), dt.date(2023, 12, 31)),
        (dt.date(2023, 11, 6), day + dt.timedelta(days=(-4, 0, 1)[number] if number < 3 else 200)),
    ):
        life.step(
            "prolong", on=on, reason="De post is nodig voor de dialoog in de regio.", until_on=until
        )
    reported = day - dt.timedelta(days=30 + number % 7)
    return life.step(
        "report",
        on=reported,
        reported_on=reported,
        report="Twee gesprekken met partners in de regio; een training is voorbereid.",
    )


def _gulf(parent: Life, *, words: str) -> Life:
    life = _post(parent, title="Deskundige in de Golfregio", number=70, code="ct-golf",
                 kind="additional", region="gulf", host="Nederlandse ambassade")  # fmt: skip
    life.step("fill", on=dt.date(2016, 9, 1), from_on=dt.date(2016, 9, 1), until_said=words)
    return life.step(
        "end",
        on=dt.date(2019, 9, 2),
        reason="De meerwaarde bleek beperkt.",
        until_on=dt.date(2019, 8, 31),
        handover="Het ministerie zet de taken bilateraal en vanuit Nederland voort.",
    )


def _seconded(parent: Life, *, years: int, day: dt.date) -> Life:
    begun = dt.date(2018, 9, 3)
    until = years_on(begun, years) - dt.timedelta(days=1)
    life = _post(parent, title="Deskundige preventie", number=71, code="eu-detachering",
                 kind="secondment", country="BE", host="Europese Commissie",
                 decided=dt.date(2018, 7, 2))  # fmt: skip
    life.step("fill", on=begun, from_on=begun, until_on=until, term_years=years)
    if until >= day:
        return life
    return life.step(
        "end",
        on=until,
        reason="De termijn is voorbij.",
        handover="Het coördinatiepunt in Den Haag volgt de aanbevelingen.",
    )


def _post(
    parent: Life,
    *,
    title: str,
    number: int,
    kind: str,
    code: str = "",
    region: str = "",
    country: str = "",
    host: str = "",
    decided: dt.date = dt.date(2016, 5, 2),
) -> Life:
    of = parent.record
    return Life(
        POSTS,
        owner=of.lead_id,
        by=parent.by,
        chance=stream(facts()["seed"], "post", number),
        on=decided,
        reference=f"F-{number:02}",
        partnership=of.key,
        code=code,
        title=title,
        kind=kind,
        region=region,
        country=country,
        host=host,
        decided_on=decided,
    )
