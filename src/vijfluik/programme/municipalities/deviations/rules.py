"""What makes a deviation right beyond its fields: reasons that say something, days in order."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.citizens import names_nobody
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault

# Nothing that is otherwise goes on for longer than this without somebody who looks at it again.
LONGEST = dt.timedelta(days=366)


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a deviation."""
    yield from _reasons(content)
    yield from _days(content, today=about.today)
    yield from names_nobody(content, names=("difference", "reasons"))


def _reasons(content: Content) -> Iterator[Fault]:
    """Saying once more what is otherwise is not saying why."""
    told = content.reasons.strip().rstrip(".").casefold()
    if told and told == content.difference.strip().rstrip(".").casefold():
        yield Fault(
            field="reasons",
            wrong=_("dit herhaalt wat er anders is"),
            right=_("waarom het voor deze gemeente anders is"),
        )


def _days(content: Content, *, today: dt.date) -> Iterator[Fault]:
    decided, review, ended = content.decided_on, content.review_on, content.ended_on
    if decided is None:
        return
    if review is not None and not decided < review <= max(decided, today) + LONGEST:
        yield Fault(
            field="review_on",
            wrong=_("dit is niet binnen een jaar"),
            right=_("een dag na het besluit en binnen een jaar; daarna kunt u verlengen"),
        )
    if ended is not None and ended < decided:
        yield Fault(
            field="ended_on",
            wrong=_("dit is vóór het besluit"),
            right=_("die dag of later"),
        )
