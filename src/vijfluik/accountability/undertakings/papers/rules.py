"""What makes a paper right beyond its fields."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.accountability.undertakings.models import Paper
from vijfluik.accountability.undertakings.vocabulary import PaperKind, PaperState
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.contents import content_of
from vijfluik.core.registers.declaration import About, Register
from vijfluik.core.registers.faults import Fault

# A rule of our own, from this day on; the database holds the same (sql/approval.sql).
APPROVED_SINCE = dt.date(2026, 1, 1)
# What the ministry sends itself; a motion, a bill or questions come from elsewhere or go otherwise.
OURS = (PaperKind.LETTER.value, PaperKind.REPORT.value)
# What the second person read.
DECIDED = ("title", "kind", "house", "figures", "figures_on", "gist")
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
    yield from _approval(content, about)
    yield from _kept(content, about)
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


def needs_approval(*, kind: str, dated_on: dt.date | None) -> bool:
    """Whether a paper goes out only after another person approved it."""
    return kind in OURS and dated_on is not None and dated_on >= APPROVED_SINCE


def _approval(content: Content, about: About) -> Iterator[Fault]:
    """What we send ourselves is dealt with by the House only after it was approved here."""
    if about.state != PaperState.HANDLED or content.approved_on is not None:
        return
    if needs_approval(kind=content.kind, dated_on=content.dated_on):
        yield Fault(
            field="approved_on",
            wrong=_("dit stuk is nog niet goedgekeurd"),
            right=_("leg het eerst ter goedkeuring voor aan een collega"),
        )


def _kept(content: Content, about: About) -> Iterator[Fault]:
    """What the database refuses, in words: nobody changes alone what another reads or approved."""
    before = None if about.key is None else Paper.objects.filter(key=about.key).first()
    if before is None or not frozen(before):
        return
    from vijfluik.accountability.undertakings.papers.register import REGISTER

    register: Register = REGISTER
    was = content_of(register, record=before)
    for name in DECIDED:
        if was[name] != content[name]:
            yield Fault(
                field=name,
                wrong=_("een collega keurt dit goed, of deed dat al"),
                right=_("laat dit staan; geef het stuk terug of trek de goedkeuring in"),
            )


def frozen(paper: Paper) -> bool:
    """Whether its text and figures lie before a second person, or were approved."""
    if paper.state == PaperState.HANDLED:
        return paper.approved_on is not None
    return paper.state in (PaperState.PROPOSED, PaperState.APPROVED)


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
