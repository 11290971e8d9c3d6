"""The steps of a request for advice."""

from django.db import models

from vijfluik.core.lifecycle.models import ApprovedStep
from vijfluik.programme.advice.models.advice import Advice


class AdviceStep(ApprovedStep):
    """One step in the life of a request; rows are added and never changed."""

    advice = models.ForeignKey(Advice, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("advice", "registered_at"), name="advice_step_record"),)
        constraints = (ApprovedStep.constraint("advice_step"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
