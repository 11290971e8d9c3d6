"""The strengthening funds: yearly, for municipalities that lead a region and those they reach."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.grants import giving
from vijfluik.demo.grants.facts import facts
from vijfluik.demo.grants.municipalities import leads, names
from vijfluik.demo.grants.telling import Line, cents, shares
from vijfluik.programme.grants.vocabulary import Scheme

RECORDS = {"wolverdam": "daan", "duinmeer": "femke"}
CATEGORIES = ("network", "prevention", "expertise", "person_centred", "evaluation")
THEMES = ("youth_work", "education", "parenting", "dialogue", "professionals", "cooperation")
# Registered after the year was over, and put right since.
LATE = dt.date(2019, 3, 20)
CORRECTED = dt.date(2019, 3, 25)
DOUBLE = dt.date(2019, 3, 28)


def tell(
    given: giving.Given, *, lines: Mapping[tuple[str, int], Line], places: Mapping[str, int]
) -> None:
    """The rounds of the reporting period with all that came of them."""
    for year, wanted in facts()["strengthening"].items():
        line = lines[Scheme.STRENGTHENING, int(year)]
        _year(given, line=line, wanted=wanted, places=places)


def _year(
    given: giving.Given, *, line: Line, wanted: Mapping[str, Any], places: Mapping[str, int]
) -> None:
    chance = stream(facts()["seed"], "strengthening", line.year)
    within = _round(line, wanted=wanted, chance=chance)
    given.rounds.append(within)
    asks = _asks(year=line.year, wanted=wanted, places=places, chance=chance)
    for number, ask in enumerate(asks, start=1):
        refused = number > wanted["leads"]
        life = giving.application(
            ask, line=line, within=within, reference=f"SA-{line.year}-{number:02}",
            on=dt.date(line.year - 1, 11, 3) + dt.timedelta(days=chance.randrange(35)),
            chance=chance,
        )  # fmt: skip
        given.applications.append(life)
        given.assessments += giving.assessed(
            life, line=line, on=dt.date(line.year - 1, 12, 18), well=not refused, chance=chance
        )
        decided = dt.date(line.year, 1, 8) + dt.timedelta(days=chance.randrange(14))
        giving.decided(life, line=line, amount=None if refused else ask.amount, on=decided)
        if not refused:
            _awarded(given, ask=ask, line=line, of=life, number=number, on=decided, wanted=wanted,
                     chance=chance)  # fmt: skip


def _round(line: Line, *, wanted: Mapping[str, Any], chance: Chance) -> Any:
    threshold = {}
    if "threshold" in wanted:
        threshold = {
            "threshold_cents": cents(wanted["threshold"]),
            "threshold_from": dt.date.fromisoformat(wanted["threshold_from"]),
        }
    opens, closes = dt.date(line.year - 1, 11, 1), dt.date(line.year - 1, 12, 15)
    life = giving.round_of(
        line, holder="jenv", reference=f"SR-{line.year}", opens=opens, closes=closes,
        title=f"Versterkingsgelden {line.year}", chance=chance, **threshold,
    )  # fmt: skip
    return life.step("open", on=opens, **giving.OBJECTION).step("close", on=closes)


def _asks(
    *, year: int, wanted: Mapping[str, Any], places: Mapping[str, int], chance: Chance
) -> Sequence[giving.Ask]:
    """Those that are awarded, and behind them those that are rejected."""
    codes = leads(year=year, number=wanted["leads"])
    amounts = shares(wanted["amount"], parts=len(codes), chance=chance)
    others = [name for name in names() if name not in codes]
    reached = others[: wanted["reached"] - len(codes)]
    groups: list[list[str]] = [[] for _ in codes]
    for number, name in enumerate(reached):
        groups[number % len(codes)].append(name)
    asks = [
        _ask(name, code=code, amount=amount, others=group, places=places, chance=chance)
        for (name, code), amount, group in zip(codes.items(), amounts, groups, strict=True)
    ]
    again = list(codes.items())[2 : 2 + wanted["rejected"]]
    return asks + [
        _ask(name, code=code, amount=120_000, others=[], places=places, chance=chance)
        for name, code in again
    ]


def _ask(
    name: str, *, code: str, amount: int, others: Sequence[str], places: Mapping[str, int],
    chance: Chance,
) -> giving.Ask:  # fmt: skip
    return giving.Ask(
        applicant=code,
        by=RECORDS.get(code, "noor"),
        title=f"{chance.choice(facts()['projects'][Scheme.STRENGTHENING])} {name}",
        amount=amount,
        lead=places[name],
        participants=[places[other] for other in others],
        category=chance.choice(CATEGORIES),
        themes=sorted(chance.sample(THEMES, 2), key=THEMES.index),
    )


def _awarded(
    given: giving.Given, *, ask: giving.Ask, line: Line, of: Any, number: int, on: dt.date,
    wanted: Mapping[str, Any], chance: Chance,
) -> None:  # fmt: skip
    """One award; of 2018 one was registered late, one was put right and one stood there twice."""
    late = line.year == 2018 and number == wanted["leads"]
    above = "threshold" in wanted and ask.amount > wanted["threshold"]
    life = giving.award(
        ask, line=line, of=of, reference=f"TK-{line.year}-{number:02}",
        on=on + dt.timedelta(days=5), chance=chance, known=LATE if late else None,
        plan=giving.PLAN if above else "",
    )  # fmt: skip
    if line.year == 2018 and number == 3:
        right = life.record.participants
        life = giving.award(
            replace(ask, participants=right[:-2]), line=line, of=of,
            reference=life.record.reference, on=on + dt.timedelta(days=5), chance=chance,
        )  # fmt: skip
        life.correct(
            known=CORRECTED, by="noor", participants=tuple(right),
            reason="Twee deelnemende gemeenten waren vergeten.",
        )  # fmt: skip
    given.awards.append(life)
    if line.year == 2018 and number == 5:
        double = giving.award(
            ask, line=line, of=of, reference=f"TK-{line.year}-{number:02}b",
            on=on + dt.timedelta(days=5), chance=chance,
        )  # fmt: skip
        double.step("withdraw", on=DOUBLE, by="noor", reason="Dubbel geregistreerd.")
        given.awards.append(double)
    given.instalments += giving.paid(life, line=line, parts=(0.8, 0.2), chance=chance)
    if late:
        # Its accounting came as late as its registration.
        life.step("start", on=LATE + dt.timedelta(days=2))
        life.step(
            "account", on=dt.date(2019, 6, 4), by="noor", accounted_on=dt.date(2019, 6, 4),
            spent_cents=life.record.amount_cents, results="Uitgevoerd zoals aangevraagd.",
        )  # fmt: skip
        life.step(
            "settle", on=dt.date(2019, 7, 2), by="hanneke", settled_on=dt.date(2019, 7, 2),
            settled_cents=life.record.amount_cents,
        )  # fmt: skip
        return
    giving.settled(
        life, line=line, by=RECORDS.get(ask.applicant, "hanneke"),
        short=18_000 if number == 4 else 0,
    )  # fmt: skip
