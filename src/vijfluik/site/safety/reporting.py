"""Whether the accessibility statement tells whom to turn to: the law asks for that."""

from collections.abc import Iterator

from django.conf import settings

from vijfluik.site.barriers import BY, MAIL
from vijfluik.site.safety.findings import Finding


def statement() -> Iterator[Finding]:
    """An organisation that answers, and an address where a barrier is reported."""
    if not settings.REPORTING.complete:
        yield Finding(
            check="accessibility",
            what="The accessibility statement does not say whom to tell of a barrier.",
            why="Whoever cannot use a page has nobody to turn to, and the statement is not complete"
            " as the decree on digital accessibility asks.",
            remedy=f"Set {BY} and {MAIL}.",
        )
