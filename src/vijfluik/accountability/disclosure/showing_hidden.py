"""The numbers that a pattern hides, why each, and what an attacker can still tell of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from vijfluik.accountability.disclosure.cells import VALUE
from vijfluik.accountability.disclosure.models import (
    DisclosurePattern,
)
from vijfluik.accountability.disclosure.pattern import HIDDEN, Pattern, State
from vijfluik.accountability.disclosure.showing_names import (
    member_label,
    where_of,
)
from vijfluik.accountability.disclosure.tables import THEN, Number, Table
from vijfluik.accountability.disclosure.words import hidden_text
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.pages_words import language_of_page
from vijfluik.ui import formatting
from vijfluik.ui.components.tables import Cell, Column, Row
from vijfluik.ui.components.tables import Table as Shown

CELL = ("cijfer", "uitsplitsing", "deel")
"""How an address names a number."""


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A number of a pattern with its table, in words."""

    table: Table
    number: Number
    state: State
    where: str
    label: str


def hidden_table(row: DisclosurePattern, *, pattern: Pattern, may_exempt: bool) -> Shown | None:
    """Every number that is not shown, why, and what an attacker can tell of it."""
    placed = list(_placed(pattern))
    names = {each.number.name: f"{each.where}, {each.label}" for each in reversed(placed)}
    hidden = [each for each in placed if each.state in HIDDEN]
    if not hidden:
        return None
    columns = [
        Column(label=_("Tabel"), row_header=True),
        Column(label=_("Deel")),
        Column(label=_("Er staat")),
        Column(label=_("Waarom")),
        Column(label=_("Voor een aanvaller mogelijk")),
    ]
    if may_exempt:
        columns.append(Column(label=_("Vrijstellen")))
    rows = []
    for each in hidden:
        address = reverse("figures:figure", args=[each.table.figure])
        cells = [
            Cell(text=each.where, url=address if each.table.figure in library() else ""),
            Cell(text=each.label),
            Cell(
                text=hidden_text(
                    state=each.state,
                    value=each.number.value,
                    limits=pattern.limits,
                    language=language_of_page(),
                )
            ),
            Cell(text=why(each, pattern=pattern, names=names)),
            Cell(text=_interval(each, pattern=pattern)),
        ]
        if may_exempt:
            cells.append(_exempt_cell(each, row=row))
        rows.append(Row(cells=cells))
    return Shown(caption=_("Wat niet getoond wordt"), columns=columns, rows=rows)


def why(placed: Placed, *, pattern: Pattern, names: Mapping[str, str]) -> str:
    """Why one number is not shown."""
    if placed.state is State.SMALL:
        return _("klein")
    if placed.state is State.KNOWN:
        return _("klein; al eerder of als cijfer openbaar")
    if placed.state is State.WITHHELD:
        if placed.table.amounts:
            return _("bedragen en aandelen per deel worden niet gepubliceerd")
        return _("geen keuze van cellen beschermt deze tabel")
    protects = [names.get(each, each) for each in pattern.protects.get(placed.number.name, ())]
    # One cell may stand in several tables under one name; each is said once.
    return _("beschermt: %(cells)s") % {"cells": "; ".join(dict.fromkeys(protects))}


def _placed(pattern: Pattern) -> Iterator[Placed]:
    for at, table in enumerate(pattern.tables):
        where = where_of(table)
        for number in table.numbers:
            yield Placed(
                table=table,
                number=number,
                state=pattern.state(at=at, number=number),
                where=where,
                label=member_label(table.figure, dimension=table.dimension, member=number.member),
            )


def _interval(placed: Placed, *, pattern: Pattern) -> str:
    found = pattern.intervals.get(placed.number.name)
    if found is None or placed.state is not State.SMALL:
        return formatting.NO_VALUE
    return _("%(low)s tot en met %(high)s") % {"low": found[0], "high": found[1]}


def _exempt_cell(placed: Placed, *, row: DisclosurePattern) -> Cell:
    table = placed.table
    if placed.state is not State.SMALL or table.plane != VALUE or table.reading != THEN:
        return Cell(text="")
    values = (table.figure, table.dimension, placed.number.member or "")
    address = reverse("disclosure:exempt", args=[row.key])
    asked = urlencode(dict(zip(CELL, values, strict=True)))
    return Cell(text=_("vrijstellen"), url=f"{address}?{asked}")
