"""An organisation that takes part in a partnership."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.partnerships.countries import HOME
from vijfluik.programme.partnerships.models.columns import (
    country_column,
    day_column,
    lead_column,
    partnership_column,
)
from vijfluik.programme.partnerships.vocabulary import PartnerKind, PartnerState, Sector


class Partner(Record):
    """An organisation of the platform, or a body by its name; never a person.

    `partnership_code` repeats the name that figures use, so that a figure reads one row; the
    database keeps it equal to the partnership's.
    """

    name = models.CharField(
        _("naam"),
        max_length=200,
        help_text=_("De organisatie of regio; geen naam van een persoon."),
    )
    lead = lead_column()
    state = models.CharField(
        _("stand"), max_length=30, choices=PartnerState, default=PartnerState.ACTIVE, editable=False
    )
    partnership = partnership_column("partners")
    partnership_code = models.CharField(_("vaste naam van de samenwerking"), max_length=40,
                                        blank=True)  # fmt: skip
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisatie op het platform"),
    )
    sector = models.CharField(_("sector"), max_length=20, choices=Sector, default=Sector.PUBLIC)
    kind = models.CharField(_("soort"), max_length=20, choices=PartnerKind)
    country = country_column()
    task = models.CharField(
        _("taak"),
        max_length=300,
        blank=True,
        help_text=_("De wettelijke taak of de rol waarmee de partner meedoet."),
    )
    joined_on = models.DateField(_("deelnemer sinds"))
    left_on = day_column(_("uitgetreden op"))

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ("-joined_on", "key")
        indexes = record_indexes("partner", scope="lead", day="joined_on")
        constraints = (*record_constraints("partner", scope="lead", states=PartnerState),)

    def __str__(self) -> str:
        return self.name

    @property
    def abroad(self) -> bool:
        """Whether it is a foreign partner, for which human rights are checked first."""
        return bool(self.country != HOME)


class PartnerStep(Step):
    """One step of a partner; rows are added and never changed."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("partner", "registered_at"), name="partner_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
