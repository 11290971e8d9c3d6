"""Reading versions: the rows as of a moment, and the history of one row."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, cast

from django.apps.registry import Apps
from django.db import models

from vijfluik.core.versions.rows import Op, VersionRow, VersionRows

# A registry of their own: migrations must not take these classes for tables to be made.
REGISTRY = Apps()
# What a field of the business model says about rows of that model, and not about versions.
OF_THE_TABLE = (
    "primary_key",
    "unique",
    "unique_for_date",
    "unique_for_month",
    "unique_for_year",
    "db_index",
    "auto_now",
    "auto_now_add",
    "default",
    "db_default",
)
WHOLE_NUMBERS: "dict[str, type[models.Field[Any, Any]]]" = {
    "AutoField": models.IntegerField,
    "SmallAutoField": models.SmallIntegerField,
    "BigAutoField": models.BigIntegerField,
}


@cache
def version_model(model: type[models.Model]) -> type[VersionRow]:
    """The versions of a model as a model: its fields, all optional, and those of `VersionRow`.

    Foreign keys lead to what they led to. When the other side is versioned itself, read it as of
    the same moment instead of following the key: it would give what the other row says now.
    """
    meta = type(
        "Meta",
        (),
        {
            "managed": False,
            "db_table": f"{model._meta.db_table}_version",
            "app_label": model._meta.app_label,
            "apps": REGISTRY,
        },
    )
    attributes: dict[str, Any] = {"__module__": model.__module__, "Meta": meta, "base": model}
    for field in model._meta.local_concrete_fields:
        attributes[field.name] = field_like(field)
    made = type(f"{model.__name__}Version", (VersionRow,), attributes)
    return cast(type[VersionRow], made)


def field_like(field: "models.Field[Any, Any]") -> "models.Field[Any, Any]":
    """A field of another table that holds what this one holds: optional, and without its rules."""
    if isinstance(field, models.ForeignKey):
        return models.ForeignKey(
            field.remote_field.model,
            models.DO_NOTHING,
            to_field=field.target_field.name,
            db_column=field.column,
            db_constraint=False,
            db_index=False,
            null=True,
            related_name="+",
            verbose_name=field.verbose_name,
        )
    if isinstance(field, models.GeneratedField):
        computed = cast("models.Field[Any, Any]", field.output_field)
        field = _named(computed, like=field)
    _name, _path, arguments, options = field.deconstruct()
    for option in OF_THE_TABLE:
        options.pop(option, None)
    kind = WHOLE_NUMBERS.get(field.get_internal_type(), type(field))
    return kind(*arguments, **options | {"null": True, "db_column": field.column})


def _named(
    field: "models.Field[Any, Any]", *, like: "models.Field[Any, Any]"
) -> "models.Field[Any, Any]":
    copy = field.clone()
    copy.set_attributes_from_name(like.name)
    copy.column = like.column
    return copy


def as_of(model: type[models.Model], *, moment: dt.datetime, using: str = "default") -> VersionRows:
    """The versions of a model's rows that held at a moment (`tx_from <= moment < tx_to`).

    The answer stays the same for ever when the moment is closed; see `moments`.

    Raises:
        ValueError: the moment has no offset.
    """
    return versions(model, using=using).at(moment)


def versions(model: type[models.Model], *, using: str = "default") -> VersionRows:
    """All versions of a model's rows that the connection may see."""
    return cast(VersionRows, version_model(model)._default_manager.using(using).all())


@dataclass(frozen=True, kw_only=True)
class Change:
    """One field that got another value; `field` is the name in the model."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, kw_only=True)
class Version:
    """One step in the life of a row, for a timeline.

    `until` is None while it holds. `values` are those of the version by the name of the field (of a
    foreign key, its key). `changes` are against the version before; all filled fields for the
    first, none for a deletion.
    """

    number: int
    op: Op
    moment: dt.datetime
    until: dt.datetime | None
    actor: uuid.UUID | None
    mandate: uuid.UUID | None
    purpose: str
    reason: str
    values: Mapping[str, object]
    changes: tuple[Change, ...]


def history(model: type[models.Model], *, key: object, using: str = "default") -> list[Version]:
    """The versions of one row from the first to the last; empty when there are none to be seen."""
    primary = model._meta.pk.name
    rows = versions(model, using=using).filter(**{primary: key}).order_by("tx_from", "vid")
    found: list[Version] = []
    before: Mapping[str, object] = MappingProxyType({})
    for row in rows:
        after = _values(row)
        found.append(_version(row, before=before, after=after))
        before = MappingProxyType({}) if row.op == Op.DELETE else after
    return found


def _values(row: VersionRow) -> Mapping[str, object]:
    fields = row.base._meta.local_concrete_fields
    return MappingProxyType({field.name: getattr(row, field.attname) for field in fields})


def _version(
    row: VersionRow, *, before: Mapping[str, object], after: Mapping[str, object]
) -> Version:
    changes = tuple(
        Change(field=name, before=before.get(name), after=value)
        for name, value in after.items()
        if before.get(name) != value and row.op != Op.DELETE
    )
    return Version(
        number=row.vid,
        op=Op(row.op),
        moment=row.tx_from,
        until=row.tx_to,
        actor=row.actor,
        mandate=row.mandate,
        purpose=row.purpose or "",
        reason=row.reason or "",
        values=after,
        changes=changes,
    )
