"""As known when: the moment that a page of figures was asked for, in the address (`?op=`)."""

import datetime as dt
import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.versions.moments import NotClosed, close, closed_moment, parse_moment
from vijfluik.ui.formatting import day, moment
from vijfluik.ui.language import page_language

PARAMETER = "op"
# In an address a plus that was not written as %2B arrives as a space.
LOST_PLUS = re.compile(r" (?=\d\d:\d\d$)")


@dataclass(frozen=True, kw_only=True)
class KnownOn:
    """The moment as of which a page shows figures.

    as_of: closed. asked: what stood in the address; empty for the latest closed moment. fault: why
    what was asked cannot be shown, as a sentence; then the page shows no figures at all, because
    those of another moment would be taken for the answer.
    """

    as_of: dt.datetime
    asked: str = ""
    fault: str = ""

    @property
    def pinned(self) -> bool:
        """Whether the reader asked for a moment, so that the page stays the same for ever."""
        return bool(self.asked) and not self.fault

    @property
    def day(self) -> dt.date:
        """The Dutch day of the moment, for the field of the form."""
        return self.as_of.astimezone(AMSTERDAM).date()

    @property
    def text(self) -> str:
        """The moment in words: "1 maart 2019", or with its time when it is not a whole day."""
        local = self.as_of.astimezone(AMSTERDAM)
        if local.time() == dt.time.max:
            return _("%(day)s (einde van de dag)") % {"day": day(local, language=page_language())}
        return moment(self.as_of, language=page_language())

    def query(self, **parameters: str) -> str:
        """What stands behind an address to stay at this moment: "?op=2019-03-01" or nothing."""
        kept = {PARAMETER: self.asked} if self.pinned else {}
        encoded = urlencode(kept | parameters)
        return f"?{encoded}" if encoded else ""

    @property
    def address(self) -> str:
        """Exactly this moment, as it stands in an address."""
        return address_text(self.as_of)

    @property
    def pin(self) -> str:
        """The query that pins exactly this moment."""
        return f"?{urlencode({PARAMETER: self.address})}"


def known_on(request: HttpRequest) -> KnownOn:
    """Read the moment from the address; the latest closed one when there is none."""
    asked = request.GET.get(PARAMETER, "").strip()
    return moment_asked(asked)


def moment_asked(asked: str) -> KnownOn:
    """The moment that a text asks for, or the fault in it."""
    latest = closed_moment()
    if not asked:
        return KnownOn(as_of=latest)
    text = LOST_PLUS.sub("+", asked)
    try:
        as_of = parse_moment(text)
    except (ValueError, OverflowError):
        return KnownOn(
            as_of=latest,
            asked=asked,
            fault=_(
                "Dit is geen dag of moment. Schrijf een dag als 2019-03-01, of een moment als"
                " 2019-03-01T12:00:00+01:00."
            ),
        )
    try:
        close(as_of, longest_wait=0)
    except NotClosed:
        return KnownOn(as_of=latest, asked=asked, fault=_fault(as_of, latest=latest))
    return KnownOn(as_of=as_of, asked=text)


def _fault(asked: dt.datetime, *, latest: dt.datetime) -> str:
    shown = moment(latest, language=page_language(), seconds=True)
    if asked <= timezone.now():
        return _(
            "Dit moment is nog niet afgesloten: er wordt nog vastgelegd. Het laatste afgesloten"
            " moment is %(latest)s. Probeer het over een minuut opnieuw."
        ) % {"latest": shown}
    return _(
        "Dit moment ligt in de toekomst of is nog niet voorbij. Het laatste afgesloten moment is"
        " %(latest)s. Vraag een dag die voorbij is, of de stand van nu."
    ) % {"latest": shown}


def address_text(as_of: dt.datetime) -> str:
    """A moment as it stands in an address, without a plus."""
    return as_of.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
