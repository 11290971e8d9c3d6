"""What makes a lesson right beyond its fields: of a public study, and about nobody."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.citizens import names_nobody
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.evaluations.models import Evaluation
from vijfluik.programme.evaluations.register import REGISTER
from vijfluik.programme.evaluations.vocabulary import OUT
from vijfluik.programme.grants.vocabulary import Compartment

_TEXTS = ("title", "situation", "learned", "advice")


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a lesson."""
    yield from same_owner(content, about, field="evaluation", parent=REGISTER)
    yield from _this_side_of_the_wall(content, about)
    yield from _public_study(content, about)
    yield from names_nobody(content, names=_TEXTS)


def _this_side_of_the_wall(content: Content, about: About) -> Iterator[Fault]:
    """What the fund learns it publishes itself; the ministry has no hand in it."""
    study = about.lookups.row(Evaluation, key=content.evaluation)
    if study is not None and study.compartment == Compartment.FUND:
        yield Fault(
            field="evaluation",
            wrong=_("dit onderzoek staat achter de muur van het onafhankelijke fonds"),
            right=_("een onderzoek van het programma; het fonds publiceert zijn lessen zelf"),
        )


def _public_study(content: Content, about: About) -> Iterator[Fault]:
    """A lesson is published when everybody can read what it rests on, and not before."""
    study = about.lookups.row(Evaluation, key=content.evaluation)
    if content.published_on is None or study is None:
        return
    if study.state not in OUT:
        yield Fault(
            field="published_on",
            wrong=_("het onderzoek zelf is nog niet openbaar"),
            right=_("eerst het onderzoek openbaar maken"),
        )
    elif content.published_on < study.published_on:
        yield Fault(
            field="published_on",
            wrong=_("toen was het onderzoek nog niet openbaar"),
            right=_("de dag daarvan of later"),
        )
