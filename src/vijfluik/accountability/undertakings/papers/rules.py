"""What makes a paper right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.accountability.undertakings.vocabulary import PaperKind
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault

_OUTSIDE = (PaperKind.RESOLUTION.value, PaperKind.TREATY.value)


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a paper."""
    if content.dated_on is None and not content.dated_said:
        yield Fault(
            field="dated_on",
            wrong=_("ontbreekt"),
            right=_("een dag, of de datum in woorden als er geen dag bekend is"),
        )
    if not content.house and content.kind not in _OUTSIDE:
        yield Fault(field="house", wrong=_("ontbreekt"), right=_("aan welke Kamer, of van welke"))
    yield from _figures(content, about)
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


def _figures(content: Content, about: About) -> Iterator[Fault]:
    """A set of figures is of the end of a day, so that it can be made again as it was."""
    if content.figures and content.figures_on is None:
        yield Fault(
            field="figures_on",
            wrong=_("ontbreekt"),
            right=_("de dag waarvan de cijfers de stand geven"),
        )
    if content.figures_on is not None and content.figures_on >= about.today:
        yield Fault(
            field="figures_on",
            wrong=_("deze dag is nog niet voorbij"),
            right=_("gisteren of eerder, zodat de stand niet meer verandert"),
        )
