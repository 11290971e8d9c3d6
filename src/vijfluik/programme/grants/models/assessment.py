"""What an assessor found of an application, criterion by criterion."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Professional
from vijfluik.programme.grants.models.application import Application
from vijfluik.programme.grants.vocabulary import Finding


class Assessment(models.Model):
    """One criterion of the round, as it read then, with what was found and why: never a score."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.ForeignKey(Application, models.PROTECT, related_name="assessment")
    number = models.PositiveSmallIntegerField()
    criterion = models.TextField(_("criterium"))
    finding = models.CharField(_("oordeel"), max_length=10, choices=Finding)
    grounds = models.CharField(_("motivering"), max_length=500)
    assessed_by = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    assessed_at = models.DateTimeField()

    class Meta:
        ordering = ("application", "number")
        constraints = (
            models.UniqueConstraint("application", "number", name="assessment_criterion_once"),
            models.CheckConstraint(name="assessment_has_grounds", condition=~models.Q(grounds="")),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.criterion}: {self.finding}"
