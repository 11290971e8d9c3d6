"""The two days of a page of the law: in force on (`op`) and as known on (`bekend`)."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from vijfluik.core.partners.queries import today

ON, KNOWN = "op", "bekend"
FIRST, LAST = 1900, 2999


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The days of a page; what stood in the address; why one of them is no day.

    With a fault the page shows no law at all: that of another day would be taken for the answer.
    """

    on: dt.date
    known: dt.date
    given: dict[str, str]
    faults: dict[str, str]

    @property
    def now(self) -> bool:
        """Whether neither day was asked for."""
        return not self.given

    def query(self, **more: str) -> str:
        """What stands behind an address to keep these days; empty when none was asked for."""
        encoded = urlencode(({} if self.faults else self.given) | more)
        return f"?{encoded}" if encoded else ""


def asked(request: HttpRequest) -> Asked:
    """Read the days from the address; today for one that is not given."""
    now = today()
    given = {
        name: request.GET[name].strip() for name in (ON, KNOWN) if request.GET.get(name, "").strip()
    }
    days: dict[str, dt.date] = {}
    faults: dict[str, str] = {}
    for name, text in given.items():
        day = day_in(text)
        if day is None:
            faults[name] = _("Dit is geen dag. Schrijf een dag als 2019-04-15.")
        elif name == KNOWN and day > now:
            faults[name] = _("Wat later bekend wordt, weet nu niemand. Kies vandaag of eerder.")
        else:
            days[name] = day
    return Asked(on=days.get(ON, now), known=days.get(KNOWN, now), given=given, faults=faults)


def day_in(text: str) -> dt.date | None:
    """The day that a text writes; None for any other text and for years out of reach."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST <= day.year <= LAST else None
