"""A processing activity, as article 30 of the AVG asks of a controller."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.processing.models.columns import (
    compartment_column,
    controller_column,
)
from vijfluik.accountability.processing.vocabulary import ActivityState, Transfer
from vijfluik.core.access.compartments import Regime
from vijfluik.core.law.choices import provision_choices
from vijfluik.core.lifecycle.models import ApprovedStep
from vijfluik.core.registers.models import Record, record_constraints, record_indexes


class Activity(Record):
    """What one controller does with personal data in one compartment, and why it may.

    It stands from the day on which a second person adopted it until it ends.
    """

    title = models.CharField(_("verwerking"), max_length=200)
    organisation = controller_column()
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=ActivityState,
        default=ActivityState.DRAFT,
        editable=False,
    )
    compartment = compartment_column()
    regime = models.CharField(_("regime"), max_length=10, choices=Regime)
    joint = models.CharField(
        _("gezamenlijk verantwoordelijken en verwerkers"),
        max_length=300,
        blank=True,
        help_text=_("Organisaties; leeg als die er niet zijn."),
    )
    officer = models.CharField(
        _("functionaris gegevensbescherming"),
        max_length=200,
        help_text=_("Een functie of loket; geen persoon."),
    )
    # A version tells the purpose of the act that made it under the name `purpose`.
    purpose = models.TextField(_("doel"), db_column="for_purpose")
    provision = models.CharField(_("grondslag"), max_length=50, choices=provision_choices)
    basis = models.TextField(
        _("waarom die grondslag"), help_text=_("Welke taak of toestemming, en waar dat staat.")
    )
    subjects = models.TextField(_("categorieën betrokkenen"))
    data = models.TextField(_("categorieën gegevens"))
    special = models.CharField(
        _("bijzondere gegevens"),
        max_length=300,
        blank=True,
        help_text=_("Welke, en welke uitzondering geldt; leeg als er geen zijn."),
    )
    recipients = models.TextField(_("ontvangers"))
    transfer = models.CharField(
        _("doorgifte"), max_length=20, choices=Transfer, default=Transfer.NONE
    )
    kept = models.TextField(_("bewaartermijn"))
    security = models.TextField(_("beveiliging"))
    recorded_on = models.DateField(_("opgesteld op"))
    adopted_on = models.DateField(_("vastgesteld op"), null=True, blank=True)
    review_on = models.DateField(_("nalopen uiterlijk op"), null=True, blank=True)
    ended_on = models.DateField(_("beëindigd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("verwerking")
        verbose_name_plural = _("verwerkingen")
        ordering = ("-recorded_on", "key")
        indexes = record_indexes("activity", scope="organisation", day="recorded_on")
        constraints = (
            *record_constraints("activity", scope="organisation", states=ActivityState),
            models.CheckConstraint(
                name="activity_adopted_has_days",
                condition=~Q(state=ActivityState.ADOPTED)
                | Q(adopted_on__isnull=False, review_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.title


class ActivityStep(ApprovedStep):
    """One step in the life of an activity; rows are added and never changed."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("activity", "registered_at"), name="activity_step_record"),)
        constraints = (ApprovedStep.constraint("activity_step"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
