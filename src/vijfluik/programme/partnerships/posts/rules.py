"""What makes a post right: a place, an end, and nobody's name; and when it asks for attention."""

import datetime as dt
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About, Mark, Term
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.partnerships.common import in_order, one_said, over
from vijfluik.programme.partnerships.models import Post
from vijfluik.programme.partnerships.partnership.register import REGISTER as PARTNERSHIPS
from vijfluik.programme.partnerships.vocabulary import PostKind, PostState

# How a person is written to; a function never is.
_ADDRESSED = re.compile(r"\b(dhr|de heer|mevr|mevrouw|mw|drs)\b|@", re.IGNORECASE)


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a post."""
    yield from same_owner(content, about, field="partnership", parent=PARTNERSHIPS)
    yield from _place(content)
    yield from _nobody(content)
    if about.state == PostState.FILLED:
        yield from one_said(
            content,
            names=("until_on", "until_said"),
            right=_("tot en met welke dag, of het einde in woorden"),
        )
    if content.report and content.reported_on is None:
        yield Fault(
            field="reported_on", wrong=_("ontbreekt"), right=_("de dag waarop verslag is gedaan")
        )
    yield from in_order(
        content,
        first="from_on",
        then=("until_on", "reported_on"),
        right=_("de dag van het begin of later"),
    )


def _place(content: Content) -> Iterator[Fault]:
    """A regional post stands in a region, a bilateral one in a country."""
    needed = {
        PostKind.REGIONAL: "region",
        PostKind.ADDITIONAL: "region",
        PostKind.BILATERAL: "country",
        PostKind.LIAISON: "country",
        PostKind.ORGANISATION: "host",
        PostKind.SECONDMENT: "host",
    }.get(content.kind)
    if needed and not content[needed]:
        yield Fault(
            field=needed, wrong=_("ontbreekt"), right=_("waar deze soort post gevestigd is")
        )


def _nobody(content: Content) -> Iterator[Fault]:
    for name in ("title", "host", "tasks", "report", "handover"):
        if _ADDRESSED.search(content[name]):
            yield Fault(
                field=name,
                wrong=_("hier lijkt een persoon te staan"),
                right=_("de functie of de organisatie, zonder naam of adres"),
            )


def until(post: Post) -> dt.date | None:
    """The last day; without one, a year after it was filled: then somebody looks again."""
    if post.until_on is not None or post.from_on is None:
        day: dt.date | None = post.until_on
        return day
    return _years_on(post.from_on, years=post.term_years or 1)


def _years_on(day: dt.date, *, years: int) -> dt.date:
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year + years)


def lapsed(post: Post) -> Mark | None:
    """Whether its last day has passed while it still stands as filled."""
    if post.state != PostState.FILLED:
        return None
    return over(until(post), label=gettext_lazy("termijn verlopen"))


TERMS = (
    Term(
        kind="end",
        label=gettext_lazy("besluiten over de post: verlengen of opheffen"),
        state=PostState.FILLED,
        ends=until,
        provision=gettext_lazy(
            "Eigen regel: een post loopt vanzelf af; verlengen is een besluit met een reden."
        ),
        answer="prolong",
    ),
)
