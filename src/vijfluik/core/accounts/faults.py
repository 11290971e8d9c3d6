"""What cannot be, said per field."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

LONGEST_REASON = 500


class Invalid(ValueError):
    """What was asked cannot be; `faults` says per field what is wrong and what would be right."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {text}" for name, text in faults.items()))
        self.faults = dict(faults)


class NotNow(Exception):
    """The act does not fit how the account stands; `message` says why and what can be done."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def needed_reason(reason: str) -> str:
    """The reason without spaces around it.

    Raises:
        Invalid: there is none, or it is longer than 500 characters.
    """
    why = reason.strip()
    if not why:
        raise Invalid({"reason": _("Geef de reden; zij blijft bij het account staan.")})
    if len(why) > LONGEST_REASON or "\0" in why:
        raise Invalid({"reason": _("Geef de reden in ten hoogste 500 tekens.")})
    return why
