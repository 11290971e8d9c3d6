"""What a bill changes in the law, seen from both sides."""

from collections.abc import Iterable, Sequence

from django.urls import reverse

from vijfluik.accountability.undertakings.bills.rules import named_provisions
from vijfluik.accountability.undertakings.models import Bill
from vijfluik.accountability.undertakings.vocabulary import BillState
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import limited, require_somewhere
from vijfluik.core.law.dependants import Dependant, DependantKind, dependants
from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.core.law.queries import known_now
from vijfluik.core.partners.acting import current

THING = "bills"
# A bill that was rejected or is in force changes nothing any more.
_COMING = (
    BillState.PREPARED,
    BillState.SUBMITTED,
    BillState.SECOND_ADOPTED,
    BillState.ADOPTED,
    BillState.PUBLISHED,
)


def changed_by(bill: Bill) -> list[tuple[ProvisionVersion, Sequence[Dependant]]]:
    """The provisions that a bill changes, each with what rests on it; bills themselves left out."""
    found: list[tuple[ProvisionVersion, Sequence[Dependant]]] = []
    for slug in named_provisions(bill.provisions):
        known = known_now(slug)
        if known is None:
            continue
        version = known.parts[-1]
        resting = [each for each in dependants(version) if each.kind != DependantKind.BILL]
        found.append((version, resting))
    return found


def bills_changing(version: ProvisionVersion) -> Iterable[Dependant]:
    """The bills that are to change a provision, as far as the actor may see them."""
    who = current()
    if who is None or reach(who=who, thing=THING, action="read").nowhere:
        return
    where = require_somewhere(thing=THING, action="read")
    rows = limited(Bill.objects.all(), where=where, field="organisation")
    rows = rows.filter(provisions__contains=version.slug, state__in=_COMING)
    for bill in rows.order_by("followed_since", "key"):
        if version.slug in named_provisions(bill.provisions):
            yield Dependant(
                kind=DependantKind.BILL,
                key=str(bill.key),
                nl=bill.title,
                en=bill.title,
                url=reverse(f"{THING}:detail", args=[bill.key]),
            )
