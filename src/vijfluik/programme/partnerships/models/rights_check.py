"""A check of human rights, of one partner in one country."""

import datetime as dt
import uuid

from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import ApprovedStep
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.partnerships.models.columns import (
    country_column,
    day_column,
    lead_column,
    partnership_column,
)
from vijfluik.programme.partnerships.models.partner import Partner
from vijfluik.programme.partnerships.vocabulary import CheckState, Conclusion


class RightsCheck(Record):
    """Whether money, training or data may go to a foreign partner, decided on by two people.

    It stands from `assessed_on` through `valid_until`, or until the day before `closed_on`.
    """

    title = models.CharField(_("toets"), max_length=200)
    lead = lead_column()
    state = models.CharField(
        _("stand"), max_length=30, choices=CheckState, default=CheckState.DRAFT, editable=False
    )
    partnership = partnership_column("rights_checks")
    partner = models.ForeignKey(
        Partner, models.PROTECT, related_name="rights_checks", verbose_name=_("partner")
    )
    country = country_column()
    conclusion = models.CharField(_("oordeel"), max_length=20, choices=Conclusion)
    conditions = models.TextField(_("voorwaarden"), blank=True)
    reasons = models.TextField(
        _("waarop het oordeel rust"), help_text=_("Bronnen en weging, zonder namen van personen.")
    )
    assessed_on = models.DateField(_("getoetst op"))
    valid_until = models.DateField(_("geldig tot en met"))
    closed_on = day_column(_("gesloten op"))

    class Meta:
        verbose_name = _("mensenrechtentoets")
        verbose_name_plural = _("mensenrechtentoetsen")
        ordering = ("-assessed_on", "key")
        indexes = record_indexes("rights_check", scope="lead", day="assessed_on")
        constraints = (
            *record_constraints("rights_check", scope="lead", states=CheckState),
            models.CheckConstraint(
                name="rights_check_valid_in_order",
                condition=Q(valid_until__gte=F("assessed_on")),
            ),
        )

    def __str__(self) -> str:
        return self.title

    def stands_on(self, day: dt.date) -> bool:
        """Whether it lets something be delivered on a day."""
        if self.conclusion == Conclusion.NEGATIVE:
            return False
        if self.state not in (CheckState.APPROVED, CheckState.CLOSED):
            return False
        if self.closed_on is not None and day >= self.closed_on:
            return False
        return bool(self.assessed_on <= day <= self.valid_until)

    @staticmethod
    def standing_on(day: dt.date, *, partner: uuid.UUID) -> "QuerySet[RightsCheck]":
        """The checks that let something be delivered to a partner on a day."""
        return RightsCheck.objects.filter(
            Q(closed_on__isnull=True) | Q(closed_on__gt=day),
            partner=partner,
            state__in=(CheckState.APPROVED, CheckState.CLOSED),
            conclusion__in=(Conclusion.POSITIVE, Conclusion.CONDITIONAL),
            assessed_on__lte=day,
            valid_until__gte=day,
        )


class RightsCheckStep(ApprovedStep):
    """One step of a check; rows are added and never changed."""

    rights_check = models.ForeignKey(RightsCheck, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("rights_check", "registered_at"), name="rights_step_record"),
        )
        constraints = (ApprovedStep.constraint("rights_check_step"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
