"""One database, seen through the role that fits the work.

Six roles, none of which inherits from another. A process gets the addresses of the roles that it
needs and no others: the web process of a real installation has no owner's password.
"""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from vijfluik.site import environment

# Connection name → environment variable. `default` is the application; `attempts` is the same
# role on a second connection that commits by itself, so that a refusal outlives a rollback.
CONNECTIONS = {
    "default": "DATABASE_URL",
    "attempts": "DATABASE_URL",
    "owner": "DATABASE_URL_OWNER",
    "clock": "DATABASE_URL_CLOCK",
    "destroyer": "DATABASE_URL_DESTROYER",
    "auditor": "DATABASE_URL_AUDITOR",
    "report": "DATABASE_URL_REPORT",
}
CONNECTION_SECONDS = 600
# The walls of the rooms make each statement look dear, so a server that can would compile it, which
# takes longer than the statement.
AS_IT_IS = "-c jit=off"


def databases() -> dict[str, dict[str, Any]]:
    """Django's `DATABASES`, with a connection for each role whose address is known.

    Raises:
        ImproperlyConfigured: `DATABASE_URL` is missing, or an address is not PostgreSQL's.
    """
    found = {"default": connection(environment.database_url("DATABASE_URL"))}
    for alias, name in CONNECTIONS.items():
        address = environment.database_url(name, "postgresql:///")
        if address != "postgresql:///":
            found[alias] = connection(address)
    return found


def connection(address: str) -> dict[str, Any]:
    """Django's settings for one `postgresql://user:password@host:port/name?option=…` address."""
    parts = urlsplit(address)
    options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": CONNECTION_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**options, "options": f"{options.get('options', '')} {AS_IT_IS}".strip()},
    }
