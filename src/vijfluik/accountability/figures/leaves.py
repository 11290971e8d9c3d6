"""The leaves of a figure's records, from row hashes that are computed anew from their columns."""

import datetime as dt
from collections.abc import Iterable

from django.db import connections

from vijfluik.accountability.figures.computing import REPORT
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.tree import leaves_of
from vijfluik.core.access.gate import acting_now
from vijfluik.core.facts import compiling
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import canonical, plain
from vijfluik.core.partners.acting import acting


def leaves(definitions: Iterable[Definition], *, as_of: dt.datetime) -> dict[str, list[bytes]]:
    """Figure → the leaves of its records in the order of their keys; equal sets are read once.

    Args:
        definitions: of the figures.
        as_of: a closed moment.

    Raises:
        Refused: nobody acts.
    """
    found: dict[str, list[bytes]] = {}
    known: dict[str, list[bytes]] = {}
    with acting(acting_now(), using=REPORT), connections[REPORT].cursor() as cursor:
        for definition in definitions:
            source = source_named(definition.query.source)
            statement = compiling.recomputed(definition.query, source=source, as_of=as_of)
            asked = canonical([statement.sql, plain(statement.parameters)])
            if asked not in known:
                cursor.execute(statement.sql, statement.bound())
                _, row_hashes = cursor.fetchone() or (0, None)
                known[asked] = leaves_of(bytes(row_hashes or b""))
            found[definition.id] = known[asked]
    return found
