"""The search table of a model as rows, for a search that needs nothing of the model itself.

A large register says in `searched_with` which of its fields stand in the search table beside the
key and the words (the scope, the state, what its list is ordered by), and gives its migration the
same (`Searched(…, carried=…)`). Then finding, counting and ordering reads the narrow table only,
and of the model no more than the rows of a page. Looking up each row that was found took longer
than finding it.
"""

from functools import cache
from typing import Any

from django.apps.registry import Apps
from django.db import models

from vijfluik.core.search.ddl import search_table
from vijfluik.core.versions.history import field_like

# A registry of their own: migrations must not take these classes for tables to be made.
REGISTRY = Apps()


class WordsField(models.TextField):  # type: ignore[type-arg]
    """The folded texts; `says` asks whether a word is among them, folded alike."""


@WordsField.register_lookup
class Saying(models.Lookup):
    """The words hold this one, in whatever place."""

    lookup_name = "says"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """As `search.pattern` writes it; PostgreSQL works it out once per question."""
        left, left_values = self.process_lhs(compiler, connection)
        right, right_values = self.process_rhs(compiler, connection)
        return f"{left} LIKE search.pattern({right})", (*left_values, *right_values)


def carried(model: type[models.Model]) -> frozenset[str]:
    """The fields that can be asked of the search table; empty for one that holds words only."""
    beside: tuple[str, ...] = getattr(model, "searched_with", ())
    return frozenset((model._meta.pk.name, *beside)) if beside else frozenset()


@cache
def search_model(model: type[models.Model]) -> type[models.Model]:
    """The search table as a model, read only: the key, what it carries, and `words`."""
    meta = type(
        "Meta",
        (),
        {
            "managed": False,
            "db_table": search_table(model._meta.db_table),
            "app_label": model._meta.app_label,
            "apps": REGISTRY,
        },
    )
    primary = model._meta.pk
    attributes: dict[str, Any] = {
        "__module__": model.__module__,
        "Meta": meta,
        "words": WordsField(),
        primary.name: primary.clone(),
    }
    for name in carried(model) - {primary.name}:
        field: Any = model._meta.get_field(name)
        attributes[name] = field_like(field)
    return type(f"{model.__name__}Search", (models.Model,), attributes)
