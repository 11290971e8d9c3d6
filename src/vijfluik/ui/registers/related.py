"""The records of other registers that belong to a record, on its page."""

from typing import Any

from django.db.models import ForeignKey
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.core.access.decisions import decide, reach
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import listed_records, with_related
from vijfluik.core.registers.declaration import WITHDRAWN, Register, ordered
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.registry import children_of
from vijfluik.ui import formatting
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.registers.columns import columns_of
from vijfluik.ui.registers.record import Children
from vijfluik.ui.registers.values import listed

SHOWN = 20


def children(register: Register, *, record: Any, who: Acting) -> list[Children]:
    """What belongs to it, of each register that the reader may enter: a decision and a query each.

    A register that may not be entered leaves no trace.
    """
    found = []
    for other, field in children_of(register):
        if reach(who=who, thing=other.thing, action="read").nowhere:
            continue
        found.append(_children(other, field=field, record=record, who=who, parent=register))
    return found


def _children(
    other: Register, *, field: str, record: Any, who: Acting, parent: Register
) -> Children:
    with listed_records(other, who=who) as (rows, seen):
        rows = rows.filter(**{field: record.key}).exclude(state=WITHDRAWN)
        rows = with_related(other, rows=rows).order_by(*ordered(other))
        shown_rows = list(rows[: SHOWN + 1])
        seen.showed([row.key for row in shown_rows[:SHOWN]], filters=[field])
    add = _adds(other, parent=parent, record=record, who=who)
    address = reverse(f"{other.thing}:create")
    return Children(
        title=_title(other, field=field, count=len(shown_rows)),
        table=_table(other, rows=shown_rows[:SHOWN], field=field, parent=parent)
        if shown_rows
        else None,
        list_url=reverse(f"{other.thing}:list"),
        add_label=str(other.words.new) if add else "",
        add_url=f"{address}?{urlencode({field: record.key})}" if add else "",
    )


def _adds(other: Register, *, parent: Register, record: Any, who: Acting) -> bool:
    """Whether the reader may add to it: as its owner, or as another who adds one of their own.

    A child with the same scope is its parent's owner's; one with a scope of another name, such as
    the applicant in a round, may be anybody's.
    """
    owner = parent.owner_of(record)
    if decide(who=who, thing=other.thing, action="create", organisation=owner).allowed:
        return True
    if other.scope == parent.scope:
        return False
    return not reach(who=who, thing=other.thing, action="create").nowhere


def _title(other: Register, *, field: str, count: int) -> str:
    title = str(other.title)
    link = other.model._meta.get_field(field)
    assert isinstance(link, ForeignKey)  # noqa: S101 - for the type only
    if field.replace("_", "") != link.remote_field.model._meta.model_name:
        title = f"{title} ({link.verbose_name})"
    if count > SHOWN:
        return _("%(title)s: de laatste %(count)d") % {"title": title, "count": SHOWN}
    return title


def _table(other: Register, *, rows: list[Any], field: str, parent: Register) -> Table:
    """The children, without what they share with their parent: the link to it and its owner."""
    shared = (field, other.scope) if other.scope == parent.scope else (field,)
    columns = [
        column
        for column in columns_of(other, lookups=Lookups())
        if column.listed and column.key not in shared
    ]
    return Table(
        caption=str(other.title),
        hide_caption=True,
        columns=[
            Column(
                label=capfirst(str(column.heading or column.label)),
                number=column.number,
                row_header=column.names,
            )
            for column in columns
        ],
        rows=[
            Row(
                cells=[
                    Cell(
                        text=listed(row, column=column) or formatting.NO_VALUE,
                        url=reverse(f"{other.thing}:detail", args=[row.key])
                        if column.names
                        else "",
                    )
                    for column in columns
                ]
            )
            for row in rows
        ],
    )
