"""Where the database of the journal is, for connections outside Django's."""

from django.db import connections

from vijfluik.core.journal.connecting import Parameters

_PASSED = ("dbname", "user", "password", "host", "port", "options", "sslmode", "sslrootcert")


def parameters(*, alias: str = "auditor") -> Parameters:
    """What libpq needs to connect as the role behind one of Django's connections."""
    found = connections[alias].get_connection_params()
    return {name: str(found[name]) for name in _PASSED if found.get(name)}
