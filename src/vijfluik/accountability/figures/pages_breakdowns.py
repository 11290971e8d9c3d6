"""The breakdowns of a figure: each a drawing, a sentence and a table whose rows lead to records."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from babel.dates import format_date
from django.template.loader import render_to_string
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.accountability.figures.computed import CENTS, Cell, Computed
from vijfluik.accountability.figures.divisions import Division, Redivided, of_places
from vijfluik.accountability.figures.hedges_numbers import Number
from vijfluik.accountability.figures.pages_divisions import (
    DivisionShown,
    in_address,
    shown_division,
)
from vijfluik.accountability.figures.pages_moment import KnownOn
from vijfluik.accountability.figures.pages_words import language_of_page
from vijfluik.accountability.figures.presentation import Breakdown, breakdowns
from vijfluik.accountability.figures.values import percentage
from vijfluik.accountability.figures.wording import written
from vijfluik.core.facts.columns import MONTH
from vijfluik.core.facts.kinds import Kind
from vijfluik.core.facts.periods import days_of
from vijfluik.ui import formatting
from vijfluik.ui.components import tables
from vijfluik.ui.components.figures import Chart
from vijfluik.ui.formatting import locale_of
from vijfluik.ui.language import page_language

DIMENSION, MEMBER = "uitsplitsing", "deel"
# More bars than this are no picture any more; the table has them all.
MOST_BARS = 12


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A bar: its label, its value in words and its length from 0 to 100."""

    label: str
    value: str
    length: int


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a breakdown with its label.

    cell: None for a month without records. number: what it comes to in the unit of the figure; None
    when nothing is stated. text: that in words.
    """

    label: str
    short: str
    cell: Cell | None
    number: Number | None
    text: str

    @property
    def value(self) -> Number:
        """What the bar shows; nothing is 0."""
        return self.number or 0

    @property
    def hidden(self) -> bool:
        """Whether something else stands in the place of the number."""
        return self.cell is not None and self.cell.hidden is not None


@dataclass(frozen=True, kw_only=True)
class BreakdownShown:
    """A breakdown as the page shows it; division: the readings of one by places."""

    name: str
    chart: Chart
    overlapping: bool
    more: int
    division: DivisionShown | None


def shown_breakdowns(
    figure: Computed,
    *,
    records_url: str,
    moment: KnownOn,
    linked: bool,
    redivided: Redivided | None,
    division: Division,
) -> list[BreakdownShown]:
    """The breakdowns of a figure that has anything to break down.

    Args:
        figure: with its cells.
        records_url: the page of its records.
        moment: that of the page.
        linked: whether the reader may open records.
        redivided: the figure in both readings of its places, if it has any.
        division: the reading that the page shows.
    """
    places = of_places(figure.definition)
    readings = None
    if redivided is not None:
        readings = shown_division(redivided, division=division, moment=moment)
    of_then = [
        _shown(
            each,
            figure=figure,
            records_url=f"{records_url}{moment.query()}" if linked else "",
            division=readings if each.name in places else None,
        )
        for each in breakdowns(figure, language=language_of_page())
        if each.cells
    ]
    if redivided is None or division is Division.THEN:
        return of_then
    now = f"{records_url}{moment.query(**in_address(division))}" if linked else ""
    of_now = {
        each.name: _shown(each, figure=redivided.now, records_url=now, division=readings)
        for each in breakdowns(redivided.now, language=language_of_page())
        if each.cells and each.name in places
    }
    return [of_now.get(each.name, each) for each in of_then]


def _shown(
    breakdown: Breakdown, *, figure: Computed, records_url: str, division: DivisionShown | None
) -> BreakdownShown:
    parts = parts_of(breakdown, figure=figure)
    label = capfirst(_(breakdown.label))
    drawn = parts if breakdown.name == MONTH.name else parts[:MOST_BARS]
    highest = max((part.value for part in parts), default=0)
    drawing = render_to_string(
        "figures/columns.html" if breakdown.name == MONTH.name else "figures/bars.html",
        {"bars": [_bar(part, highest=highest) for part in drawn]},
    )
    return BreakdownShown(
        name=breakdown.name,
        overlapping=breakdown.overlapping,
        more=len(parts) - len(drawn),
        division=division,
        chart=Chart(
            title=_("Per %(breakdown)s") % {"breakdown": _(breakdown.label)},
            sentence=sentence_of(parts),
            svg=drawing,
            table=_table(
                parts, label=label, name=breakdown.name, figure=figure, records_url=records_url
            ),
        ),
    )


def parts_of(breakdown: Breakdown, *, figure: Computed) -> list[Part]:
    """The parts in the order of the page: months as they come, all else the largest first."""
    if breakdown.name == MONTH.name:
        return _months(breakdown, figure=figure)
    parts = [
        part_of(cell, label=capfirst(label), short=capfirst(label), figure=figure)
        for label, cell in breakdown.cells
    ]
    return sorted(parts, key=lambda part: (-part.value, part.label))


def _months(breakdown: Breakdown, *, figure: Computed) -> list[Part]:
    """Every month of the period, those without records too: a gap is news."""
    days = days_of(figure.definition.query.period, as_of=figure.as_of)
    cells = {cell.member: cell for _label, cell in breakdown.cells}
    parts = []
    day = days.start.replace(day=1)
    while day < days.end:
        cell = cells.pop(f"{day:%Y-%m}", None)
        parts.append(_month(day, cell=cell, figure=figure))
        day = (day + dt.timedelta(days=31)).replace(day=1)
    return parts + [
        part_of(cell, label=label, short=label, figure=figure)
        for label, cell in breakdown.cells
        if cell.member in cells
    ]


def part_of(cell: Cell | None, *, label: str, short: str, figure: Computed) -> Part:
    """A part with what it comes to: a count, euros, or the percentage of its own whole."""
    number = number_of(cell, figure=figure)
    text = formatting.NO_VALUE
    if cell is not None and cell.hidden is not None:
        text = cell.hidden.in_language(language_of_page())
    elif number is not None:
        text = written(figure.definition, number, language=language_of_page())
    elif cell is None:
        text = "0"
    return Part(label=label, short=short, cell=cell, number=number, text=text)


def number_of(cell: Cell | None, *, figure: Computed) -> Number | None:
    """The value of a cell in the unit of its figure; None when nothing is stated."""
    if cell is None or cell.value is None:
        return None
    if figure.fraction is not None:
        return percentage(cell.value, of=cell.of)
    if figure.definition.kind is Kind.MONEY:
        return Decimal(cell.value) / CENTS
    return cell.value


def _month(day: dt.date, *, cell: Cell | None, figure: Computed) -> Part:
    locale = locale_of(page_language())
    return part_of(
        cell,
        label=format_date(day, format="LLLL y", locale=locale),
        short=format_date(day, format="LLL", locale=locale).replace(".", ""),
        figure=figure,
    )


def sentence_of(parts: Sequence[Part]) -> str:
    """What the drawing shows, in a sentence made from the parts."""
    if not any(part.value for part in parts):
        if any(part.hidden for part in parts):
            return _("Alle aantallen zijn klein en daarom afgeschermd.")
        return _("Alle waarden zijn nul.")
    top = max(parts, key=lambda part: part.value)
    words = {
        "label": top.label,
        "value": top.text,
    }
    if sum(bool(part.value) or part.hidden for part in parts) == 1:
        return _("Alles valt in één deel: %(label)s (%(value)s).") % words
    return _("Het meeste in %(label)s: %(value)s.") % words


def _bar(part: Part, *, highest: Number) -> Bar:
    return Bar(
        label=part.short,
        value="0" if part.number is None and not part.hidden else part.text,
        length=round(100 * part.value / highest) if highest else 0,
    )


def _table(
    parts: Sequence[Part], *, label: str, name: str, figure: Computed, records_url: str
) -> tables.Table:
    language = page_language()
    summed = figure.definition.unit.in_language(language_of_page())
    counts_records = not figure.unstated and all(
        part.cell is None
        or (part.cell.value == part.cell.records and part.cell.hidden == part.cell.hidden_records)
        for part in parts
    )
    columns = [
        tables.Column(label=label, row_header=True),
        tables.Column(label=capfirst(summed), number=True),
    ]
    if not counts_records:
        columns.append(tables.Column(label=_("Registraties"), number=True))
    rows = []
    for part in parts:
        url = _cell_url(part, name=name, records_url=records_url)
        cells = [tables.Cell(text=part.label, url=url), tables.Cell(text=part.text)]
        if not counts_records:
            cells.append(tables.Cell(text=_records_text(part.cell, language=language)))
        rows.append(tables.Row(cells=cells))
    caption = _("%(figure)s, per %(breakdown)s") % {
        "figure": figure.definition.name.in_language(language_of_page()),
        "breakdown": label.lower(),
    }
    return tables.Table(caption=caption, columns=columns, rows=rows)


def _records_text(cell: Cell | None, *, language: str) -> str:
    if cell is not None and cell.hidden_records is not None:
        return cell.hidden_records.in_language(language_of_page())
    return formatting.number(0 if cell is None else cell.records, language=language)


def _cell_url(part: Part, *, name: str, records_url: str) -> str:
    if not records_url or part.cell is None:
        return ""
    parameters = {DIMENSION: name}
    if part.cell.member is not None:
        parameters[MEMBER] = part.cell.member
    return f"{records_url}{'&' if '?' in records_url else '?'}{urlencode(parameters)}"
