"""What was measured before and after, side by side on the page of its evaluation."""

from collections.abc import Sequence
from decimal import Decimal

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now
from vijfluik.core.registers.access import listed_records
from vijfluik.core.registers.reading import Detail
from vijfluik.programme.evaluations.measurements.register import MEASUREMENTS
from vijfluik.programme.evaluations.measurements.vocabulary import MeasureUnit, Phase, State
from vijfluik.programme.evaluations.models import Evaluation, Measurement
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import NO_VALUE, number, percentage, signed
from vijfluik.ui.language import page_language


def measured(evaluation: Evaluation) -> Sequence[tuple[Measurement, Measurement]]:
    """The pairs of a measurement beforehand and one after it that were both done, by indicator.

    Raises:
        Refused: the reader may see no measurements.
    """
    with listed_records(MEASUREMENTS, who=acting_now()) as (rows, shown):
        found: list[Measurement] = list(
            rows.filter(evaluation=evaluation, state=State.MEASURED).order_by(
                "indicator", "cohort", "measured_on", "key"
            )
        )
        shown.showed([each.key for each in found], filters=["evaluation", "state"])
    by_key = {each.key: each for each in found}
    return [
        (by_key[each.baseline_id], each)
        for each in found
        if each.phase != Phase.BEFORE and each.baseline_id in by_key
    ]


def before_after(found: Detail) -> SafeString:
    """The table; nothing where no pair was measured or the reader may see none."""
    if reach(who=acting_now(), thing=MEASUREMENTS.thing, action="read").nowhere:
        return SafeString("")
    pairs = measured(found.record)
    if not pairs:
        return SafeString("")
    return render_to_string("evaluations/before_after.html", {"table": _table(pairs)})


def _table(pairs: Sequence[tuple[Measurement, Measurement]]) -> Table:
    return Table(
        caption=_("Vooraf en achteraf"),
        hide_caption=True,
        columns=[
            Column(label=_("Waaraan het te zien is"), row_header=True),
            Column(label=_("Groep"), keep=True),
            Column(label=_("Vooraf"), number=True),
            Column(label=_("Achteraf"), number=True),
            Column(label=_("Verschil"), number=True),
        ],
        rows=[_row(before, after) for before, after in pairs],
    )


def _row(before: Measurement, after: Measurement) -> Row:
    return Row(
        cells=[
            Cell(text=after.indicator, url=reverse("measurements:detail", args=[after.key])),
            Cell(text=capfirst(after.get_cohort_display())),
            Cell(text=_said(before)),
            Cell(text=_said(after)),
            Cell(text=_difference(before, after)),
        ]
    )


def _said(each: Measurement) -> str:
    """The number with how many people it is of."""
    if each.value is None or each.people is None:
        return NO_VALUE
    return _("%(value)s (%(people)s mensen)") % {
        "value": _valued(each.value, unit=each.unit),
        "people": number(each.people, language=page_language()),
    }


def _valued(value: Decimal, *, unit: str) -> str:
    if unit == MeasureUnit.PERCENT:
        return percentage(value / 100, language=page_language(), decimals=1)
    return number(value, language=page_language(), decimals=_decimals(unit))


def _difference(before: Measurement, after: Measurement) -> str:
    """With its sign; of percentages in points, because half of 10% is not 5% less."""
    if before.value is None or after.value is None:
        return NO_VALUE
    gap = after.value - before.value
    said = signed(gap, language=page_language(), decimals=_decimals(after.unit))
    return _("%(gap)s procentpunt") % {"gap": said} if after.unit == MeasureUnit.PERCENT else said


def _decimals(unit: str) -> int:
    return 0 if unit == MeasureUnit.COUNT else 1
