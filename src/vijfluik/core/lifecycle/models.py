"""Steps that were taken and dates that are due."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import FourEyes, Organisation, Professional

# The mixin stands with the partners, whose mandates need it and lie below this room.
__all__ = ["ApprovedStep", "Due", "FourEyes", "Step", "Worked"]


class Step(models.Model):
    """A step in the life of a record; a room subclasses it with a foreign key to its own record.

    `business_date` is the day it was true (*peildatum*); `registered_at` the moment we knew it
    (*kennisdatum*). The two are never mixed: a figure counts by the first and reproduces by the
    second.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    edge = models.CharField(_("stap"), max_length=30)
    from_state = models.CharField(_("van"), max_length=30, blank=True)
    to_state = models.CharField(_("naar"), max_length=30)
    business_date = models.DateField(_("datum"))
    registered_at = models.DateTimeField(_("vastgelegd op"))
    taken_by = models.ForeignKey(
        Professional, models.PROTECT, related_name="+", verbose_name=_("door")
    )
    reason = models.CharField(_("reden"), max_length=500, blank=True)

    class Meta:
        abstract = True


class ApprovedStep(Step):
    """A step in a lifecycle with edges of four eyes.

    `proposed_by` is who brought the record into the state that such an edge starts in. The
    database holds that the two are different, and that it really was this person
    (`core.registers.scoped.ScopedSteps`). A subclass lists `ApprovedStep.constraint("<table>")`.
    """

    proposed_by = models.ForeignKey(
        Professional,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("voorgesteld door"),
    )

    class Meta:
        abstract = True

    @staticmethod
    def constraint(table: str) -> models.CheckConstraint:
        """Two different people, whatever the code above forgets."""
        return models.CheckConstraint(
            name=f"{table}_four_eyes",
            condition=models.Q(proposed_by__isnull=True)
            | ~models.Q(proposed_by=models.F("taken_by")),
        )


class Due(models.Model):
    """Something that must be done by a day; the clock reads and closes these rows and no others.

    It names its object by key only: the clock never learns what the object is about.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    register = models.SlugField(max_length=40)
    object_key = models.UUIDField()
    kind = models.SlugField(max_length=40)
    due_on = models.DateField()
    provision = models.CharField(max_length=200)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "lifecycle_due"
        ordering = ("due_on", "key")
        indexes = (
            models.Index(
                fields=("organisation", "due_on"),
                condition=models.Q(closed_at__isnull=True),
                name="lifecycle_due_open",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                "object_key",
                "kind",
                condition=models.Q(closed_at__isnull=True),
                name="lifecycle_due_once_open",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.due_on}"


class Worked(models.Model):
    """When a process that works by the clock last went round; a row per process, of nobody.

    A clock that is put back stands before it, and a process that finds it long ago does not know
    whether it stood still or the clock leapt.
    """

    name = models.SlugField(primary_key=True, max_length=20)
    ended_at = models.DateTimeField()

    class Meta:
        db_table = "lifecycle_worked"

    def __str__(self) -> str:
        return f"{self.name} {self.ended_at:%Y-%m-%d %H:%M}"
