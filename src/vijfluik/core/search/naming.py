"""Finding words in names that the software brings along, folded as the texts of registers are."""

from collections.abc import Mapping, Sequence

from django.db import connection

_STATEMENT = (
    "SELECT n.key FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS n (key, name, at)"
    " WHERE {matches} ORDER BY n.at"
)
_MATCH = "search.folded(n.name) LIKE search.pattern(%s)"


def names_saying(names: Mapping[str, str], *, words: Sequence[str]) -> list[str]:
    """The keys of the names in which each word occurs, in their order; none without words.

    Args:
        names: key → everything that it is called.
        words: at least one, as typed.
    """
    if not words or not names:
        return []
    statement = _STATEMENT.format(matches=" AND ".join([_MATCH] * len(words)))
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(names), list(names.values()), *words])
        return [row[0] for row in cursor.fetchall()]
