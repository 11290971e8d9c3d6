"""Stored definitions and receipts: rows are added and never changed."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.figures.official.model import OfficialValue
from vijfluik.core.partners.models import Professional

__all__ = ["KEY_LENGTH", "FigureDefinition", "FigureReceipt", "OfficialValue"]

KEY_LENGTH = 16


class FigureDefinition(models.Model):
    """A version of a definition, as canonical JSON under its hash.

    A receipt points here, so that a figure of years ago can be recomputed when the file of its
    definition is long gone.
    """

    key = models.CharField(max_length=80, primary_key=True)
    figure = models.CharField(_("cijfer"), max_length=60)
    version = models.PositiveIntegerField(_("versie"))
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(_("opgenomen op"), db_default=Now())

    class Meta:
        db_table = "figure_definition"
        verbose_name = _("definitie van een cijfer")
        verbose_name_plural = _("definities van cijfers")
        ordering = ("figure", "version")
        constraints = (models.UniqueConstraint("figure", "version", name="figure_definition_once"),)

    def __str__(self) -> str:
        return self.key


class FigureReceipt(models.Model):
    """The proof of a computed figure.

    `content` is the canonical JSON of all that can be computed again (see `receipts.content_of`);
    `sha256` is its hash and `key` the first digits of that, so the same figure has one receipt.
    Who issued it first, and when, stands beside it. `fingerprints` are the first bytes of the leaf
    of every record, in the order of their keys: they show where a record set differs, and tell
    nothing about a record because leaves are salted.
    """

    key = models.CharField(_("bewijs"), max_length=KEY_LENGTH, primary_key=True)
    definition = models.ForeignKey(FigureDefinition, models.PROTECT, related_name="receipts")
    definition_sha256 = models.CharField(max_length=64)
    as_of = models.DateTimeField(_("kennisdatum"))
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    fingerprints = models.BinaryField()
    issued_by = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(_("vastgelegd op"), db_default=Now())

    class Meta:
        db_table = "figure_receipt"
        verbose_name = _("bewijs van een cijfer")
        verbose_name_plural = _("bewijzen van cijfers")
        ordering = ("-as_of", "definition", "key")
        indexes = (models.Index(fields=("definition", "-as_of"), name="figure_receipt_of"),)

    def __str__(self) -> str:
        return self.key
