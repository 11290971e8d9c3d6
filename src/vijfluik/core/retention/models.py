"""What stays of a record that was destroyed."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Destroyable(models.Model):
    """A table whose rows can be destroyed, and where its rows stand besides; written by migrations.

    `lapsed` is the function of the database that answers the keys whose time is over, `grounds` are
    the only ones on which somebody may withdraw a row: words of one's own would outlive it.
    """

    base = models.CharField(max_length=60, primary_key=True)
    thing = models.CharField(max_length=40)
    object_type = models.CharField(max_length=80)
    owner = models.CharField(max_length=60)
    steps = models.CharField(max_length=60)
    link = models.CharField(max_length=60)
    lapsed = models.CharField(max_length=120)
    grounds: "models.Field[list[str], list[str]]" = ArrayField(models.CharField(max_length=120))

    class Meta:
        db_table = "retention_destroyable"

    def __str__(self) -> str:
        return self.base


class Tombstone(models.Model):
    """One record that was destroyed: who, when, on what ground, and a hash over what went."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # What went in one act or in one run of the destroyer.
    batch = models.UUIDField(_("partij"))
    base = models.CharField(max_length=60)
    thing = models.CharField(_("register"), max_length=40)
    object_key = models.UUIDField(_("sleutel"))
    organisation = models.CharField(_("organisatie"), max_length=40)
    ground = models.CharField(_("grond"), max_length=120)
    # None: its time was over and nobody decided.
    actor = models.UUIDField(_("door"), null=True)
    destroyed_at = models.DateTimeField(_("vernietigd op"))
    versions = models.PositiveIntegerField(_("versies"))
    steps = models.PositiveIntegerField(_("stappen"))
    digest = models.BinaryField(_("hash"))

    class Meta:
        db_table = "retention_tombstone"
        verbose_name = _("bewijs van vernietiging")
        verbose_name_plural = _("bewijzen van vernietiging")
        ordering = ("-destroyed_at", "key")
        indexes = (models.Index(fields=("object_key",), name="retention_tombstone_object"),)

    def __str__(self) -> str:
        return f"{self.thing} {self.destroyed_at:%Y-%m-%d}"
