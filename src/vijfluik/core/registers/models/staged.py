"""A file that was uploaded and is being looked at: between preview and import."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Professional


class StagedFile(models.Model):
    """The bytes as they came in; gone when the import is confirmed or given up."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    register = models.SlugField(max_length=40)
    file_name = models.CharField(_("bestand"), max_length=200)
    content = models.BinaryField(_("inhoud"))
    # The code of the organisation whose records these are when a row does not say so.
    owner = models.CharField(_("eigenaar"), max_length=40, blank=True)
    staged_by = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    staged_at = models.DateTimeField(_("aangeleverd op"), auto_now_add=True)

    class Meta:
        verbose_name = _("aangeleverd bestand")
        verbose_name_plural = _("aangeleverde bestanden")
        ordering = ("-staged_at",)

    def __str__(self) -> str:
        return self.file_name
