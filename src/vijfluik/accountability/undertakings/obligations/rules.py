"""What makes an obligation right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.accountability.undertakings.models import Paper
from vijfluik.accountability.undertakings.vocabulary import PaperKind
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault

_BINDING = (PaperKind.RESOLUTION, PaperKind.TREATY)


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of an obligation."""
    for name in ("report_by", "reported_on", "done_on"):
        day = content[name]
        if day is not None and content.adopted_on is not None and day < content.adopted_on:
            yield Fault(
                field=name,
                wrong=_("dit is vóór de resolutie"),
                right=_("de dag van de resolutie of later"),
            )
    paper = about.lookups.row(Paper, key=content.paper)
    if paper is not None and paper.kind not in _BINDING:
        yield Fault(
            field="paper",
            wrong=_("dit stuk is geen resolutie of verdrag"),
            right=_("het stuk waaruit de verplichting volgt"),
        )
