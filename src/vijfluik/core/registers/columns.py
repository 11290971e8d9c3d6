"""The column of a model under its name."""

from typing import Any

from django.db import models


def column_of(model: type[models.Model], name: str) -> "models.Field[Any, Any]":
    """The field that is a column of the model's own table.

    Raises:
        FieldDoesNotExist: the model has no such name.
        TypeError: it leads to other rows instead.
    """
    found = model._meta.get_field(name)
    if not isinstance(found, models.Field):
        raise TypeError(f"{model._meta.label}.{name} is no column")
    return found
