"""What makes an evaluation right beyond its fields: of one thing, days in order."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import exactly_one
from vijfluik.core.registers.columns import column_of
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.evaluations.models import LINKED, Evaluation
from vijfluik.programme.evaluations.vocabulary import EvaluationKind, Maturity
from vijfluik.programme.grants.models import Award

SUBJECTS = ("subject_item", *LINKED)
_ORDER = (
    ("started_on", "commissioned_on"),
    ("delivered_on", "started_on"),
    ("published_on", "delivered_on"),
    ("followed_up_on", "published_on"),
    ("period_until", "period_from"),
)


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of an evaluation."""
    yield from exactly_one(content, fields=SUBJECTS)
    yield from _this_side_of_the_wall(content, about)
    yield from _days(content)
    yield from _maturity(content)


def _this_side_of_the_wall(content: Content, about: About) -> Iterator[Fault]:
    """An evaluation that is there stays on its side of the wall of the fund."""
    award = about.lookups.row(Award, key=content.award)
    before = about.lookups.row(Evaluation, key=about.key)
    if award is None or before is None or award.compartment == before.compartment:
        return
    yield Fault(
        field="award",
        wrong=_("toekenningen van het onafhankelijke fonds staan achter een muur"),
        right=_("een toekenning aan dezelfde kant; leg anders een nieuwe evaluatie vast"),
    )


def _days(content: Content) -> Iterator[Fault]:
    for later, earlier in _ORDER:
        first, second = content[earlier], content[later]
        if first is not None and second is not None and second < first:
            label = column_of(Evaluation, earlier).verbose_name
            yield Fault(
                field=later,
                wrong=_("dit is vóór “%(earlier)s”") % {"earlier": label},
                right=_("die dag of later"),
            )
    if content.period_until is not None and content.period_from is None:
        yield Fault(field="period_from", wrong=_("ontbreekt"), right=_("het begin van de periode"))


def _maturity(content: Content) -> Iterator[Fault]:
    """That something works is said by studies of effect only."""
    if content.maturity == Maturity.EFFECTIVE and content.kind != EvaluationKind.EFFECT:
        yield Fault(
            field="maturity",
            wrong=_("dat iets werkt, kan alleen een effectevaluatie zeggen"),
            right=_("hoogstens “getoetst”"),
        )
