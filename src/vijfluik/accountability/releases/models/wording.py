"""The text of a release while it is written: a row per time that somebody kept it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.releases.models.release import Release
from vijfluik.core.partners.models import Professional


class Wording(models.Model):
    """An edition of a release as somebody wrote it; the latest one is the text of the release.

    Rows are added while the release is in draft and never changed, so every earlier wording is
    there with who wrote it.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    release = models.ForeignKey(Release, models.PROTECT, related_name="+")
    language = models.CharField(_("taal"), max_length=2)
    text = models.TextField(_("tekst"))
    written_by = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("geschreven op"))

    class Meta:
        ordering = ("written_at", "key")
        indexes = (
            models.Index(fields=("release", "language", "-written_at"), name="release_wording_of"),
        )

    def __str__(self) -> str:
        return f"{self.release_id} {self.language} {self.written_at}"
