"""How the installation reaches its mail server, from the environment."""

from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ImproperlyConfigured

from vijfluik.site import environment

SECURITY = "VIJFLUIK_MAIL_SECURITY"


class Security(StrEnum):
    """How the connection is kept from listeners."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, kw_only=True)
class Mailing:
    """Port and security, in Django's terms."""

    port: int
    starttls: bool
    tls: bool


def read(*, proof: bool, links: bool) -> Mailing:
    """What `VIJFLUIK_MAIL_SECURITY` and `VIJFLUIK_MAIL_PORT` say.

    Args:
        proof: whether people prove who they are here; then mail does not go without TLS.
        links: whether the link in a mail can be made.

    Raises:
        ImproperlyConfigured: it would, or could not be, or a word or number is none.
    """
    if proof and not links:
        raise ImproperlyConfigured(
            "VIJFLUIK_MAIL_HOST is set; set VIJFLUIK_ADDRESS too: a mail holds a link and no more."
        )
    security = environment.choice(SECURITY, default=Security.STARTTLS)
    if security == Security.NONE and proof:
        raise ImproperlyConfigured(
            f"{SECURITY} must be starttls or tls. Mail without TLS is for a demonstration only."
        )
    return Mailing(
        port=environment.number("VIJFLUIK_MAIL_PORT", default=PORTS[security], least=1),
        starttls=security == Security.STARTTLS,
        tls=security == Security.TLS,
    )
