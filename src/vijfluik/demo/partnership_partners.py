"""Invented partners of the partnerships."""

import datetime as dt
from collections.abc import Iterator, Mapping

from vijfluik.demo.chance import stream
from vijfluik.demo.histories import Life
from vijfluik.demo.partnership_values import Values, facts, named
from vijfluik.programme.partnerships.registers import PARTNERS

TASKS = {
    "large_bank": "ziet betalingsverkeer",
    "insurer": "ziet uitkeringen en polissen",
    "region": "voert de aanpak in de regio",
}


def partners(parents: Mapping[str, Life], *, values: Values, day: dt.date) -> Iterator[Life]:
    """Those of the report and of today; some look alike and count in no figure."""
    for told in facts()["partnership"]:
        for number, (name, sector, kind, country) in enumerate(told.get("partners", ()), start=1):
            yield _partner(
                parents[told["code"]], name=name, sector=sector, kind=kind, country=country,
                number=number,
            )  # fmt: skip
    yield from _taskforce(parents["taskforce-tf"], values=values)
    yield from _many(
        parents["opensource"],
        names=named(facts()["opensource"]["names"], count=values["osint-programme-partners"],
                    otherwise="Voorbeelddienst"),
        kind="services",
    )  # fmt: skip
    yield from _many(
        parents["zorg-veiligheid"],
        names=named(facts()["regions"]["names"], count=values["care-security-regions-supported"],
                    otherwise="Voorbeeldregio"),
        kind="region",
    )  # fmt: skip
    yield from _beside(parents)
    yield from _abroad(parents)
    yield from _current(parents, day=day)


def _taskforce(parent: Life, *, values: Values) -> Iterator[Life]:
    public = named(
        facts()["taskforce"]["public"],
        count=values["tf-taskforce-public-partners"],
        otherwise="Voorbeeldinstantie",
    )
    yield from _many(parent, names=public, kind="investigation")
    begun = len(public)
    for kind, count in values["tf-taskforce-private-partners"].items():
        names = named(facts()["taskforce"].get(kind, []), count=count, otherwise=f"Bedrijf {kind}")
        yield from _many(parent, names=names, kind=kind, sector="private", after=begun)
        begun += len(names)


def _many(
    parent: Life, *, names: list[str], kind: str, sector: str = "public", after: int = 0
) -> Iterator[Life]:
    for number, name in enumerate(names, start=after + 1):
        yield _partner(parent, name=name, sector=sector, kind=kind, number=number)


def _beside(parents: Mapping[str, Life]) -> Iterator[Life]:
    """One that left before the report, one that came after it, and one recorded twice."""
    left = _partner(parents["opensource"], name="Voormalige deelnemer", kind="services", number=90)
    joined: dt.date = left.record.joined_on
    day = joined + dt.timedelta(days=200)
    yield left.step("leave", on=day, reason="De taak ging naar een ander.", left_on=day)
    yield _partner(
        parents["zorg-veiligheid"], name="Voorbeeldregio later", kind="region", number=91,
        joined=dt.date(2020, 2, 3),
    )  # fmt: skip
    twice = _partner(parents["taskforce-tf"], name="Dubbel vastgelegde bank", sector="private",
                     kind="large_bank", number=92)  # fmt: skip
    known = twice.record.joined_on + dt.timedelta(days=400)
    yield twice.step("withdraw", on=known, reason="Dubbel vastgelegd.", by="noor")


def _abroad(parents: Mapping[str, Life]) -> Iterator[Life]:
    airports = parents["luchthavens-derde-landen"]
    told = [
        (airports, "Luchtvaartautoriteit van Kenia", "KE"),
        (airports, "Luchthavenbedrijf van Suriname", "SR"),
        (parents["bilateraal"], "Jordaans trainingscentrum", "JO"),
        (parents["bilateraal"], "Tunesische politieacademie", "TN"),
    ]
    for number, (parent, name, country) in enumerate(told, start=1):
        yield _partner(parent, name=name, kind="foreign", country=country, number=number)


def _current(parents: Mapping[str, Life], *, day: dt.date) -> Iterator[Life]:
    for reference in ("SW-nu-01", "SW-nu-02", "SW-nu-04"):
        joined = day - dt.timedelta(days=300)
        for number, (name, sector, kind) in enumerate(
            (("Politie", "public", "police"), ("Grootbank Noord", "private", "large_bank")), start=1
        ):
            yield _partner(
                parents[reference], name=name, sector=sector, kind=kind, number=number,
                joined=joined,
            )  # fmt: skip


def _partner(
    parent: Life,
    *,
    name: str,
    kind: str,
    number: int,
    sector: str = "public",
    country: str = "NL",
    joined: dt.date | None = None,
) -> Life:
    of = parent.record
    chance = stream(facts()["seed"], "partner", of.reference, number)
    on = joined or of.started_on or dt.date(2017, 12, 4)
    return Life(
        PARTNERS,
        owner=of.lead_id,
        by=parent.by,
        chance=chance,
        on=on,
        # Some are written down much later than they joined.
        known=on + dt.timedelta(days=chance.choice((1, 3, 9, 60))),
        columns={"partnership_code": of.code},
        reference=f"P-{of.reference[3:]}-{number:02}"[:40],
        partnership=of.key,
        name=name,
        sector=sector,
        kind=kind,
        country=country,
        task=TASKS.get(kind, ""),
        joined_on=on,
    )
