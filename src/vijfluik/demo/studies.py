"""Invented evaluations with findings, recommendations and theories: of the report and of today."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.fund_studies import studies_of_the_fund
from vijfluik.demo.histories import Life, load_lives
from vijfluik.demo.measured import lessons, measurements
from vijfluik.demo.object_studies import studies_of_objects
from vijfluik.demo.owner import OWNER, opened
from vijfluik.demo.targets import Targets
from vijfluik.programme.evaluations.findings.register import FINDINGS
from vijfluik.programme.evaluations.lessons.register import LESSONS
from vijfluik.programme.evaluations.measurements.register import MEASUREMENTS
from vijfluik.programme.evaluations.recommendations.register import RECOMMENDATIONS
from vijfluik.programme.evaluations.register import REGISTER
from vijfluik.programme.evaluations.theories.register import THEORIES
from vijfluik.programme.evaluations.theories.vocabulary import ARROWS, BOXES
from vijfluik.programme.publications.models import Publication

FILE = Path(__file__).with_name("studies.toml")
# Delivered and published when no target says so.
DAYS: Mapping[str, tuple[dt.date, dt.date]] = {
    "fonds-2018": (dt.date(2018, 10, 2), dt.date(2018, 11, 12)),
    "campagne-2018": (dt.date(2018, 11, 30), dt.date(2019, 1, 21)),
    "training-signalen": (dt.date(2019, 1, 18), dt.date(2019, 2, 25)),
}
Lives = Mapping[str, Life]


@cache
def facts() -> dict[str, Any]:
    """The table of the generator."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def load_studies(*, day: dt.date, targets: Targets) -> int:
    """Write them, in the transaction that the caller opened; `day` is today.

    Publications, awards and partnerships are there already: some of them were evaluated.
    """
    chance = stream(facts()["seed"], "studies")
    told = {each["code"]: _study(each, targets=targets, chance=chance)
            for each in facts()["studies"]}  # fmt: skip
    told["ter"] = _ter(chance=chance)
    told |= dict(_planned(targets, chance=chance))
    current = list(_current(day=day, chance=chance))
    of_objects, canvases = studies_of_objects(seed=facts()["seed"])
    fund = studies_of_the_fund(day=day)
    count = load_lives(REGISTER, [*told.values(), *current, *of_objects, *fund.studies])
    found = _findings(told, targets=targets, chance=chance)
    count += load_lives(FINDINGS, [*found, *fund.findings])
    advised = _advised(told, current=current, day=day, chance=chance)
    count += load_lives(RECOMMENDATIONS, [*advised, *fund.recommendations])
    theories = [*_theories(told, chance=chance), *canvases, *fund.theories]
    count += load_lives(THEORIES, theories)
    count += load_lives(MEASUREMENTS, measurements(told, day=day))
    return count + load_lives(LESSONS, lessons(told, cited=_cited, day=day))


def _study(told: Mapping[str, Any], *, targets: Targets, chance: Chance) -> Life:
    """A study from its order to its publication."""
    delivered, published = _days(told["code"], targets=targets)
    return _public(
        chance=chance,
        delivered=delivered,
        published=published,
        conclusions=told["conclusions"],
        maturity=told["maturity"],
        owner=told.get("owner", "wodc"),
        by=told.get("by", "marleen"),
        code=told["code"],
        title=told["title"],
        item=told["item"],
        kind=told["kind"],
        commissioner=told["commissioner"],
        evaluators=tuple(told["evaluators"]),
        methods=tuple(told["methods"]),
        provision=told.get("provision", ""),
        subject_item=told.get("subject_item", ""),
        training=told.get("training"),
        publication=_publication(told.get("publication", "")),
    )


def _days(code: str, *, targets: Targets) -> tuple[dt.date, dt.date]:
    """The days of delivery and publication: those of the targets where a figure reads them."""
    if code == "lse-2018":
        delivered = targets.rooms["lse-evaluation-date"]
        return delivered, delivered + dt.timedelta(days=22)
    if code == "twbmt-eerste-periode":
        published = targets.rooms["twbmt-first-period-report"]
        return published - dt.timedelta(days=30), published
    return DAYS[code]


def _publication(code: str) -> Any:
    if not code:
        return None
    with opened(Publication):
        return Publication.objects.using(OWNER).get(code=code).key


def _ter(*, chance: Chance) -> Life:
    """The study of team TER: its three numbers lie within one another."""
    return _public(
        chance=chance, delivered=dt.date(2018, 9, 28), published=dt.date(2018, 11, 7),
        conclusions="De aanpak sluit aan bij de wetenschappelijke literatuur; de onderzoekers zien "
        "een bijdrage aan het voorkomen van recidive.",
        maturity="tested", code="ter-leiden", title="Re-integratie van gedetineerden met een "
        "extremistische achtergrond", item="VV-15", kind="effect", subject_item="VV-14",
        commissioner="jenv", evaluators=("leiden",), methods=("cases", "interviews", "records"),
        period_from=dt.date(2012, 1, 1), period_until=dt.date(2018, 6, 30),
    )  # fmt: skip


def _planned(targets: Targets, *, chance: Chance) -> Iterator[tuple[str, Life]]:
    """Two that were still to come at the time of the report, and what became of them."""
    due = targets.rooms["twbmt-evaluation-deadline"]
    act = _ordered(
        chance=chance, on=due - dt.timedelta(days=520), due=due, code="twbmt-wodc",
        title="Evaluatie van de Tijdelijke wet bestuurlijke maatregelen", item="VK-26",
        kind="effect", subject_item="VK-25", commissioner="jenv", evaluators=("wodc",),
        methods=("records", "interviews", "cases"), provision="twbmt-12",
    )  # fmt: skip
    act.step("start", on=due - dt.timedelta(days=400), started_on=due - dt.timedelta(days=400))
    yield "twbmt-wodc", _ended(
        act, delivered=due - dt.timedelta(days=40), published=due - dt.timedelta(days=12),
        conclusions="De wet is terughoudend toegepast.", maturity="tested",
    )  # fmt: skip
    year = targets.rooms["nationality-research-year"]
    nationality = _ordered(
        chance=chance, on=year - dt.timedelta(days=380), due=year,
        code="intrekking-nederlanderschap",
        title="Onderzoek naar de effecten van intrekken van het Nederlanderschap", item="VK-29",
        kind="effect", subject_item="VK-29", commissioner="jenv", evaluators=("wodc",),
        methods=("literature", "interviews"),
    )  # fmt: skip
    begun = year - dt.timedelta(days=200)
    nationality.step("start", on=begun, started_on=begun)
    yield "intrekking-nederlanderschap", _ended(
        nationality, delivered=year - dt.timedelta(days=3), published=year + dt.timedelta(days=60),
        conclusions="Over effecten is nog weinig te zeggen.", maturity="described",
    )  # fmt: skip


def _current(*, day: dt.date, chance: Chance) -> Iterator[Life]:
    """One due tomorrow, one that is late, one to be made public, one only planned."""
    for number, (title, item, days, due, owner, by) in enumerate(
        (
            ("Evaluatie van de gesprekstraining in het mbo", "VK-20", 300, 1, "wodc", "marleen"),
            ("Inspectie van de nazorg na incidenten", "VB-09", 260, -6, "ijenv", "pieter"),
            ("Onderzoek naar weerbaarheid van jongeren", "VK-20", 700, 90, "wodc", "marleen"),
        ),
        start=1,
    ):
        on = day - dt.timedelta(days=days)
        life = _ordered(
            chance=chance, on=on, due=day + dt.timedelta(days=due), code="", title=title,
            reference=f"{day.year}-E-{number}", item=item, kind="process", subject_item=item,
            commissioner="jenv", evaluators=("leiden",), methods=("interviews",), owner=owner,
            by=by,
        )  # fmt: skip
        begun = on + dt.timedelta(days=60)
        yield life.step("start", on=begun, started_on=begun)
    delivered = day - dt.timedelta(days=41)
    waiting = _ordered(
        chance=chance, on=day - dt.timedelta(days=400), due=delivered, code="",
        title="Evaluatie van het adviesloket voor gemeenten", reference=f"{day.year}-E-4",
        item="X-08", kind="process", subject_item="VK-04", commissioner="szw",
        evaluators=("aef",), methods=("survey", "interviews"),
    )  # fmt: skip
    begun = day - dt.timedelta(days=300)
    waiting.step("start", on=begun, started_on=begun)
    yield waiting.step("deliver", on=delivered, delivered_on=delivered)
    yield _ordered(
        chance=chance, on=day - dt.timedelta(days=12), due=day + dt.timedelta(days=400), code="",
        title="Planevaluatie van de toolkit voor gemeenten", reference=f"{day.year}-E-5",
        item="VK-11", kind="plan", subject_item="VK-11", commissioner="szw",
        evaluators=("leiden",), methods=("literature",),
    )  # fmt: skip


def _findings(told: Lives, *, targets: Targets, chance: Chance) -> Iterator[Life]:
    for study in facts()["studies"]:
        life = told[study["code"]]
        for number, (title, about, strength) in enumerate(study["findings"], start=1):
            yield _finding(
                life, chance=chance, reference=f"{study['code']}-{number}"[:40], title=title,
                about=about, strength=strength, study=_cited(life),
            )  # fmt: skip
    yield from _nested(told["ter"], targets=targets, chance=chance)


def _nested(life: Life, *, targets: Targets, chance: Chance) -> Iterator[Life]:
    """189 cases, of which 7, of which 4: each is part of the one before."""
    whole = None
    for code, title, counted in (
        ("ter-cases-total", "Casussen van het team in de onderzochte periode",
         "Alle casussen die het team in de onderzochte periode in behandeling had."),
        ("ter-recidivism", "Casussen met recidive",
         "Casussen met een nieuwe verdenking of veroordeling van welke soort ook."),
        ("ter-recidivism-terrorism", "Casussen met recidive die met terrorisme te maken had",
         "Het deel daarvan waarin de nieuwe verdenking een terroristisch misdrijf was."),
    ):  # fmt: skip
        made = _finding(
            life, chance=chance, reference=code, code=code, title=title, about="outcome",
            strength="plausible", study=_cited(life), number=targets.rooms[code], unit="cases",
            definition=counted, part_of=whole, period_from=dt.date(2012, 1, 1),
            period_until=dt.date(2018, 6, 30),
        )  # fmt: skip
        whole = made.record.key
        yield made
    yield _finding(
        life, chance=chance, reference="ter-bijdrage", about="effect", strength="indication",
        title="De onderzoekers zien een bijdrage aan het voorkomen van recidive",
        study=_cited(life), detail="Zonder vergelijkingsgroep blijft open hoe groot zij is.",
    )  # fmt: skip


def _advised(told: Lives, *, current: list[Life], day: dt.date, chance: Chance) -> Iterator[Life]:
    for study in facts()["studies"]:
        for number, (title, addressee, state) in enumerate(study["recommendations"], start=1):
            yield _recommended(
                told[study["code"]], chance=chance, reference=f"{study['code']}-{number}"[:40],
                title=title, addressee=addressee, state=state, due=day + dt.timedelta(days=45),
            )  # fmt: skip
    for number, (title, addressee, state) in enumerate(
        (
            ("Deel informatie eerder met samenwerkingspartners", "jenv", "done"),
            ("Versterk de onderlinge samenwerking", "jenv", "accepted"),
            ("Ontwikkel instrumenten en interventies door", "jenv", "accepted"),
        ),
        start=1,
    ):
        late = dt.timedelta(days=-2 if number == 2 else 1)
        yield _recommended(
            told["ter"], chance=chance, reference=f"ter-{number}", title=title,
            addressee=addressee, state=state, due=day + late,
        )  # fmt: skip
    yield _recommended(
        current[3], chance=chance, reference=f"{day.year}-R-1", state="open", addressee="szw",
        title="Beschrijf welke vragen niet bij het loket horen", due=day,
        on=day - dt.timedelta(days=41),
    )  # fmt: skip


def _recommended(
    life: Life,
    *,
    chance: Chance,
    reference: str,
    title: str,
    addressee: str,
    state: str,
    due: dt.date,
    on: dt.date | None = None,
) -> Life:
    made = on or life.record.published_on
    told = Life(
        RECOMMENDATIONS, owner=life.record.organisation_id, by=life.by, chance=chance, on=made,
        reference=reference, title=title, addressee=addressee, made_on=made,
        evaluation=life.record.key,
    )  # fmt: skip
    if state == "open":
        return told
    answered = made + dt.timedelta(days=60)
    told.step(
        "accept", on=answered, responded_on=answered, response="Wij nemen dit over.",
        due_on=due if state == "accepted" else answered + dt.timedelta(days=200),
    )  # fmt: skip
    if state == "done":
        done = answered + dt.timedelta(days=170)
        told.step("settle", on=done, done_on=done)
    return told


def _theories(told: Lives, *, chance: Chance) -> Iterator[Life]:
    names = [*BOXES, *(arrow.assumption for arrow in ARROWS), *(arrow.evidence for arrow in ARROWS)]
    for number, each in enumerate(facts()["theories"], start=1):
        study = told[each["study"]]
        on = study.record.commissioned_on + dt.timedelta(days=30)
        life = Life(
            THEORIES, owner=study.record.organisation_id, by=study.by, chance=chance, on=on,
            reference=f"VT-{number:02}", title=each["title"], evaluation=study.record.key,
            begun_on=on, indicators=each.get("indicators", ""),
            **{name: each[name] for name in names},
        )  # fmt: skip
        if each["agreed"]:
            agreed = on + dt.timedelta(days=45)
            life.step("agree", on=agreed, agreed_on=agreed)
        yield life


def _cited(life: Life) -> str:
    """Who studied it and when, as the source cites it."""
    names = {"leiden": "Universiteit Leiden", "aef": "AEF", "wodc": "WODC"}
    who = " en ".join(names[each] for each in life.record.evaluators)
    return f"{who}, {life.record.title} ({life.record.delivered_on.year})"[:120]


def _finding(life: Life, *, chance: Chance, **values: Any) -> Life:
    on = life.record.published_on
    told = Life(
        FINDINGS, owner=life.record.organisation_id, by=life.by, chance=chance, on=on,
        evaluation=life.record.key, found_on=on, **values,
    )  # fmt: skip
    return told.step("publish", on=on + dt.timedelta(days=5))


def _public(
    *,
    chance: Chance,
    delivered: dt.date,
    published: dt.date,
    conclusions: str,
    maturity: str,
    **values: Any,
) -> Life:
    life = _ordered(
        chance=chance, on=delivered - dt.timedelta(days=330), due=delivered, **values
    )  # fmt: skip
    begun = delivered - dt.timedelta(days=270)
    life.step("start", on=begun, started_on=begun)
    return _ended(
        life, delivered=delivered, published=published, conclusions=conclusions, maturity=maturity
    )


def _ended(
    life: Life, *, delivered: dt.date, published: dt.date, conclusions: str, maturity: str
) -> Life:
    """Delivered, made public and, after a year, followed up."""
    life.step("deliver", on=delivered, delivered_on=delivered, conclusions=conclusions)
    life.step("publish", on=published, published_on=published, maturity=maturity)
    done = published + dt.timedelta(days=350)
    return life.step("follow_up", on=done, followed_up_on=done)


def _ordered(
    *,
    chance: Chance,
    on: dt.date,
    due: dt.date,
    code: str,
    owner: str = "wodc",
    by: str = "marleen",
    reference: str = "",
    **values: Any,
) -> Life:
    return Life(
        REGISTER, owner=owner, by=by, chance=chance, on=on, code=code, due_on=due,
        reference=reference or f"E-{code}"[:40], commissioned_on=on, **values,
    )  # fmt: skip
