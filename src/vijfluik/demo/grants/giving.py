"""From a round to what was paid: the life of one application and of the award that came of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vijfluik.core.partners.models import Purpose
from vijfluik.core.versions.loading import PastVersion
from vijfluik.demo.chance import Chance, key
from vijfluik.demo.grants.facts import facts
from vijfluik.demo.grants.telling import Line, cents, desk_of, told
from vijfluik.demo.histories import Life
from vijfluik.demo.people import key_of
from vijfluik.demo.workdays import working_day
from vijfluik.programme.grants.registers import APPLICATIONS, AWARDS, INSTALMENTS, ROUNDS

DAY = dt.timedelta(days=1)
CONDITIONS = "Besteed het geld in het begrotingsjaar en verantwoord het voor de genoemde dag."
PLAN = (
    "Doel: jongeren vinden eerder steun. Doelgroep: jongeren en wie met hen werkt. Werkzame "
    "elementen: vaste gezichten, ouders erbij. Gevolgd met een nulmeting en een meting na een jaar."
)
# Invented, like the lawyers who have not confirmed the statutory term.
OBJECTION: Mapping[str, Any] = {
    "objection_weeks": 6,
    "objection_basis": "Voorbeeldregeling van de demonstratie, artikel 9 (verzonnen)",
}


@dataclass(kw_only=True)
class Given:
    """All that was told of the money, register by register."""

    rounds: list[Life] = field(default_factory=list)
    applications: list[Life] = field(default_factory=list)
    assessments: list[PastVersion] = field(default_factory=list)
    awards: list[Life] = field(default_factory=list)
    instalments: list[Life] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What somebody asks for; `by` recorded it."""

    applicant: str
    by: str
    title: str
    amount: int
    lead: int | None = None
    participants: Sequence[int] = ()
    category: str = "prevention"
    themes: Sequence[str] = ("youth_work",)


def round_of(
    line: Line, *, holder: str, reference: str, title: str, opens: dt.date, closes: dt.date,
    chance: Chance, **values: Any,
) -> Life:  # fmt: skip
    """A round that was announced; the caller opens and closes it."""
    return told(
        ROUNDS, line=line, owner=holder, by=desk_of(line).proposes, chance=chance,
        on=opens - dt.timedelta(days=30), reference=reference, title=title,
        budget_line=line.key, opens_on=opens, closes_on=closes,
        criteria="\n".join(facts()["criteria"][line.scheme]), **values,
    )  # fmt: skip


def application(
    ask: Ask, *, line: Line, within: Life, reference: str, on: dt.date, chance: Chance
) -> Life:
    """An application, as it came in."""
    return told(
        APPLICATIONS, line=line, owner=ask.applicant, by=ask.by, chance=chance, on=on,
        reference=reference, title=ask.title, round=within.record.key, lead=ask.lead,
        participants=tuple(ask.participants), category=ask.category, themes=tuple(ask.themes),
        asked_cents=cents(ask.amount * 1.1), applied_on=on,
    )  # fmt: skip


def assessed(
    life: Life, *, line: Line, on: dt.date, well: bool, chance: Chance
) -> list[PastVersion]:
    """Judge it on each criterion and bring it to "assessed"; answers the findings."""
    desk = desk_of(line)
    life.step("assess", on=on, by=desk.proposes)
    at = life.steps[-1][5]
    rows = []
    for number, criterion in enumerate(facts()["criteria"][line.scheme], start=1):
        finding = "meets" if well or number == 1 else chance.choice(("partly", "fails"))
        grounds = {
            "meets": "Het staat er helder in en is met de partners besproken.",
            "partly": "De opzet is goed; hoe het wordt uitgevoerd, blijft open.",
            "fails": "Hierover staat niets in de aanvraag.",
        }[finding]
        rows.append(
            PastVersion(
                values={
                    "key": key(chance),
                    "application_id": life.record.key,
                    "number": number,
                    "criterion": criterion,
                    "finding": finding,
                    "grounds": grounds,
                    "assessed_by_id": key_of(desk.proposes),
                    "assessed_at": at,
                },
                tx_from=at,
                tx_to=None,
                actor=key_of(desk.proposes),
                purpose=Purpose.PROGRAMME.value,
                reason="",
            )
        )
    return rows


def decided(life: Life, *, line: Line, amount: int | None, on: dt.date) -> None:
    """Propose and decide, by two people: an award of an amount, or a rejection without one."""
    desk = desk_of(line)
    before = on - dt.timedelta(days=6)
    if amount is None:
        life.step(
            "propose_rejection", on=before, by=desk.proposes,
            reason="Voldoet niet op de criteria over samenwerking en volgen.",
        )  # fmt: skip
        life.step(
            "reject", on=on, by=desk.decides, decided_on=on,
            reason="Het voorstel is gevolgd; de aanvrager kan in een volgende ronde terecht.",
        )  # fmt: skip
        return
    life.step(
        "propose_award", on=before, by=desk.proposes, proposed_cents=cents(amount),
        reason="Voldoet op alle criteria.",
    )  # fmt: skip
    life.step("award", on=on, by=desk.decides, decided_on=on)


def award(
    ask: Ask,
    *,
    line: Line,
    of: Life | None,
    reference: str,
    on: dt.date,
    chance: Chance,
    known: dt.date | None = None,
    plan: str = "",
    level: str = "",
    signed: bool = True,
) -> Life:
    """An award, prepared by one and signed by another."""
    desk = desk_of(line)
    prepared = on - dt.timedelta(days=4)
    report_by = dt.date(line.year + 1, 4, 1)
    life = told(
        AWARDS, line=line, owner=ask.applicant, by=desk.proposes, chance=chance, on=prepared,
        known=known, reference=reference, title=ask.title, budget_line=line.key,
        application=None if of is None else of.record.key, lead=ask.lead,
        participants=tuple(ask.participants), amount_cents=cents(ask.amount), level=level,
        conditions=CONDITIONS, evaluation_plan=plan, prepared_on=prepared, report_by=report_by,
    )  # fmt: skip
    if signed:
        life.step("grant", on=on, known=known, by=desk.decides, awarded_on=on, report_by=report_by)
    return life


def settled(life: Life, *, line: Line, by: str, short: int = 0) -> None:
    """Carried out, accounted for by `by`, and settled; `short` euros were not spent and go back."""
    desk = desk_of(line)
    spent = life.record.amount_cents - cents(short)
    accounted, done = dt.date(line.year + 1, 3, 20), dt.date(line.year + 1, 5, 22)
    life.step("start", on=life.record.awarded_on + 20 * DAY, by=desk.proposes)
    life.step(
        "account", on=accounted, by=by, accounted_on=accounted, spent_cents=spent,
        results="Uitgevoerd zoals aangevraagd; de partners in de regio willen door.",
    )  # fmt: skip
    life.step("settle", on=done, by=desk.decides, settled_on=done, settled_cents=spent)
    if short:
        life.step(
            "reclaim", on=done + 7 * DAY, by=desk.proposes, reclaimed_cents=cents(short),
            reason="Er is meer betaald dan vastgesteld.",
        )  # fmt: skip
        life.step("recover", on=done + 60 * DAY, by=desk.proposes)


def paid(life: Life, *, line: Line, parts: Sequence[float], chance: Chance) -> list[Life]:
    """The instalments of an award, each paid on its day."""
    desk, whole = desk_of(line), life.record.amount_cents
    found = []
    for number, part in enumerate(parts, start=1):
        on = working_day(life.record.awarded_on + dt.timedelta(days=30 + 150 * (number - 1)))
        one = instalment(life, line=line, number=number, amount=round(whole * part), on=on,
                         chance=chance)  # fmt: skip
        one.step("pay", on=on, by=desk.proposes, paid_on=on)
        found.append(one)
    return found


def instalment(
    life: Life, *, line: Line, number: int, amount: int, on: dt.date, chance: Chance
) -> Life:
    """One instalment that is planned."""
    record = life.record
    return told(
        INSTALMENTS, line=line, owner=record.recipient_id, by=desk_of(line).proposes,
        chance=chance, on=record.awarded_on or record.prepared_on,
        reference=f"{record.reference}-{number}",
        title="Voorschot" if number == 1 else "Tweede termijn",
        award=record.key, amount_cents=amount, planned_on=on,
    )  # fmt: skip
