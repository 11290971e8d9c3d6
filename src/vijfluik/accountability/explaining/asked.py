"""Which two moments a page asks about, in the address: `?van=` and `?tot=`."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from vijfluik.accountability.explaining.causes import Cause
from vijfluik.accountability.figures.pages_moment import KnownOn, moment_asked

SINCE, UNTIL, CAUSE = "van", "tot", "oorzaak"
# The public vocabulary is Dutch, whatever the language of the screen.
WORDS = {
    Cause.PERIOD: "periode",
    Cause.NEW: "nieuw",
    Cause.STATE: "stand",
    Cause.CORRECTED: "gecorrigeerd",
    Cause.WITHDRAWN: "ingetrokken",
    Cause.REPLACED: "vervangen",
    Cause.DEFINITION: "definitie",
    Cause.BOUNDARY: "indeling",
    Cause.SUPPRESSION: "afscherming",
}


@dataclass(frozen=True, kw_only=True)
class Between:
    """Two moments of a page. fault: why they cannot be answered, as a sentence."""

    since: KnownOn
    until: KnownOn
    fault: str = ""

    def query(self, **more: str) -> str:
        """What stands behind an address to ask about exactly these moments."""
        return "?" + urlencode({SINCE: self.since.address, UNTIL: self.until.address, **more})


def between_asked(parameters: Mapping[str, str], *, usual: dt.datetime | None) -> Between:
    """The moments that an address names.

    Args:
        parameters: of the address.
        usual: the first moment when the address names none; a year before the second when None.
    """
    until = moment_asked(parameters.get(UNTIL, "").strip())
    asked = parameters.get(SINCE, "").strip()
    since = moment_asked(asked)
    if not asked:
        year = dt.timedelta(days=365)
        since = KnownOn(as_of=until.as_of - year if usual is None else usual)
    fault = until.fault or since.fault
    if not fault and since.as_of >= until.as_of:
        fault = _("Het tweede moment moet na het eerste liggen. Kies een eerdere dag bij ‘van’.")
    return Between(since=since, until=until, fault=fault)


def cause_asked(parameters: Mapping[str, str]) -> Cause | None:
    """The cause that an address names; None when it names none that there is."""
    word = parameters.get(CAUSE, "")
    return next((cause for cause, each in WORDS.items() if each == word), None)
