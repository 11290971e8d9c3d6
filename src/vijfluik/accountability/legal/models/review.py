"""One look at a provision: is it still what the work needs."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.legal.vocabulary import Outcome, ReviewState
from vijfluik.core.law.choices import provision_choices
from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.core.registers.models.fields import ItemField


class Review(Record):
    """Who looks at which provision on which day, and what came of it."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("eigenaar")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=ReviewState, default=ReviewState.PLANNED, editable=False
    )
    title = models.CharField(_("vraag"), max_length=200)
    provision = models.CharField(_("bepaling"), max_length=50, choices=provision_choices)
    item = ItemField(_("onderdeel van het programma"))
    planned_on = models.DateField(_("ingepland op"))
    review_on = models.DateField(_("nalopen uiterlijk op"))
    reviewed_on = models.DateField(_("nagelopen op"), null=True, blank=True)
    outcome = models.CharField(_("uitkomst"), max_length=20, choices=Outcome, blank=True)
    findings = models.TextField(_("bevindingen"), blank=True)

    class Meta:
        verbose_name = _("herziening")
        verbose_name_plural = _("herzieningen")
        # A calendar: the first day on top.
        ordering = ("review_on", "key")
        indexes = record_indexes("review", scope="organisation", day="review_on")
        constraints = (
            *record_constraints("review", scope="organisation", states=ReviewState),
            models.CheckConstraint(
                name="review_done_has_day_and_outcome",
                condition=~Q(state=ReviewState.REVIEWED)
                | (Q(reviewed_on__isnull=False) & ~Q(outcome="")),
            ),
        )

    def __str__(self) -> str:
        return self.title


class ReviewStep(Step):
    """One step in the life of a review; rows are added and never changed."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("review", "registered_at"), name="review_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
