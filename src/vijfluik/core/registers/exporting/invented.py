"""What a file says about itself in the demonstration; outside it, nothing."""

from django.conf import settings

NOTICE = "verzonnen gegevens"


def invented_notice() -> str:
    """That the data are invented; empty outside the demonstration."""
    return NOTICE if settings.DEMONSTRATION else ""


def invented_mark() -> str:
    """The same for within the name of a file, after what it is called."""
    return f"-{NOTICE.replace(' ', '-')}" if settings.DEMONSTRATION else ""
