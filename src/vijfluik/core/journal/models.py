"""The journal as Django reads it. The tables are made by SQL (`sql/tables.sql`) and only read here:
events are written by `recording`, blocks by the sealer."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.results import Origin, Result


class Event(models.Model):
    """One act or one decision."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    moment = models.DateTimeField(_("tijdstip"))
    actor = models.UUIDField(_("wie"), null=True)
    actor_name = models.TextField(_("naam"))
    organisation = models.TextField(_("organisatie"))
    mandate = models.UUIDField(_("mandaat"), null=True)
    purpose = models.TextField(_("doel"))
    action = models.TextField(_("handeling"))
    object_type = models.TextField(_("soort object"))
    object_key = models.TextField(_("object"))
    result = models.TextField(_("resultaat"), choices=Result)
    rule = models.TextField(_("regel"))
    policy_version = models.TextField(_("versie van het beleid"))
    reason = models.TextField(_("reden"))
    origin = models.TextField(_("herkomst"), choices=Origin)
    trace = models.TextField(_("spoor"))
    span = models.TextField(_("stap"))
    details = models.TextField(_("bijzonderheden"))
    subjects: "models.Field[list[uuid.UUID], list[uuid.UUID]]" = ArrayField(
        models.UUIDField(), verbose_name=_("betrokkenen")
    )
    objects_shown: "models.Field[list[uuid.UUID], list[uuid.UUID]]" = ArrayField(
        models.UUIDField(),
        verbose_name=_("getoonde vastleggingen"),
        db_column="objects",
        default=list,
    )
    encoding = models.SmallIntegerField(_("versie van de codering"))
    hash = models.BinaryField(_("hash"))

    class Meta:
        managed = False
        db_table = "journal_event"
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")

    def __str__(self) -> str:
        return f"{self.moment:%Y-%m-%d %H:%M:%S} {self.action} {self.result}"


class BlockRow(models.Model):
    """A block of the chain."""

    number = models.BigIntegerField(_("nummer"), primary_key=True)
    kind = models.TextField(_("soort"))
    previous = models.BinaryField(_("hash van het vorige blok"))
    root = models.BinaryField(_("wortel"))
    events = models.IntegerField(_("gebeurtenissen"))
    month = models.DateField(_("maand"))
    sealed_at = models.DateTimeField(_("verzegeld op"))
    hash = models.BinaryField(_("hash"))

    class Meta:
        managed = False
        db_table = "journal_block"
        verbose_name = _("blok")
        verbose_name_plural = _("blokken")

    def __str__(self) -> str:
        return str(self.number)


class MonthDrop(models.Model):
    """A month whose events went after their term."""

    block = models.OneToOneField(
        BlockRow, models.DO_NOTHING, primary_key=True, db_column="block", verbose_name=_("blok")
    )
    month = models.DateField(_("maand"))
    dropped_at = models.DateTimeField(_("verwijderd op"))
    actor = models.UUIDField(_("wie"))
    actor_name = models.TextField(_("naam"))
    reason = models.TextField(_("reden"))
    blocks = models.IntegerField(_("blokken"))
    events = models.BigIntegerField(_("gebeurtenissen"))

    class Meta:
        managed = False
        db_table = "journal_drop"
        verbose_name = _("verwijderde maand")
        verbose_name_plural = _("verwijderde maanden")

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class Delivery(models.Model):
    """How far a view of the journal was delivered to a collector: the place in the chain of the
    last event that it took. While it takes nothing, since when and why."""

    view = models.SlugField(_("weergave"), max_length=10, primary_key=True)
    block = models.BigIntegerField(_("blok"), default=0)
    position = models.IntegerField(_("plaats"), default=0)
    delivered_at = models.DateTimeField(_("laatst afgeleverd"), null=True)
    failing_since = models.DateTimeField(_("lukt niet sinds"), null=True)
    fault = models.CharField(_("waarom niet"), max_length=20, blank=True)
    rejected = models.BigIntegerField(_("afgewezen regels"), default=0)

    class Meta:
        db_table = "journal_delivery"
        verbose_name = _("aflevering")
        verbose_name_plural = _("afleveringen")

    def __str__(self) -> str:
        return f"{self.view} {self.block}.{self.position}"
