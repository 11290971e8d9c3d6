"""A private calendar link: the hash of its secret, since when, and until when it worked."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Professional


class Feed(models.Model):
    """One works per person at a time; the secret stands in the link that was shown once."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    # SHA-256 of the secret: nobody guesses 256 random bits.
    digest = models.BinaryField(unique=True)
    made_at = models.DateTimeField(_("gemaakt op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True)

    class Meta:
        verbose_name = _("agendalink")
        verbose_name_plural = _("agendalinks")
        ordering = ("-made_at", "key")
        constraints = (
            models.UniqueConstraint(
                fields=("professional",),
                condition=models.Q(withdrawn_at__isnull=True),
                name="notices_feed_one_works",
            ),
        )

    def __str__(self) -> str:
        return f"{self.professional_id} {self.made_at:%Y-%m-%d}"
