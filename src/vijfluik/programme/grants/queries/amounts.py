"""What was budgeted, committed, paid and settled, of one record: four amounts that stand apart."""

import uuid
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from vijfluik.core.access.gate import require_somewhere
from vijfluik.core.registers.walls import reachable
from vijfluik.programme.grants.models import Award, BudgetLine, Instalment
from vijfluik.programme.grants.registers import AWARDS, INSTALMENTS
from vijfluik.programme.grants.vocabulary import COMMITTED, SETTLED, InstalmentState


@dataclass(frozen=True, kw_only=True)
class Amount:
    """Euro cents that were added up, and how many records state none.

    `cents` is None when no record states an amount: that is not 0.
    """

    cents: int | None
    unstated: int = 0


@dataclass(frozen=True, kw_only=True)
class Amounts:
    """The four of a budget line or an award, as far as the reader may see their records."""

    budgeted: Amount | None = None
    committed: Amount
    paid: Amount
    settled: Amount


def of_award(award: Award) -> Amounts:
    """Those of one award. Call it where the award was read."""
    where = require_somewhere(thing=INSTALMENTS.thing, action="read")
    rows = reachable(INSTALMENTS, rows=Instalment.objects.all(), where=where)
    paid = rows.filter(award=award.key, state=InstalmentState.PAID).aggregate(
        cents=Sum("amount_cents")
    )
    stated = award.state in COMMITTED
    return Amounts(
        committed=Amount(
            cents=award.amount_cents if stated else None,
            unstated=int(stated and award.amount_cents is None),
        ),
        paid=Amount(cents=paid["cents"]),
        settled=Amount(
            cents=award.settled_cents,
            unstated=int(award.state in SETTLED and award.settled_cents is None),
        ),
    )


def budgeted(line: BudgetLine) -> Amount:
    """What the line itself states."""
    return Amount(cents=line.amount_cents, unstated=int(line.amount_cents is None))


def of_line(line: BudgetLine) -> Amounts:
    """Those of one budget line: of its awards, those that the reader may see."""
    where = require_somewhere(thing=AWARDS.thing, action="read")
    awards = reachable(AWARDS, rows=Award.objects.all(), where=where)
    awards = awards.filter(budget_line=line.key, state__in=COMMITTED)
    found = awards.aggregate(
        committed=Sum("amount_cents"),
        unstated=Count("key", filter=Q(amount_cents__isnull=True)),
        settled=Sum("settled_cents"),
        settled_unstated=Count("key", filter=Q(settled_cents__isnull=True, state__in=SETTLED)),
    )
    keys = awards.order_by().values("key")
    paid = Instalment.objects.filter(award__in=keys, state=InstalmentState.PAID).aggregate(
        cents=Sum("amount_cents")
    )
    return Amounts(
        budgeted=budgeted(line),
        committed=Amount(cents=found["committed"], unstated=found["unstated"]),
        paid=Amount(cents=paid["cents"]),
        settled=Amount(cents=found["settled"], unstated=found["settled_unstated"]),
    )


def counted_elsewhere(line: uuid.UUID) -> list[BudgetLine]:
    """The lines whose money stands in this one already, so that nobody adds them to it."""
    return list(BudgetLine.objects.filter(part_of=line).exclude(state="withdrawn"))
