"""A try to sign in that failed, or has not succeeded yet: counted for a while, then forgotten."""

import uuid

from django.db import models


class Attempt(models.Model):
    """Whose name or which address, as a keyed hash: the table tells nobody who tried."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("subject", "at"), name="accounts_attempt_subject"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
