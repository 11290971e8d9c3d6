"""An award: money that is committed to somebody on conditions, up to its settlement."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import ApprovedStep
from vijfluik.core.partners.models import Organisation, Place
from vijfluik.core.registers.models import (
    MoneyField,
    PlacesField,
    record_constraints,
    record_indexes,
)
from vijfluik.programme.grants.models.application import Application
from vijfluik.programme.grants.models.budget_line import BudgetLine
from vijfluik.programme.grants.models.derived import OfALine
from vijfluik.programme.grants.vocabulary import COMMITTED, SETTLED, AwardState, Level


class Award(OfALine):
    """Who gets the money and whom it reaches stand apart, and so do what was committed and settled.

    What was paid stands in the instalments.
    """

    walled = "compartment"

    recipient = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("ontvanger")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=AwardState, default=AwardState.PREPARED, editable=False
    )
    title = models.CharField(_("project"), max_length=200)
    budget_line = models.ForeignKey(
        BudgetLine, models.PROTECT, related_name="+", verbose_name=_("begrotingsregel")
    )
    application = models.ForeignKey(
        Application,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("aanvraag"),
        help_text=_("Leeg bij een toekenning buiten een ronde."),
    )
    lead = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("penvoerende gemeente"),
    )
    participants = PlacesField(
        verbose_name=_("bereikte gemeenten"),
        help_text=_("De gemeenten waar het geld iets deed, naast de penvoerder."),
    )
    level = models.CharField(_("niveau"), max_length=20, choices=Level, blank=True)
    amount_cents = MoneyField(_("toegekend"), null=True, blank=True, help_text=_("In euro."))
    prepared_on = models.DateField(_("opgesteld op"))
    awarded_on = models.DateField(_("toegekend op"), null=True, blank=True)
    conditions = models.TextField(_("voorwaarden"), blank=True)
    evaluation_plan = models.TextField(
        _("evaluatieplan"),
        blank=True,
        help_text=_("Doel, doelgroep, werkzame elementen, en hoe het wordt gevolgd."),
    )
    report_by = models.DateField(_("verantwoorden voor"), null=True, blank=True)
    accounted_on = models.DateField(_("verantwoord op"), null=True, blank=True)
    spent_cents = MoneyField(_("besteed"), null=True, blank=True, help_text=_("In euro."))
    results = models.TextField(
        _("resultaten"), blank=True, help_text=_("Wat er gedaan is, zonder namen van burgers.")
    )
    settled_on = models.DateField(_("vastgesteld op"), null=True, blank=True)
    settled_cents = MoneyField(
        _("vastgesteld"),
        null=True,
        blank=True,
        help_text=_(
            "In euro. Leeg is “niet vermeld”, en dat kan alleen als ook het toegekende bedrag niet "
            "is vermeld."
        ),
    )
    reclaimed_cents = MoneyField(_("terug te betalen"), null=True, blank=True)

    class Meta:
        verbose_name = _("toekenning")
        verbose_name_plural = _("toekenningen")
        ordering = ("-prepared_on", "key")
        indexes = record_indexes("award", scope="recipient", day="prepared_on")
        constraints = (
            *record_constraints("award", scope="recipient", states=AwardState),
            models.CheckConstraint(
                name="award_committed_has_day",
                condition=~Q(state__in=COMMITTED) | Q(awarded_on__isnull=False),
            ),
            models.CheckConstraint(
                name="award_settled_has_day_and_amount",
                # What was awarded without stating an amount is settled without stating one.
                condition=~Q(state__in=SETTLED)
                | (
                    Q(settled_on__isnull=False)
                    & (Q(settled_cents__isnull=False) | Q(amount_cents__isnull=True))
                ),
            ),
            models.CheckConstraint(
                name="award_settled_within_committed",
                condition=Q(settled_cents__isnull=True)
                | Q(amount_cents__isnull=True)
                | Q(settled_cents__lte=F("amount_cents")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"


class AwardStep(ApprovedStep):
    """One step in the life of an award; rows are added and never changed."""

    award = models.ForeignKey(Award, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("award", "registered_at"), name="award_step_record"),)
        constraints = (ApprovedStep.constraint("award_step"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
