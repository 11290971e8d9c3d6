"""How, and until when, somebody may object to a decision on money.

The law says until when. While two lawyers have not confirmed what it says, the term is asked of who
opens the round, once for all of its decisions and with what it rests on (docs/law.md).
"""

import datetime as dt
from dataclasses import dataclass

from vijfluik.core.law.carrying import NotUsable, carried
from vijfluik.core.law.vocabulary import Claim
from vijfluik.engines.terms import OutsideCalendar, compute, dutch_calendar, rule_from
from vijfluik.programme.grants.models import Round
from vijfluik.ui.formatting import day

DUTCH = "nl"
# The provision on the term for objecting.
OBJECTION = "awb-6-7"


@dataclass(frozen=True, kw_only=True)
class Remedy:
    """How long one may object.

    Attributes:
        term: the sentence of the letter; empty while neither the law nor the round says it.
        basis: what a term of the round rests on; empty for one of the law.
        unconfirmed: why the law itself does not carry it; empty when it does.
    """

    term: str = ""
    basis: str = ""
    unconfirmed: str = ""


def remedy(*, on: dt.date, within: Round | None = None) -> Remedy:
    """Until when one may object to a decision of a day, in the Dutch of the letter.

    Args:
        on: the day of the decision.
        within: the round that the decision is of; None for one outside any round.
    """
    try:
        version = carried(OBJECTION, claim=Claim.TERM, on=on)
    except NotUsable as fault:
        return _of_round(within, on=on, unconfirmed=fault.message)
    return Remedy(term=f"{version.text[DUTCH]} ({version.act.short} {version.article})")


def is_carried(*, on: dt.date) -> bool:
    """Whether the law says the term on a day, so that nobody needs to be asked."""
    try:
        carried(OBJECTION, claim=Claim.TERM, on=on)
    except NotUsable:
        return False
    return True


def _of_round(within: Round | None, *, on: dt.date, unconfirmed: str) -> Remedy:
    if within is None or within.objection_weeks is None:
        return Remedy(unconfirmed=unconfirmed)
    weeks = within.objection_weeks
    counted = f"{weeks} weken" if weeks > 1 else "een week"
    return Remedy(
        term=f"Doe dat binnen {counted} na de datum van deze brief{_last_day(weeks, on=on)}.",
        basis=within.objection_basis,
        unconfirmed="De wettelijke termijn is niet bevestigd door twee juristen.",
    )


def _last_day(weeks: int, *, on: dt.date) -> str:
    """The last day, which no Sunday or holiday is; nothing for years whose holidays are unknown."""
    rule = rule_from({"weeks": weeks, "from": "decision"})
    try:
        last = compute(rule, event=on, calendar=dutch_calendar()).last_day
    except OutsideCalendar:
        return ""
    return "" if last is None else f": uiterlijk op {day(last, language=DUTCH)}"
