"""The Algemene termijnenwet (BWBR0002448): which of its articles governs a term.

- Article 1(1): a term that ends on a Saturday, Sunday or holiday runs to the next working day.
- Article 1(2): not for terms that are counted back.
- Article 2: a term of at least three days holds at least two working days.
- Article 3: the holidays (1), Good Friday (2), and days equated by royal decree (3): `calendar`.
- Article 4(a): not for terms in hours, in more than 90 days, twelve weeks or three months, or in
  years; 4(b): not for publication, entry into force or lapse of legislation; 4(c): not for
  deprivation of liberty.
- Article 5: the same for terms of a governmental decree, unless a decree says otherwise.
- Article 5a: holds on Bonaire, Sint Eustatius and Saba as well; nothing else changes.
- Articles 6 and 7: its name, and its entry into force on 1 April 1965.
"""

from dataclasses import dataclass

from vijfluik.engines.terms.rule import Exclusion, TermRule
from vijfluik.engines.terms.units import Duration, Unit

# Article 4(a): the longest term in each unit to which the act still applies.
LONGEST = {Unit.DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3}
THREE_DAYS = 3
ARTICLES = {
    Exclusion.LEGISLATION: "4(b)",
    Exclusion.LIBERTY: "4(c)",
    Exclusion.DECREE: "5",
    Exclusion.EUROPEAN: "1(1)",
    Exclusion.AGREEMENT: "1(1)",
}


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Whether the act moves the end of the term, and by which article it does or does not."""

    applies: bool
    article: str
    exclusion: Exclusion | None = None


def verdict(rule: TermRule, *, governing: Duration) -> Verdict:
    """What the act says of a rule.

    Args:
        rule: the term.
        governing: the duration it ends with: the rule's own, or that of its last extension.
    """
    if rule.exclusion is not None:
        article = ARTICLES[rule.exclusion]
        return Verdict(applies=False, article=article, exclusion=rule.exclusion)
    if rule.backwards:
        return Verdict(applies=False, article="1(2)")
    if too_long(governing):
        return Verdict(applies=False, article="4(a)")
    return Verdict(applies=True, article="1(1)")


def too_long(duration: Duration) -> bool:
    """Article 4(a). Working days are days: more than 90 of them are too long as well."""
    if duration.unit in (Unit.HOURS, Unit.YEARS):
        return True
    unit = Unit.DAYS if duration.unit == Unit.WORKING_DAYS else duration.unit
    return duration.amount > LONGEST[unit]


def two_working_days(duration: Duration) -> bool:
    """Whether article 2 asks for two working days: a term of at least three days."""
    days = duration.unit in (Unit.DAYS, Unit.WORKING_DAYS)
    return not days or duration.amount >= THREE_DAYS
