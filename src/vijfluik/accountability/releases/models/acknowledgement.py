"""A warning of the checklist that somebody takes responsibility for."""

import uuid

from django.db import models

from vijfluik.accountability.releases.models.release import Release
from vijfluik.core.partners.models import Professional


class Acknowledgement(models.Model):
    """Who let a warning stand, when and why. It is of the warning as it read then.

    `warning` is the key of the warning: another value, place or moment makes another warning.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    release = models.ForeignKey(Release, models.PROTECT, related_name="+")
    warning = models.CharField(max_length=64)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "key")

    def __str__(self) -> str:
        return self.reason
