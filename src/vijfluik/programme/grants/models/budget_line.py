"""A line of the budget: what there is for something in a year, or that nobody says how much."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import (
    MoneyField,
    Record,
    YearField,
    record_constraints,
    record_indexes,
)
from vijfluik.programme.grants.vocabulary import LineState, Overlap, Recurrence, Scheme


class BudgetLine(Record):
    """Money and posts for one purpose in one year.

    A line whose money stands in another one already says so (`part_of`, `overlap`) and is in no
    total: each euro counts once.
    """

    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        verbose_name=_("budgethouder"),
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=LineState, default=LineState.DRAFT, editable=False
    )
    title = models.CharField(_("omschrijving"), max_length=200)
    scheme = models.CharField(_("regeling"), max_length=40, choices=Scheme)
    budget_year = YearField(_("begrotingsjaar"))
    recurrence = models.CharField(
        _("eenmalig of structureel"),
        max_length=20,
        choices=Recurrence,
        blank=True,
        help_text=_("Leeg: niet vermeld."),
    )
    amount_cents = MoneyField(
        _("begroot"),
        null=True,
        blank=True,
        help_text=_("In euro. Leeg betekent: niet vermeld; dat is iets anders dan 0."),
    )
    fte_planned = models.PositiveIntegerField(_("fte begroot"), null=True, blank=True)
    fte_filled = models.PositiveIntegerField(_("fte vervuld"), null=True, blank=True)
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("hoort bij regel"),
        help_text=_("De regel waarin dit geld al meetelt."),
    )
    overlap = models.CharField(
        _("verhouding tot die regel"),
        max_length=20,
        choices=Overlap,
        blank=True,
        help_text=_("Zo telt elke euro één keer."),
    )
    adopt_by = models.DateField(_("vaststellen voor"))
    adopted_on = models.DateField(_("vastgesteld op"), null=True, blank=True)
    source = models.CharField(_("vindplaats"), max_length=200, blank=True)
    # The item of the programme that the scheme is of; a trigger fills it.
    item = models.CharField(max_length=10, default="", editable=False)

    class Meta:
        verbose_name = _("begrotingsregel")
        verbose_name_plural = _("begrotingsregels")
        ordering = ("-budget_year", "key")
        indexes = record_indexes("budget_line", scope="organisation", day="budget_year")
        constraints = (
            *record_constraints("budget_line", scope="organisation", states=LineState),
            models.CheckConstraint(
                name="budget_line_adopted_has_day",
                condition=~Q(state__in=[LineState.ADOPTED, LineState.CLOSED])
                | Q(adopted_on__isnull=False),
            ),
            models.CheckConstraint(
                name="budget_line_overlap_names_line",
                condition=Q(part_of__isnull=True, overlap="")
                | Q(part_of__isnull=False) & ~Q(overlap="") & ~Q(part_of=F("key")),
            ),
            models.CheckConstraint(
                name="budget_line_amount_positive",
                condition=Q(amount_cents__isnull=True) | Q(amount_cents__gte=0),
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"


class BudgetLineStep(Step):
    """One step in the life of a budget line; rows are added and never changed."""

    budget_line = models.ForeignKey(BudgetLine, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("budget_line", "registered_at"), name="budget_line_step_record"),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
