"""The steps of a training."""

from django.db import models

from vijfluik.core.lifecycle.models import Step
from vijfluik.programme.trainings.models.training import Training


class TrainingStep(Step):
    """One step in the life of a training; rows are added and never changed."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("training", "registered_at")),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
