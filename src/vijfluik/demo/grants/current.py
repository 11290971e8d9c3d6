"""Money of today: what is due today and tomorrow, what is late, and what waits for a colleague."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.grants import fund, giving
from vijfluik.demo.grants.facts import facts
from vijfluik.demo.grants.telling import FUND, Line, budget_line, cents, line_of
from vijfluik.demo.histories import Life
from vijfluik.programme.grants.vocabulary import Scheme


def _before(day: dt.date) -> Callable[[int], dt.date]:
    """The day so many days before a day."""
    return lambda days: day - dt.timedelta(days=days)


def current_lines(*, day: dt.date) -> list[Life]:
    """This year's lines, adopted; and two drafts for next year, one of them late."""
    chance = stream(facts()["seed"], "current lines")
    year = day.year
    adopted = min(dt.date(year - 1, 12, 14), day)

    def line(reference: str, scheme: str, holder: str, *, by: str, year: int, by_day: dt.date,
             **values: Any) -> Life:  # fmt: skip
        return budget_line(
            reference=reference, scheme=scheme, year=year, holder=holder, by=by, chance=chance,
            on=adopted - dt.timedelta(days=80), adopt_by=by_day, **values,
        )  # fmt: skip

    now = [
        line(f"BR-{year}-01", Scheme.STRENGTHENING, "jenv", by="noor", year=year, by_day=adopted,
             title=f"Versterkingsgelden lokale aanpak {year}", amount_cents=cents(8_200_000)),
        line(f"FB-{year}", Scheme.FUND, "fonds", by="roos", year=year, by_day=adopted,
             title=f"Bijdrage aan het onafhankelijke fonds {year}"),
    ]  # fmt: skip
    for life in now:
        life.step("adopt", on=adopted, adopted_on=adopted)
    return [
        *now,
        line(f"BR-{year + 1}-01", Scheme.STRENGTHENING, "jenv", by="noor", year=year + 1,
             by_day=day + dt.timedelta(days=1),
             title=f"Versterkingsgelden lokale aanpak {year + 1}", amount_cents=cents(8_400_000)),
        line(f"BR-{year + 1}-02", Scheme.CTER, "jenv", by="noor", year=year + 1,
             by_day=day - dt.timedelta(days=2), fte_planned=6,
             title=f"CTER-capaciteit Landelijke Eenheid {year + 1}"),
    ]  # fmt: skip


def tell(
    given: giving.Given, *, lines: list[Life], places: Mapping[str, int], day: dt.date
) -> None:
    """Work of today at the ministry, at two municipalities and at the fund."""
    chance = stream(facts()["seed"], "current")
    money, fund_money = line_of(lines[0]), line_of(lines[1])
    _ministry(given, line=money, places=places, day=day, chance=chance)
    _fund(given, line=fund_money, day=day, chance=chance)


def _ministry(
    given: giving.Given, *, line: Line, places: Mapping[str, int], day: dt.date, chance: Chance
) -> None:
    ago = _before(day)
    within = giving.round_of(
        line, holder="jenv", reference=f"SR-{day.year}", opens=ago(70), closes=day,
        title=f"Versterkingsgelden {day.year}", chance=chance,
        threshold_cents=cents(300_000), threshold_from=ago(100),
    )  # fmt: skip
    given.rounds.append(within.step("open", on=ago(70), **giving.OBJECTION))

    def applied(number: int, name: str, code: str, *, by: str, days: int, title: str) -> Life:
        ask = giving.Ask(
            applicant=code, by=by, title=title, amount=140_000 + 20_000 * number,
            lead=places[name], participants=[places["Oosterlo"], places["Ravenstad"]],
            category="network", themes=("youth_work", "cooperation"),
        )  # fmt: skip
        life = giving.application(
            ask,
            line=line,
            within=within,
            reference=f"SA-{day.year}-{number:02}",
            on=ago(days),
            chance=chance,
        )
        given.applications.append(life)
        return life

    first = applied(1, "Wolverdam", "wolverdam", by="daan", days=34, title="Vroeg erbij Wolverdam")
    late = applied(2, "Duinmeer", "duinmeer", by="femke", days=41, title="Weerbare wijken Duinmeer")
    judged = applied(3, "Wolverdam", "wolverdam", by="daan", days=45, title="Netwerk rond jongeren")
    proposed = applied(4, "Duinmeer", "duinmeer", by="femke", days=52, title="Samen in de regio")
    refused = applied(5, "Wolverdam", "wolverdam", by="daan", days=50, title="Losse bijeenkomst")
    assert first is not late  # noqa: S101 - both wait for an assessor, one of them too long
    for life, well in ((judged, True), (proposed, True), (refused, False)):
        given.assessments += giving.assessed(life, line=line, on=ago(9), well=well, chance=chance)
    proposed.step(
        "propose_award", on=ago(5), by="hanneke", proposed_cents=cents(210_000),
        reason="Voldoet op alle criteria.",
    )  # fmt: skip
    refused.step("propose_rejection", on=ago(4), by="hanneke", reason="De regio doet niet mee.")
    _awards(given, line=line, places=places, day=day, chance=chance)


def _awards(
    given: giving.Given, *, line: Line, places: Mapping[str, int], day: dt.date, chance: Chance
) -> None:
    """To sign, to account for today and too late, to settle; and instalments."""
    ago = _before(day)

    def awarded(number: int, name: str, code: str, *, on: dt.date, title: str,
                signed: bool = True) -> Life:  # fmt: skip
        ask = giving.Ask(applicant=code, by="hanneke", title=title, amount=180_000,
                         lead=places[name], participants=[places["Oosterlo"]])  # fmt: skip
        life = giving.award(
            ask, line=line, of=None, reference=f"TK-{day.year}-{number:02}", on=on, chance=chance,
            signed=signed,
        )  # fmt: skip
        given.awards.append(life)
        return life

    awarded(1, "Wolverdam", "wolverdam", on=ago(2), title="Ouders erbij", signed=False)
    for number, name, code, report_by in (
        (2, "Wolverdam", "wolverdam", day),
        (3, "Duinmeer", "duinmeer", ago(6)),
        (4, "Wolverdam", "wolverdam", day + dt.timedelta(days=1)),
    ):
        life = awarded(number, name, code, on=ago(200), title=f"Aanpak in samenhang {number}")
        life.correct(known=ago(190), by="noor", reason="De dag is met de gemeente afgesproken.",
                     report_by=report_by)  # fmt: skip
        life.step("start", on=ago(180))
        if number == 2:
            given.instalments += giving.paid(life, line=line, parts=(0.8,), chance=chance)
        later = {2: 0, 3: -3, 4: 1}[number]
        given.instalments.append(
            giving.instalment(
                life,
                line=line,
                number=2,
                amount=cents(36_000),
                on=day + dt.timedelta(days=later),
                chance=chance,
            )
        )
    done = awarded(5, "Duinmeer", "duinmeer", on=ago(260), title="Van signaal naar steun")
    done.step("start", on=ago(250))
    done.step(
        "account", on=ago(90), by="femke", accounted_on=ago(90), spent_cents=cents(171_500),
        results="Twaalf bijeenkomsten met ouders; drie scholen doen nu mee.",
    )  # fmt: skip


def _fund(given: giving.Given, *, line: Line, day: dt.date, chance: Chance) -> None:
    """At the fund: one to assess, one to decide on, one to sign, and an instalment."""
    ago = _before(day)
    within = giving.round_of(
        line,
        holder="fonds",
        reference=f"FR-{day.year}",
        opens=ago(60),
        closes=day + dt.timedelta(days=14),
        title=f"Ronde {day.year} van het fonds",
        chance=chance,
    )
    given.rounds.append(within.step("open", on=ago(60)))
    asks = [fund.ask_of(number, year=day.year, chance=chance) for number in (1, 2, 3)]
    lives = [
        giving.application(
            ask,
            line=line,
            within=within,
            reference=f"FA-{day.year}-{number:02}",
            on=ago(days),
            chance=chance,
        )
        for number, (ask, days) in enumerate(zip(asks, (34, 50, 37), strict=True), start=1)
    ]
    given.applications += lives
    given.assessments += giving.assessed(lives[1], line=line, on=ago(9), well=True, chance=chance)
    lives[1].step(
        "propose_award", on=ago(3), by=FUND.proposes, proposed_cents=cents(asks[1].amount),
        reason="Voldoet op alle criteria.",
    )  # fmt: skip
    award = giving.award(
        asks[2], line=line, of=None, reference=f"FT-{day.year}-01", on=ago(40), chance=chance
    )
    given.awards.append(award)
    given.instalments.append(
        giving.instalment(award, line=line, number=1, amount=cents(8_000), on=day, chance=chance)
    )
