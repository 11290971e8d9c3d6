"""Connections outside Django's: the sealer and the verifiers speak COPY and share snapshots."""

from typing import TypeAlias

import psycopg
from psycopg.conninfo import make_conninfo

Parameters: TypeAlias = dict[str, str]
Connection: TypeAlias = psycopg.Connection[tuple[object, ...]]


def connect(where: Parameters, *, autocommit: bool = True) -> Connection:
    """A connection of our own, in UTF-8, that names itself to whoever looks.

    Raises:
        psycopg.OperationalError: the server is not there or refuses.
    """
    made: Connection = psycopg.connect(
        make_conninfo(client_encoding="UTF8", application_name="vijfluik journal", **where),
        autocommit=autocommit,
    )
    return made
