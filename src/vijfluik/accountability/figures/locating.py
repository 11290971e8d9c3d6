"""Finding the record by which a recomputed record set differs from that of a receipt."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from django.db.backends.utils import CursorWrapper

from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.tree import FINGERPRINT
from vijfluik.accountability.figures.verdicts import Difference
from vijfluik.core.facts import compiling
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import Statement

Place = tuple[str, int]


class Locator:
    """The records of a figure now, beside the fingerprints of those that the receipt pinned."""

    def __init__(
        self,
        *,
        cursor: CursorWrapper,
        definition: Definition,
        as_of: dt.datetime,
        leaves: Sequence[bytes],
        fingerprints: bytes,
    ) -> None:
        self._cursor = cursor
        self._query = definition.query
        self._source = source_named(definition.query.source)
        self._as_of = as_of
        self._found = [leaf[:FINGERPRINT] for leaf in leaves]
        self._pinned = [
            fingerprints[at : at + FINGERPRINT] for at in range(0, len(fingerprints), FINGERPRINT)
        ]

    def difference(self) -> Difference:
        """What happened to the record set, with the first record that shows it.

        A version that does not fit its own hash was altered, whether or not it is still counted.
        Otherwise hash and columns were altered together, a version was slipped in, or one is gone.
        """
        altered = self._first_altered()
        if altered is not None:
            return _at(altered, detail="the columns of this version do not fit its hash")
        extra = self._first_extra()
        if extra is not None:
            return _at(extra, detail="the receipt does not hold this version")
        return Difference(part="records", detail=self._gap())

    def stored_hash_altered(self) -> Difference:
        """The columns give the root, the stored hashes do not: a stored hash was altered."""
        place = self._first_altered()
        detail = "the stored hash of this version does not fit its columns"
        return (
            Difference(part="records", detail=detail)
            if place is None
            else _at(place, detail=detail)
        )

    def _first_altered(self) -> Place | None:
        statement = compiling.altered(source=self._source, as_of=self._as_of)
        return self._first(statement)

    def _first_extra(self) -> Place | None:
        left = Counter(self._pinned)
        for place, fingerprint in zip(self._places(), self._found, strict=True):
            if not left[fingerprint]:
                return place
            left[fingerprint] -= 1
        return None

    def _gap(self) -> str:
        """Where the first record is missing, told by its neighbours that are still there."""
        places = self._places()
        at = next(
            (
                at
                for at, fingerprint in enumerate(self._pinned)
                if at >= len(self._found) or self._found[at] != fingerprint
            ),
            len(self._pinned),
        )
        before = places[at - 1][0] if 0 < at <= len(places) else "the first"
        after = places[at][0] if at < len(places) else "the last"
        missing = len(self._pinned) - len(self._found)
        return (
            f"{missing} of {len(self._pinned)} records are gone,"
            f" the first between {before} and {after}"
        )

    def _places(self) -> list[Place]:
        statement = compiling.keys(self._query, source=self._source, as_of=self._as_of)
        self._cursor.execute(statement.sql, statement.bound())
        return [(str(key), int(version)) for key, version in self._cursor.fetchall()]

    def _first(self, statement: Statement) -> Place | None:
        self._cursor.execute(statement.sql, statement.bound())
        row = self._cursor.fetchone()
        return None if row is None else (str(row[0]), int(row[1]))


def _at(place: Place, *, detail: str) -> Difference:
    return Difference(part="records", detail=detail, key=place[0], version=place[1])
