"""An instalment of an award: planned, and paid."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import MoneyField, record_constraints, record_indexes
from vijfluik.programme.grants.models.award import Award
from vijfluik.programme.grants.models.derived import OfALine
from vijfluik.programme.grants.vocabulary import InstalmentState


class Instalment(OfALine):
    """Money of an award on a day; it carries the recipient of its award."""

    walled = "compartment"

    recipient = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("ontvanger")
    )
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=InstalmentState,
        default=InstalmentState.PLANNED,
        editable=False,
    )
    title = models.CharField(_("omschrijving"), max_length=200)
    award = models.ForeignKey(Award, models.PROTECT, related_name="+", verbose_name=_("toekenning"))
    amount_cents = MoneyField(_("bedrag"), help_text=_("In euro."))
    planned_on = models.DateField(_("te betalen op"))
    paid_on = models.DateField(_("betaald op"), null=True, blank=True)

    class Meta:
        verbose_name = _("termijn")
        verbose_name_plural = _("termijnen")
        ordering = ("-planned_on", "key")
        indexes = record_indexes("instalment", scope="recipient", day="planned_on")
        constraints = (
            *record_constraints("instalment", scope="recipient", states=InstalmentState),
            models.CheckConstraint(
                name="instalment_paid_has_day",
                condition=~Q(state=InstalmentState.PAID) | Q(paid_on__isnull=False),
            ),
            models.CheckConstraint(
                name="instalment_amount_positive", condition=Q(amount_cents__gte=0)
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"


class InstalmentStep(Step):
    """One step in the life of an instalment; rows are added and never changed."""

    instalment = models.ForeignKey(Instalment, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("instalment", "registered_at"), name="instalment_step_record"),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
