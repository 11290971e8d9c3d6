"""What makes a finding right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About as Context
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.evaluations.findings.vocabulary import About
from vijfluik.programme.evaluations.models import Evaluation, Finding
from vijfluik.programme.evaluations.register import REGISTER
from vijfluik.programme.evaluations.vocabulary import EvaluationKind


def rules(content: Content, about: Context) -> Iterator[Fault]:
    """The faults of a finding."""
    yield from same_owner(content, about, field="evaluation", parent=REGISTER)
    yield from _effect(content, about)
    yield from _number(content)
    yield from _part(content, about)
    yield from _period(content)


def _effect(content: Content, about: Context) -> Iterator[Fault]:
    """A claim on effect comes from a study of effect, and says that effects are diffuse."""
    if content.about != About.EFFECT:
        return
    evaluation = about.lookups.row(Evaluation, key=content.evaluation)
    if evaluation is not None and evaluation.kind != EvaluationKind.EFFECT:
        yield Fault(
            field="about",
            wrong=_("een %(kind)s zegt niets over effect")
            % {"kind": evaluation.get_kind_display()},
            right=str(About.OUTCOME.label),
        )


def _number(content: Content) -> Iterator[Fault]:
    if content.number is not None and not content.unit:
        yield Fault(field="unit", wrong=_("ontbreekt"), right=_("wat het getal telt"))
    if content.number is None and content.unit:
        yield Fault(field="number", wrong=_("ontbreekt"), right=_("het getal bij deze eenheid"))
    if content.number is not None and not content.definition:
        yield Fault(
            field="definition", wrong=_("ontbreekt"), right=_("wat het onderzoek heeft geteld")
        )


def _part(content: Content, about: Context) -> Iterator[Fault]:
    """A part is of the same study and no larger than the whole."""
    whole = about.lookups.row(Finding, key=content.part_of)
    if whole is None:
        return
    if whole.evaluation_id != content.evaluation:
        yield Fault(
            field="part_of",
            wrong=_("dit is van een ander onderzoek"),
            right=_("een bevinding van hetzelfde onderzoek"),
        )
    if content.number is not None and whole.number is not None and content.number > whole.number:
        yield Fault(
            field="number",
            wrong=_("een deel kan niet meer zijn dan het geheel"),
            right=_("hoogstens %(whole)d") % {"whole": whole.number},
        )


def _period(content: Content) -> Iterator[Fault]:
    first, last = content.period_from, content.period_until
    if first is not None and last is not None and last < first:
        yield Fault(
            field="period_until", wrong=_("dit is vóór het begin"), right=_("die dag of later")
        )
