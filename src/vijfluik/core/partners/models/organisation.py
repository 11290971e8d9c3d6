"""Organisations that take part in the integrated approach."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models.place import Place


class OrganisationKind(models.TextChoices):
    """What sort of partner it is; decides nothing about access, which mandates do."""

    MINISTRY = "ministry", _("ministerie")
    MUNICIPALITY = "municipality", _("gemeente")
    POLICE = "police", _("politie")
    PROSECUTION = "prosecution", _("Openbaar Ministerie")
    PROBATION = "probation", _("reclassering")
    CUSTODY = "custody", _("gevangeniswezen")
    IMMIGRATION = "immigration", _("vreemdelingenketen")
    CARE = "care", _("zorg en welzijn")
    EDUCATION = "education", _("onderwijs en opleiding")
    OVERSIGHT = "oversight", _("toezicht")
    OTHER = "other", _("overig")


class Organisation(models.Model):
    """An organisation under a short code that never changes, so that records can name it.

    The code is the key: a record of a training carries its provider's code on its own row, and a
    figure that counts one provider's trainings needs no second table.
    """

    code = models.SlugField(_("code"), max_length=40, primary_key=True)
    name = models.CharField(_("naam"), max_length=200)
    kind = models.CharField(_("soort"), max_length=20, choices=OrganisationKind)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("deel van"),
    )
    place = models.OneToOneField(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gemeente"),
        help_text=_("Van een gemeente: welke zij is. Zonder deze ziet zij haar eigen steun niet."),
    )
    contact = models.CharField(
        _("contactpunt"),
        max_length=200,
        blank=True,
        help_text=_("Een functie of loket, bijvoorbeeld 'secretariaat opleidingen'; geen persoon."),
    )
    valid_from = models.DateField(_("geldig vanaf"))
    valid_until = models.DateField(_("geldig tot"), null=True, blank=True)

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                name="organisation_valid_in_order",
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gt=models.F("valid_from")),
            ),
            models.CheckConstraint(
                name="organisation_place_of_a_municipality",
                condition=models.Q(place__isnull=True)
                | models.Q(kind=OrganisationKind.MUNICIPALITY),
            ),
            models.CheckConstraint(
                name="organisation_not_its_own_parent",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("code")),
            ),
        )

    def __str__(self) -> str:
        return self.name
