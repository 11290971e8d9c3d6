"""Asking the search table beside a model: as a condition, and among the first rows of a list."""

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import connections
from django.db.models import BooleanField, F, Func, Model, QuerySet, Value
from django.db.models.fields import TextField

from vijfluik.core.search.ddl import search_table
from vijfluik.core.versions.tables import quoted

if TYPE_CHECKING:
    _Func = Func[Any]
else:
    # Generic for the type checker only.
    _Func = Func

_MATCH = "{text} LIKE search.pattern(%s)"


class Says(_Func):
    """The condition that the texts of a row hold each of the words, folded alike."""

    output_field = BooleanField()

    def __init__(self, model: type[Model], words: Sequence[str]) -> None:
        """Name the model that is searched and at least one word."""
        values = [Value(word, output_field=TextField()) for word in words]
        super().__init__(F("pk"), *values)
        self._model = model

    def as_sql(
        self,
        compiler: Any,
        connection: Any,  # noqa: ARG002 (as Django calls it)
        function: str | None = None,  # noqa: ARG002
        template: str | None = None,  # noqa: ARG002
        arg_joiner: str | None = None,  # noqa: ARG002
        **extra_context: Any,  # noqa: ARG002
    ) -> tuple[str, tuple[Any, ...]]:
        """A set of keys: PostgreSQL reads the narrow table once and looks up what it found."""
        key, *words = self.get_source_expressions()
        left, left_values = compiler.compile(key)
        own = quoted(str(self._model._meta.pk.column))
        place = f"public.{quoted(search_table(self._model._meta.db_table))}"
        values: list[Any] = [*left_values]
        matches = []
        for word in words:
            text, parameters = compiler.compile(word)
            matches.append(_MATCH.format(text='"s"."words"') % text)
            values += parameters
        return (
            f'{left} IN (SELECT "s".{own} FROM {place} "s" WHERE {" AND ".join(matches)})',
            tuple(values),
        )


def saying(
    models: Sequence[type[Model]], *, words: Sequence[str], using: str = "default"
) -> set[type[Model]]:
    """Those of the models of which some row that may be seen says each word, in one question.

    Args:
        models: with search tables.
        words: at least one.
    """
    if not models:
        return set()
    matches = " AND ".join(_MATCH.format(text='"s"."words"') for _ in words)
    parts = [
        f"SELECT {number} WHERE EXISTS (SELECT FROM"
        f' public.{quoted(search_table(model._meta.db_table))} "s" WHERE {matches})'
        for number, model in enumerate(models)
    ]
    with connections[using].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [*words] * len(models))
        return {models[row[0]] for row in cursor.fetchall()}


def nearest(
    rows: QuerySet[Any], *, words: Sequence[str], limit: int, using: str = "default"
) -> list[uuid.UUID]:
    """The keys of the first rows of a bounded, ordered list that say each of the words.

    Row after row in the order of the list, until enough are found: for a word that is common this
    is a thousandth of the work of finding all that say it.

    Args:
        rows: ordered, with a limit.
        words: at least one.
        limit: how many to find at most.
    """
    model = rows.model
    key = quoted(str(model._meta.pk.column))
    statement, values = rows.values(model._meta.pk.name).query.sql_with_params()
    place = f"public.{quoted(search_table(model._meta.db_table))}"
    text = f'(SELECT "s"."words" FROM {place} "s" WHERE "s".{key} = "near".{key})'
    matches = " AND ".join(_MATCH.format(text=text) for _ in words)
    with connections[using].cursor() as cursor:
        cursor.execute(
            f'SELECT "near".{key} FROM ({statement}) AS "near" WHERE {matches} LIMIT %s',
            [*values, *words, limit],
        )
        return [row[0] for row in cursor.fetchall()]
