"""What makes a count right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.publications.models import Publication
from vijfluik.programme.publications.reach.vocabulary import ReachUnit
from vijfluik.programme.publications.register import REGISTER


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a count."""
    yield from same_owner(content, about, field="publication", parent=REGISTER)
    yield from _code(content, about)
    yield from _period(content)
    yield from _apart(content)
    yield from _no_pupils(content)


def _code(content: Content, about: About) -> Iterator[Fault]:
    """A count is found under the name of its own publication."""
    publication = about.lookups.row(Publication, key=content.publication)
    if publication is not None and content.code != publication.code:
        yield Fault(
            field="code",
            wrong=_("de publicatie heeft een andere vaste naam"),
            right=publication.code or _("leeg"),
        )


def _period(content: Content) -> Iterator[Fault]:
    first, last = content.period_from, content.period_until
    if first is not None and last is not None and last < first:
        yield Fault(
            field="period_until", wrong=_("dit is vóór het begin"), right=_("die dag of later")
        )
    if content.measured_on is not None and last is not None and content.measured_on < last:
        yield Fault(
            field="measured_on",
            wrong=_("de periode is dan nog niet om"),
            right=_("de laatste dag van de periode of later"),
        )


def _apart(content: Content) -> Iterator[Fault]:
    """What was reached can be no more than what could be."""
    if content.potential is None or content.realised is None:
        return
    if content.realised > content.potential:
        yield Fault(
            field="realised",
            wrong=_("meer bereikt dan mogelijk is"),
            right=_("hoogstens %(potential)d, of een hogere raming")
            % {"potential": content.potential},
        )


def _no_pupils(content: Content) -> Iterator[Fault]:
    """Pupils are reckoned with as what is possible; what is counted are their schools (VK-36)."""
    if content.unit == ReachUnit.PUPILS and content.realised is not None:
        yield Fault(
            field="realised",
            wrong=_("leerlingen worden niet geteld"),
            right=_("leeg; tel de scholen in een eigen registratie"),
        )
