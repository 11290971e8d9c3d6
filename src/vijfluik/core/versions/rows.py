"""A version as a Django object: read only, of no table that migrations know."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models.expressions import RawSQL

from vijfluik.core.versions.tables import quoted

# How a current version ends, in the database. In Python it is None.
INFINITY = "infinity"


class Op(models.TextChoices):
    """What the transaction did to the row; a deletion is a version of no duration."""

    INSERT = "I", "insert"
    UPDATE = "U", "update"
    DELETE = "D", "delete"


class UntilField(models.DateTimeField):  # type: ignore[type-arg]
    """The end of a version; None while it is current. Filter with `current()`, not with None."""

    def select_format(self, compiler: Any, sql: str, params: Any) -> tuple[str, Any]:  # noqa: ARG002
        """Python's years end at 9999: an end that lies in no year is read as null."""
        return f"NULLIF({sql}, 'infinity')", params

    def get_prep_value(self, value: Any) -> Any:
        """A moment, or the end that never comes."""
        return value if value == INFINITY else super().get_prep_value(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """As `get_prep_value`."""
        if value == INFINITY:
            return value
        return super().get_db_prep_value(value, connection, prepared)


class VersionRows(models.QuerySet["VersionRow"]):
    """Questions to a version table."""

    def at(self, moment: dt.datetime) -> Self:
        """The versions that held at a moment: at most one of each row.

        Raises:
            ValueError: the moment has no offset.
        """
        if moment.tzinfo is None:
            raise ValueError("a moment needs an offset")
        return self.filter(tx_from__lte=moment, tx_to__gt=moment)

    def current(self) -> Self:
        """The versions that hold now, this transaction's own included."""
        return self.filter(tx_to=INFINITY)

    def with_faults(self) -> Self:
        """The versions whose stored hash is not that of what they say, computed in the database."""
        table = self.model._meta.db_table
        function = quoted(f"{self.model.base._meta.db_table}_hash")
        computed = RawSQL(  # noqa: S611 (a quoted name, no text of anybody's)
            f"versions.{function}({quoted(table)})", (), output_field=models.BinaryField()
        )
        return self.annotate(vijfluik_computed=computed).exclude(
            row_hash=models.F("vijfluik_computed")
        )


class VersionRow(models.Model):
    """What every version table has beside the columns of its table."""

    # The business model, set on each class that `history.version_model` makes.
    base: type[models.Model]

    vid = models.BigIntegerField(primary_key=True)
    tx_from = models.DateTimeField()
    tx_to = UntilField()
    op = models.CharField(max_length=1, choices=Op)
    actor = models.UUIDField(null=True)
    mandate = models.UUIDField(null=True)
    # Null in the database where nothing was said, which the hash keeps apart from an empty text.
    purpose = models.TextField(null=True)  # noqa: DJ001
    reason = models.TextField(null=True)  # noqa: DJ001
    salt = models.UUIDField(default=uuid.uuid4)
    row_hash = models.BinaryField()

    objects = VersionRows.as_manager()

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """The fields of the business model, which no type checker can know here."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.base._meta.label} version {self.vid}"
