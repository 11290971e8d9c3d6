"""To whom somebody reports what keeps them from using the platform, from the environment."""

import datetime as dt
import re
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured

from vijfluik.core.accounts.providers.fetching import secure
from vijfluik.site import environment

BY = "VIJFLUIK_ACCESSIBILITY_BY"
MAIL = "VIJFLUIK_ACCESSIBILITY_MAIL"
PHONE = "VIJFLUIK_ACCESSIBILITY_PHONE"
REGISTER = "VIJFLUIK_ACCESSIBILITY_REGISTER"
AUDIT = "VIJFLUIK_ACCESSIBILITY_AUDIT"
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")


@dataclass(frozen=True, kw_only=True)
class Reporting:
    """What an installation says of itself in its accessibility statement.

    Attributes:
        by: the organisation that answers for the installation; empty when not filled in.
        mail: where a barrier is reported; empty when not filled in.
        phone: the same by telephone; may be empty.
        register: the statement's page in the government's register; may be empty.
        audit: the day before which others will have examined it; None when none was set.
    """

    by: str = ""
    mail: str = ""
    phone: str = ""
    register: str = ""
    audit: dt.date | None = None

    @property
    def complete(self) -> bool:
        """Whether a reader finds out whom to turn to."""
        return bool(self.by and self.mail)


def read() -> Reporting:
    """What the environment says.

    Raises:
        ImproperlyConfigured: an address is none, or the day is no day (YYYY-MM-DD).
    """
    found = Reporting(
        by=environment.text(BY, ""),
        mail=environment.text(MAIL, ""),
        phone=environment.text(PHONE, ""),
        register=environment.text(REGISTER, ""),
        audit=_day(environment.text(AUDIT, "")),
    )
    if found.mail and not ADDRESS.fullmatch(found.mail):
        raise ImproperlyConfigured(f"{MAIL} must be an address of mail, not {found.mail!r}.")
    if found.register and not secure(found.register):
        raise ImproperlyConfigured(f"{REGISTER} must be an https address, not {found.register!r}.")
    return found


def _day(value: str) -> dt.date | None:
    if not value:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise ImproperlyConfigured(f"{AUDIT} must be a day as 2027-03-01, not {value!r}.") from None
