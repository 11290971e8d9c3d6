"""What the House's own register holds, as read from a file of its open data."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.vocabulary import HouseSays, UndertakingKind
from vijfluik.core.partners.models import Organisation


class HouseEntry(models.Model):
    """One entry of the last file that an organisation read. It is no record of ours.

    It exists so that both sides can be laid beside each other; the next file of the same
    organisation replaces it. Names of members and ministers in the file are not read.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    number = models.CharField(_("nummer bij de Kamer"), max_length=40)
    kind = models.CharField(_("soort"), max_length=20, choices=UndertakingKind)
    text = models.TextField(_("tekst"))
    ministry = models.CharField(_("ministerie"), max_length=200, blank=True)
    word = models.CharField(_("woord van de Kamer"), max_length=60)
    says = models.CharField(_("de Kamer zegt"), max_length=10, choices=HouseSays)
    said_on = models.DateField(_("gewijzigd op"))
    due_on = models.DateField(_("nakomen voor"), null=True, blank=True)
    read_at = models.DateTimeField(_("ingelezen op"))

    class Meta:
        verbose_name = _("regel van de Kamer")
        verbose_name_plural = _("regels van de Kamer")
        ordering = ("number",)
        constraints = (models.UniqueConstraint("organisation", "number", name="house_entry_once"),)

    def __str__(self) -> str:
        return self.number
