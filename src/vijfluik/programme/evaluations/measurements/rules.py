"""What makes a measurement right beyond its fields: of a group, and comparable with another."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.citizens import names_nobody
from vijfluik.core.registers.columns import column_of
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.evaluations.measurements.vocabulary import FEWEST, MeasureUnit, Phase
from vijfluik.programme.evaluations.models import Measurement
from vijfluik.programme.evaluations.register import REGISTER

_LIMITS = {
    MeasureUnit.PERCENT: (Decimal(0), Decimal(100)),
    MeasureUnit.MARK: (Decimal(1), Decimal(10)),
}
_SAME = ("indicator", "unit", "cohort")


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a measurement."""
    yield from same_owner(content, about, field="evaluation", parent=REGISTER)
    yield from _nobody(content)
    yield from _compared(content, about)
    yield from _within(content)


def _nobody(content: Content) -> Iterator[Fault]:
    """It is of a group, in which nobody can be recognised, and names no one."""
    if content.people is not None and content.people < FEWEST:
        yield Fault(
            field="people",
            wrong=_("in een groep van %(count)d is iemand te herkennen")
            % {"count": content.people},
            right=_("een meting van ten minste %(fewest)d mensen") % {"fewest": FEWEST},
        )
    yield from names_nobody(content, names=("indicator", "remark"))


def _compared(content: Content, about: About) -> Iterator[Fault]:
    """A later measurement is compared with one before it: of the same thing, in the same way."""
    if content.phase == Phase.BEFORE:
        if content.baseline is not None:
            yield Fault(
                field="baseline",
                wrong=_("dit is zelf de meting vooraf"),
                right=_("niets; of een ander moment"),
            )
        return
    before = about.lookups.row(Measurement, key=content.baseline)
    if before is None:
        yield Fault(
            field="baseline",
            wrong=_("ontbreekt"),
            right=_("de meting vooraf; zonder die is er niets te vergelijken"),
        )
        return
    if before.phase != Phase.BEFORE or before.evaluation_id != content.evaluation:
        yield Fault(
            field="baseline",
            wrong=_("dit is geen meting vooraf van dit onderzoek"),
            right=_("een meting vooraf van dezelfde evaluatie"),
        )
    for name in _SAME:
        if content[name] != getattr(before, name):
            label = column_of(Measurement, name).verbose_name
            yield Fault(
                field=name,
                wrong=_("vooraf stond hier iets anders"),
                right=_("dezelfde %(name)s als bij de meting vooraf") % {"name": label},
            )
    day = before.measured_on or before.planned_on
    if content.planned_on is not None and content.planned_on <= day:
        yield Fault(
            field="planned_on",
            wrong=_("dit is niet na de meting vooraf"),
            right=_("een latere dag"),
        )


def _within(content: Content) -> Iterator[Fault]:
    if content.value is None or content.unit not in _LIMITS:
        return
    least, most = _LIMITS[MeasureUnit(content.unit)]
    if not least <= content.value <= most:
        yield Fault(
            field="value",
            wrong=_("dit valt buiten de schaal"),
            right=_("van %(least)d tot en met %(most)d") % {"least": least, "most": most},
        )
