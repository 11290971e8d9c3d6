"""A milestone of a partnership."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.partnerships.models.columns import (
    code_column,
    day_column,
    lead_column,
    partnership_column,
)
from vijfluik.programme.partnerships.vocabulary import MilestoneState


class Milestone(Record):
    """What must be there by when.

    `planned_on` is what was agreed first and stays; `forecast_on` is what is expected now, each new
    one a step with its reason; `reached_on` is what happened.
    """

    title = models.CharField(_("mijlpaal"), max_length=200)
    code = code_column()
    lead = lead_column()
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=MilestoneState,
        default=MilestoneState.PLANNED,
        editable=False,
    )
    partnership = partnership_column("milestones")
    responsible = models.CharField(
        _("eigenaar"),
        max_length=120,
        blank=True,
        help_text=_("De organisatie of functie die ervoor zorgt; geen persoon."),
    )
    target = models.TextField(_("wat er dan moet zijn"), blank=True)
    agreed_on = models.DateField(_("afgesproken op"))
    planned_on = day_column(_("gepland op"), help_text=_("De dag die eerst is afgesproken."))
    planned_said = models.CharField(
        _("planning in woorden"),
        max_length=60,
        blank=True,
        help_text=_("Als geen dag is genoemd, zoals ‘binnen enkele maanden’."),
    )
    started_on = day_column(_("begonnen op"))
    forecast_on = day_column(_("nu verwacht op"))
    reached_on = day_column(_("bereikt op"))

    class Meta:
        verbose_name = _("mijlpaal")
        verbose_name_plural = _("mijlpalen")
        ordering = ("-agreed_on", "key")
        indexes = record_indexes("milestone", scope="lead", day="agreed_on")
        constraints = (
            *record_constraints("milestone", scope="lead", states=MilestoneState),
            models.CheckConstraint(
                name="milestone_reached_on_a_day",
                condition=~Q(state=MilestoneState.REACHED) | Q(reached_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.title


class MilestoneStep(Step):
    """One step of a milestone; rows are added and never changed."""

    milestone = models.ForeignKey(Milestone, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("milestone", "registered_at"), name="milestone_step_record"),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
