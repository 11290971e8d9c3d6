"""What makes a publication right beyond its fields: days, its line, and who can read it."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.citizens import names_nobody
from vijfluik.core.registers.columns import column_of
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.publications.models import Publication
from vijfluik.programme.publications.vocabulary import IN_USE, Accessibility

# A line of predecessors longer than this is a mistake, and the search for a loop ends there.
LONGEST_LINE = 50
# An own rule: what appears from this day on is tested first. The duty of public bodies to publish
# for everybody (Besluit digitale toegankelijkheid overheid) holds for all their sites since then.
TESTED_SINCE = dt.date(2020, 9, 23)


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a publication."""
    yield from _days(content)
    yield from _predecessor(content, about)
    yield from _accessible(content, state=about.state)
    yield from names_nobody(content, names=("title", "summary"))


def _days(content: Content) -> Iterator[Fault]:
    after = ("submitted_on", "begun_on"), ("review_on", "published_on")
    for later, earlier in (*after, ("in_use_on", "published_on"), ("ended_on", "published_on")):
        first, second = content[earlier], content[later]
        if first is not None and second is not None and second < first:
            label = column_of(Publication, earlier).verbose_name
            yield Fault(
                field=later,
                wrong=_("dit is vóór “%(earlier)s”") % {"earlier": label},
                right=_("die dag of later"),
            )


def _accessible(content: Content, *, state: str) -> Iterator[Fault]:
    """What appears can be read by everybody, or says how those who cannot read it get it."""
    on = content.published_on
    if state not in IN_USE or on is None or on < TESTED_SINCE:
        return
    if content.accessibility == Accessibility.UNTESTED:
        yield Fault(
            field="accessibility",
            wrong=_("nog niet is getoetst of iedereen dit kan lezen"),
            right=_("laat het toetsen (WCAG 2.2, niveau AA) en leg de uitkomst vast"),
        )
    if content.accessibility == Accessibility.PARTLY and not content.feedback:
        yield Fault(
            field="feedback",
            wrong=_("niet iedereen kan dit lezen, en er staat niet waar het anders te krijgen is"),
            right=_("een loket waar iemand het in een andere vorm krijgt"),
        )


def _predecessor(content: Content, about: About) -> Iterator[Fault]:
    """What goes before it, went before it: the line does not come back to this publication."""
    before = about.lookups.row(Publication, key=content.predecessor)
    if before is None:
        return
    if _earlier(before, content):
        yield Fault(
            field="predecessor",
            wrong=_("deze is later begonnen"),
            right=_("een publicatie van daarvoor"),
        )
        return
    seen: set[object] = set()
    while before is not None and len(seen) < LONGEST_LINE:
        if before.pk in seen or _is_this(before, content=content, about=about):
            yield Fault(
                field="predecessor",
                wrong=_("deze volgt zelf op deze publicatie"),
                right=_("een publicatie van daarvoor"),
            )
            return
        seen.add(before.pk)
        before = about.lookups.row(Publication, key=before.predecessor_id)


def _earlier(before: Publication, content: Content) -> bool:
    """Whether the publication began before its so-called predecessor."""
    return bool(content.begun_on) and content.begun_on < before.begun_on


def _is_this(before: Publication, *, content: Content, about: About) -> bool:
    """Whether it is the publication whose content this is, known by its reference."""
    return before.organisation_id == about.owner and before.reference == content.reference
