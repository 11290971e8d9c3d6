"""What makes a release right, and what must be in order before it goes on."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.accountability.releases.checklist import checklist
from vijfluik.accountability.releases.models import Release
from vijfluik.accountability.releases.vocabulary import ReleaseState as State
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.core.versions.moments import closed_moment

_OF_RECTIFICATION = (
    "rectified_because",
    "rectified_because_en",
    "changed",
    "changed_en",
)
_PUBLIC = (State.PUBLISHED, State.RECTIFIED)


def rules(content: Content, about: About) -> Iterator[Fault]:
    """Every fault of a release in the state that it is to be in."""
    before = about.lookups.row(Release, key=about.key)
    if about.state == State.WITHDRAWN:
        return
    yield from _of_moment(content)
    if about.state not in _PUBLIC:
        yield from _of_predecessor(content, about)
    if before is None or before.state == about.state:
        return
    if about.state == State.IN_CHECK:
        yield from _in_order(before, acknowledged=False)
    if about.state == State.ADOPTED:
        yield from _in_order(before, acknowledged=True)


def _of_moment(content: Content) -> Iterator[Fault]:
    """One closed moment, in or after the period."""
    if content.as_of is None or content.period_until is None:
        return
    if content.as_of > closed_moment():
        yield Fault(
            field="as_of",
            wrong=_("dit moment is nog niet afgesloten"),
            right=_("een moment dat voorbij is"),
        )
    if content.period_until > content.as_of.astimezone(AMSTERDAM).date():
        yield Fault(
            field="period_until",
            wrong=_("de periode eindigt na het moment van de cijfers"),
            right=_("een dag tot en met die van het moment"),
        )


def _of_predecessor(content: Content, about: About) -> Iterator[Fault]:
    """A rectification names what it rectifies, why, and what changed."""
    if content.predecessor is None:
        for name in _OF_RECTIFICATION:
            if content[name]:
                yield Fault(
                    field=name,
                    wrong=_("hoort bij een rectificatie"),
                    right=_("noem de uitgave die wordt gerectificeerd, of laat leeg"),
                )
        return
    for name in _OF_RECTIFICATION:
        if not content[name].strip():
            yield Fault(field=name, wrong=_("ontbreekt"), right=_("een zin of meer"))
    predecessor = about.lookups.row(Release, key=content.predecessor)
    if predecessor is None:
        return
    if predecessor.state != State.PUBLISHED:
        yield Fault(
            field="predecessor",
            wrong=_("de stand van die uitgave is %(state)s")
            % {"state": predecessor.get_state_display()},
            right=_("een gepubliceerde uitgave die nog niet is gerectificeerd"),
        )
    if predecessor.report != content.report:
        yield Fault(
            field="predecessor",
            wrong=_("dat is een uitgave van een andere rapportage"),
            right=_("een uitgave van dezelfde rapportage"),
        )


def _in_order(release: Release, *, acknowledged: bool) -> Iterator[Fault]:
    """No errors; to be adopted no warning either that nobody took responsibility for."""
    found = checklist(release)
    errors = len(found.errors)
    if errors:
        yield Fault(
            field="",
            wrong=_("de controlelijst heeft fouten: %(count)d") % {"count": errors},
            right=_("los ze op; de controlelijst noemt plaats en remedie"),
        )
    waiting = len(found.waiting)
    if acknowledged and waiting:
        yield Fault(
            field="",
            wrong=_("de controlelijst heeft waarschuwingen zonder reden: %(count)d")
            % {"count": waiting},
            right=_("geef op de controlelijst per waarschuwing waarom zij mag blijven staan"),
        )
