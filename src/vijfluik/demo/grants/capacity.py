"""Projects outside a round: capacity building, and the support centre paid from the funds."""

import datetime as dt
from collections.abc import Mapping

from vijfluik.demo.chance import stream
from vijfluik.demo.grants import giving
from vijfluik.demo.grants.facts import facts
from vijfluik.demo.grants.telling import Line
from vijfluik.programme.grants.vocabulary import Scheme

YEAR = 2018


def tell(given: giving.Given, *, lines: Mapping[tuple[str, int], Line]) -> None:
    """Their awards; of the grant to the support centre the source states no amount."""
    chance = stream(facts()["seed"], "capacity")
    line = lines[Scheme.CAPACITY, YEAR]
    for number, told in enumerate(facts()["capacity"], start=1):
        ask = giving.Ask(
            applicant="nctv" if number == 1 else "jenv",
            by="hanneke",
            title=told["title"],
            amount=told["amount"],
        )
        award = giving.award(
            ask, line=line, of=None, reference=f"CO-{YEAR}-{number:02}",
            on=dt.date(YEAR, 2, 1) + dt.timedelta(days=chance.randrange(120)), chance=chance,
            level=told["level"],
        )  # fmt: skip
        given.awards.append(award)
        given.instalments += giving.paid(award, line=line, parts=(0.5, 0.5), chance=chance)
        giving.settled(award, line=line, by="hanneke")
    _support_centre(given, line=lines[Scheme.FAMILY_SUPPORT, YEAR])


def _support_centre(given: giving.Given, *, line: Line) -> None:
    chance = stream(facts()["seed"], "support")
    ask = giving.Ask(
        applicant="lse", by="hanneke", title="Landelijk Steunpunt Extremisme 2018", amount=0
    )
    award = giving.award(
        ask, line=line, of=None, reference="SU-2018-LSE", on=dt.date(YEAR, 1, 22), chance=chance,
        signed=False,
    )  # fmt: skip
    award.correct(
        known=dt.date(YEAR, 1, 19), reason="Het bedrag staat in een vertrouwelijke bijlage.",
        amount_cents=None,
    )  # fmt: skip
    award.step(
        "grant", on=dt.date(YEAR, 1, 22), by="noor", awarded_on=dt.date(YEAR, 1, 22),
        report_by=dt.date(YEAR + 1, 4, 1),
    )  # fmt: skip
    award.step("start", on=dt.date(YEAR, 2, 1))
    award.step(
        "account", on=dt.date(YEAR + 1, 3, 20), by="hanneke", accounted_on=dt.date(YEAR + 1, 3, 20),
        results="Gezinnen en professionals zijn begeleid; zie het jaarverslag.",
    )  # fmt: skip
    # Settled, and the amount stays as unstated as that of the award.
    award.step(
        "settle", on=dt.date(YEAR + 1, 5, 22), by="noor", settled_on=dt.date(YEAR + 1, 5, 22)
    )
    given.awards.append(award)
