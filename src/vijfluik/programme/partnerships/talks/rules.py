"""What makes a meeting right: it belongs to its partnership, and no text names a person."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext_lazy

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.citizens import names_nobody
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About, Term
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.partnerships.models import Talk
from vijfluik.programme.partnerships.partnership.register import REGISTER as PARTNERSHIPS
from vijfluik.programme.partnerships.vocabulary import TalkState

TEXTS = ("title", "counterpart", "agenda", "position", "outcome")


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a meeting."""
    yield from same_owner(content, about, field="partnership", parent=PARTNERSHIPS)
    yield from names_nobody(content, names=TEXTS)


def _planned(talk: Talk) -> dt.date:
    day: dt.date = talk.planned_on
    return day


TERMS = (
    Term(
        kind="hold",
        label=gettext_lazy("opbrengst van een gesprek vastleggen"),
        state=TalkState.PLANNED,
        ends=_planned,
        provision=gettext_lazy(
            "Werkafspraak samenwerkingen: van een gesprek staat op zijn dag de opbrengst vast."
        ),
        answer="hold",
    ),
)
