"""What is stored: the parameters of a day, and the patterns of publications."""

import datetime as dt
from collections.abc import Iterable, Sequence

from vijfluik.accountability.disclosure.models import (
    DisclosureExemption,
    DisclosureParameter,
    DisclosurePattern,
    ExemptionState,
    PatternState,
)
from vijfluik.accountability.disclosure.parameters import (
    Parameters,
    in_force,
    stored_parameter,
)
from vijfluik.accountability.disclosure.pattern import Pattern, parsed
from vijfluik.accountability.disclosure.tables import THEN, Table
from vijfluik.core.partners.queries import AMSTERDAM


def parameters_of(as_of: dt.datetime) -> Parameters:
    """The parameters that hold on the Dutch day of a moment, as the database holds them."""
    rows = DisclosureParameter.objects.values_list("content", flat=True)
    found = [stored_parameter(content) for content in rows]
    return in_force(found, on=as_of.astimezone(AMSTERDAM).date())


def standing(
    *, publication: str, as_of: dt.datetime, figures: Sequence[str] = ()
) -> DisclosurePattern | None:
    """The pattern of a publication of a moment: the latest that was signed, or the latest.

    Args:
        publication: its name.
        as_of: its moment.
        figures: ids that it has to be about; a text may name others than it did.
    """
    rows = DisclosurePattern.objects.filter(
        publication=publication, as_of=as_of, figures__contains=list(figures)
    )
    found = sorted(rows, key=lambda row: (row.state == PatternState.ADOPTED, row.revision))
    return found[-1] if found else None


def standing_with(*, figure: str, as_of: dt.datetime) -> DisclosurePattern | None:
    """The pattern of a publication of that moment in which a figure stands; a signed one first."""
    rows = DisclosurePattern.objects.filter(figures__contains=[figure], as_of=as_of)
    found = sorted(
        rows,
        key=lambda row: (row.state == PatternState.ADOPTED, len(row.figures), row.revision),
    )
    return found[-1] if found else None


def earlier(
    tables: Sequence[Table], *, publication: str, as_of: dt.datetime, number: int
) -> dict[str, Pattern]:
    """The last patterns of other publications and moments that share a cell, the newest first.

    What two people signed was published; so many of those are counted, and so many of all others
    besides: a file that somebody fetches may tell something, and pushes no publication out of
    sight.

    Args:
        tables: of the publication that is decided now.
        publication: its name; what was decided on it before, of the same moment, it replaces.
        as_of: its moment.
        number: how many.
    """
    names = sorted({each.name for table in tables for each in table.numbers})
    rows = (
        DisclosurePattern.objects.filter(cells__overlap=names)
        .exclude(publication=publication, as_of=as_of)
        .order_by("-proposed_at", "key")
    )
    signed = rows.filter(state=PatternState.ADOPTED)[:number]
    others = rows.exclude(state=PatternState.ADOPTED)[:number]
    found = sorted((*signed, *others), key=lambda row: row.proposed_at, reverse=True)
    return {str(row.key): parsed(row.content) for row in found}


def exemptions_of(publication: str) -> list[DisclosureExemption]:
    """The exemptions of a publication that a second person confirmed."""
    rows = DisclosureExemption.objects.select_related("proposed_by", "approved_by")
    return list(rows.filter(publication=publication, state=ExemptionState.CONFIRMED))


def exempt_names(
    tables: Sequence[Table], *, exemptions: Iterable[DisclosureExemption]
) -> frozenset[str]:
    """The names of the numbers that exemptions open: values of places as they were then."""
    wanted = {(each.figure, each.dimension, each.member) for each in exemptions}
    return frozenset(
        number.name
        for table in tables
        if table.reading == THEN
        for number in table.numbers
        if (table.figure, table.dimension, number.member or "") in wanted
    )
