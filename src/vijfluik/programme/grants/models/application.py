"""An application of a municipality, or of an organisation at the fund."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import ApprovedStep
from vijfluik.core.partners.models import Organisation, Place
from vijfluik.core.registers.models import (
    MoneyField,
    PlacesField,
    record_constraints,
    record_indexes,
)
from vijfluik.programme.grants.models.derived import OfALine
from vijfluik.programme.grants.models.round import Round
from vijfluik.programme.grants.vocabulary import ApplicationState, Category, Theme


class Application(OfALine):
    """What is asked for, by whom, with whom and for what; never about a person."""

    walled = "compartment"

    applicant = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("aanvrager")
    )
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=ApplicationState,
        default=ApplicationState.APPLIED,
        editable=False,
    )
    title = models.CharField(_("project"), max_length=200)
    round = models.ForeignKey(Round, models.PROTECT, related_name="+", verbose_name=_("ronde"))
    lead = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("penvoerende gemeente"),
        help_text=_("De gemeente die de aanvraag voor haar regio doet."),
    )
    participants = PlacesField(verbose_name=_("deelnemende gemeenten"))
    category = models.CharField(_("categorie"), max_length=20, choices=Category)
    themes = ArrayField(
        models.CharField(max_length=20, choices=Theme),
        default=list,
        verbose_name=_("thema's"),
    )
    asked_cents = MoneyField(_("gevraagd"), help_text=_("In euro."))
    applied_on = models.DateField(_("aangevraagd op"))
    plan = models.TextField(
        _("aanpak"),
        blank=True,
        help_text=_("Wat u wilt doen en bereiken, zonder namen van burgers."),
    )
    proposed_cents = MoneyField(_("voorgesteld bedrag"), null=True, blank=True)
    decided_on = models.DateField(_("besloten op"), null=True, blank=True)

    class Meta:
        verbose_name = _("subsidieaanvraag")
        verbose_name_plural = _("subsidieaanvragen")
        ordering = ("-applied_on", "key")
        indexes = record_indexes("application", scope="applicant", day="applied_on")
        constraints = (
            *record_constraints("application", scope="applicant", states=ApplicationState),
            models.CheckConstraint(
                name="application_decided_has_day",
                condition=~Q(state__in=[ApplicationState.AWARDED, ApplicationState.REJECTED])
                | Q(decided_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"


class ApplicationStep(ApprovedStep):
    """One step in the life of an application; rows are added and never changed."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("application", "registered_at"), name="application_step_record"),
        )
        constraints = (ApprovedStep.constraint("application_step"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
