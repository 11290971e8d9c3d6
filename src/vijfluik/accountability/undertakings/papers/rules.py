"""What makes a paper right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.accountability.undertakings.vocabulary import PaperKind
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault

_OUTSIDE = (PaperKind.RESOLUTION.value, PaperKind.TREATY.value)


def rules(content: Content, _about: About) -> Iterator[Fault]:
    """The faults of a paper."""
    if content.dated_on is None and not content.dated_said:
        yield Fault(
            field="dated_on",
            wrong=_("ontbreekt"),
            right=_("een dag, of de datum in woorden als er geen dag bekend is"),
        )
    if not content.house and content.kind not in _OUTSIDE:
        yield Fault(field="house", wrong=_("ontbreekt"), right=_("aan welke Kamer, of van welke"))
    if content.number and not content.dossier:
        yield Fault(
            field="dossier", wrong=_("ontbreekt"), right=_("het dossier waarin dit nummer staat")
        )
    if content.handled_on and content.dated_on and content.handled_on < content.dated_on:
        yield Fault(
            field="handled_on",
            wrong=_("dit is vóór de datum van het stuk"),
            right=_("de datum van het stuk of later"),
        )
