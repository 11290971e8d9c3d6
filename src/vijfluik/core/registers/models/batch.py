"""A file that was imported: the source of the records that came out of it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Professional


class ImportBatch(models.Model):
    """One import; its rows that could not be read are kept as text until they are put right."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # The thing of the register, as in the policy.
    register = models.SlugField(max_length=40)
    file_name = models.CharField(_("bestand"), max_length=200)
    sha256 = models.CharField(max_length=64)
    imported_by = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    imported_at = models.DateTimeField(_("ingelezen op"))
    added = models.PositiveIntegerField(_("toegevoegd"))
    known = models.PositiveIntegerField(_("al bekend"))
    corrected = models.PositiveIntegerField(_("gewijzigd"), default=0)
    # Rows that differ from what was recorded already, and were left as recorded.
    skipped = models.PositiveIntegerField(_("afwijkend, niet overgenomen"), default=0)
    # Rows in quarantine: see importing.quarantine.
    held_back = models.JSONField(_("teruggehouden"), default=list)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-imported_at",)
        constraints = (
            # Who reads the same file again goes on with the rows it held back the first time.
            models.UniqueConstraint(
                fields=("imported_by", "register", "sha256"), name="registers_import_once"
            ),
        )

    def __str__(self) -> str:
        return self.file_name
