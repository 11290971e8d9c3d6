"""Why a cumulative figure is lower than it was said before: how many records, and which."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vijfluik.accountability.explaining.falling import Fallen, fallen_between
from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.pages_records import record_url
from vijfluik.accountability.figures.receipts import said_before, value_of
from vijfluik.core.facts.kinds import Kind
from vijfluik.core.facts.sources import Source, source_named
from vijfluik.ui import formatting
from vijfluik.ui.language import page_language
from vijfluik.ui.shell import Link

# What the owner of a record calls it, in registers that have it.
REFERENCE = "reference"


@dataclass(frozen=True, kw_only=True)
class Fell:
    """That a figure fell, and the first of the records that made it fall which one may see."""

    text: str
    records: tuple[Link, ...]


def fall_of(figure: Valued, *, records_seen: bool) -> Fell | None:
    """Why a cumulative figure is lower than in the last receipt of an earlier moment; None if not.

    Args:
        figure: as of its moment.
        records_seen: whether the reader may open records of its source.
    """
    definition = figure.definition
    if definition.kind is not Kind.CUMULATIVE:
        return None
    receipt = said_before(definition, as_of=figure.as_of)
    earlier = None if receipt is None else value_of(receipt)
    if receipt is None or earlier is None or figure.number is None or figure.number >= earlier:
        return None
    language = page_language()
    words = {
        "moment": formatting.moment(receipt.as_of, language=language),
        "before": formatting.number(earlier, language=language),
    }
    if not definition.query.tallied:
        text = _("Op %(moment)s was dit %(before)s; de waarde is sindsdien gecorrigeerd.") % words
        return Fell(text=text, records=())
    fallen = fallen_between(definition, before=receipt.as_of, after=figure.as_of)
    text = ngettext(
        "Op %(moment)s was dit %(before)s. Sindsdien is %(records)s registratie ingetrokken of"
        " verlaagd.",
        "Op %(moment)s was dit %(before)s. Sindsdien zijn %(records)s registraties ingetrokken of"
        " verlaagd.",
        len(fallen),
    ) % (words | {"records": formatting.number(len(fallen), language=language)})
    if not records_seen:
        return Fell(text=text, records=())
    by_key = {each.key: each for each in fallen}
    return Fell(text=text, records=_named(figure, fallen=by_key, as_of=figure.as_of))


def _named(figure: Valued, *, fallen: Mapping[str, Fallen], as_of: dt.datetime) -> tuple[Link, ...]:
    source = source_named(figure.definition.query.source)
    found = queries.named(figure.definition, keys=list(fallen), as_of=as_of)
    return tuple(
        Link(
            label=_said(each, fallen=fallen[str(each.key)], source=source),
            url=record_url(source, key=str(each.key)),
        )
        for each in found
    )


def _said(record: queries.CountedRecord, *, fallen: Fallen, source: Source) -> str:
    language = page_language()
    column = REFERENCE if REFERENCE in source.main else source.main[0]
    name = str(record.values[column])
    if fallen.after is not None:
        return _("%(name)s: van %(before)s naar %(after)s") % {
            "name": name,
            "before": formatting.number(fallen.before, language=language),
            "after": formatting.number(fallen.after, language=language),
        }
    status = source.column(source.status)
    state = str(record.values[source.status])
    labels = {} if status.labels is None else status.labels()
    return _("%(name)s: telt niet meer mee, stand: %(state)s") % {
        "name": name,
        "state": labels.get(state, state),
    }
