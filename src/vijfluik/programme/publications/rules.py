"""What makes a publication right beyond its fields: days in order, a line without a loop."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.publications.models import Publication

# A line of predecessors longer than this is a mistake, and the search for a loop ends there.
LONGEST_LINE = 50


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a publication."""
    yield from _days(content)
    yield from _predecessor(content, about)


def _days(content: Content) -> Iterator[Fault]:
    after = ("submitted_on", "begun_on"), ("review_on", "published_on")
    for later, earlier in (*after, ("in_use_on", "published_on"), ("ended_on", "published_on")):
        first, second = content[earlier], content[later]
        if first is not None and second is not None and second < first:
            label = Publication._meta.get_field(earlier).verbose_name  # type: ignore[union-attr]
            yield Fault(
                field=later,
                wrong=_("dit is vóór “%(earlier)s”") % {"earlier": label},
                right=_("die dag of later"),
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
