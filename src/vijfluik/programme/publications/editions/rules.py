"""What makes an edition right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.citizens import names_nobody
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.publications.editions.vocabulary import Frame
from vijfluik.programme.publications.models import Publication
from vijfluik.programme.publications.register import REGISTER
from vijfluik.programme.publications.vocabulary import PublicationKind

# What the editions of a kind of publication are to the programme.
FRAMES = {
    PublicationKind.THREAT_ASSESSMENT.value: Frame.THREAT.value,
    PublicationKind.STRATEGY.value: Frame.STRATEGY.value,
}


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of an edition."""
    yield from same_owner(content, about, field="publication", parent=REGISTER)
    yield from _frame(content, about)
    yield from _level(content)
    yield from _period(content)
    yield from _number(content)
    yield from names_nobody(content, names=("title", "changes"))


def _frame(content: Content, about: About) -> Iterator[Fault]:
    """A threat assessment and a strategy hold for everybody on their day, and nothing else does."""
    publication = about.lookups.row(Publication, key=content.publication)
    if publication is None:
        return
    right = FRAMES.get(publication.kind, "")
    if content.frame != right:
        words = Frame(right).label if right else _("leeg")
        yield Fault(
            field="frame",
            wrong=_("past niet bij een %(kind)s") % {"kind": publication.get_kind_display()},
            right=str(words),
        )


def _level(content: Content) -> Iterator[Fault]:
    if content.level and content.frame != Frame.THREAT:
        yield Fault(
            field="level",
            wrong=_("alleen een dreigingsbeeld noemt een niveau"),
            right=_("leeg"),
        )


def _period(content: Content) -> Iterator[Fault]:
    if content.frame == Frame.STRATEGY and content.valid_from is None:
        yield Fault(
            field="valid_from", wrong=_("ontbreekt"), right=_("de dag waarop de strategie ingaat")
        )
    if content.valid_until is None:
        return
    if content.valid_from is None or content.valid_until < content.valid_from:
        yield Fault(
            field="valid_until",
            wrong=_("dit is vóór het begin"),
            right=_("de laatste dag waarop deze uitgave geldt"),
        )


def _number(content: Content) -> Iterator[Fault]:
    """A threat assessment is known by its number."""
    if content.frame == Frame.THREAT and content.number is None:
        yield Fault(
            field="number", wrong=_("ontbreekt"), right=_("het nummer van dit dreigingsbeeld")
        )
