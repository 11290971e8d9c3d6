"""A round in which organisations can apply for money of a budget line."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import MoneyField, record_constraints, record_indexes
from vijfluik.programme.grants.models.budget_line import BudgetLine
from vijfluik.programme.grants.models.derived import OfALine
from vijfluik.programme.grants.vocabulary import RoundState


class Round(OfALine):
    """When and on which criteria applications are judged; above which amount a plan is asked."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("subsidieverstrekker")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=RoundState, default=RoundState.ANNOUNCED, editable=False
    )
    title = models.CharField(_("naam"), max_length=200)
    budget_line = models.ForeignKey(
        BudgetLine, models.PROTECT, related_name="+", verbose_name=_("begrotingsregel")
    )
    opens_on = models.DateField(_("open vanaf"))
    closes_on = models.DateField(_("sluit op"))
    criteria = models.TextField(
        _("criteria"),
        help_text=_("Eén criterium per regel; elke aanvraag wordt op elk ervan beoordeeld."),
    )
    threshold_cents = MoneyField(
        _("evaluatieplan verplicht boven"),
        null=True,
        blank=True,
        help_text=_("In euro. Leeg: geen grens."),
    )
    threshold_from = models.DateField(
        _("grens geldt vanaf"),
        null=True,
        blank=True,
        help_text=_("Toekenningen van voor deze dag vallen er niet onder."),
    )

    objection_weeks = models.PositiveIntegerField(
        _("weken om bezwaar te maken"),
        null=True,
        blank=True,
        help_text=_("Alleen zolang de wettelijke termijn niet is bevestigd door twee juristen."),
    )
    objection_basis = models.CharField(
        _("waar die termijn op berust"),
        max_length=300,
        blank=True,
        help_text=_("Staat in elke brief van deze ronde."),
    )

    class Meta:
        verbose_name = _("subsidieronde")
        verbose_name_plural = _("subsidierondes")
        ordering = ("-opens_on", "key")
        indexes = record_indexes("round", scope="organisation", day="opens_on")
        constraints = (
            *record_constraints("round", scope="organisation", states=RoundState),
            models.CheckConstraint(
                name="round_opens_before_it_closes", condition=Q(closes_on__gte=F("opens_on"))
            ),
            models.CheckConstraint(
                name="round_threshold_is_dated",
                condition=Q(threshold_cents__isnull=True, threshold_from__isnull=True)
                | Q(threshold_cents__isnull=False, threshold_from__isnull=False),
            ),
            models.CheckConstraint(
                name="round_objection_has_a_basis",
                condition=Q(objection_weeks__isnull=True, objection_basis="")
                | (Q(objection_weeks__gte=1) & ~Q(objection_basis="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def criteria_listed(self) -> list[str]:
        """The criteria, in their order."""
        return [line.strip() for line in self.criteria.splitlines() if line.strip()]


class RoundStep(Step):
    """One step in the life of a round; rows are added and never changed."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("round", "registered_at"), name="round_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
