"""An assessment of a processing activity: of data protection, or of human rights."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.processing.models.activity import Activity
from vijfluik.accountability.processing.models.columns import controller_column
from vijfluik.accountability.processing.vocabulary import (
    AssessmentKind,
    AssessmentState,
    Conclusion,
    Consultation,
)
from vijfluik.core.lifecycle.models import ApprovedStep
from vijfluik.core.registers.models import Record, record_constraints, record_indexes


class Assessment(Record):
    """What was weighed before personal data are processed, and what two people decided on it.

    It stands from the day of the assessment through `valid_until`, or until the day before
    `closed_on`.
    """

    title = models.CharField(_("toets"), max_length=200)
    organisation = controller_column()
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=AssessmentState,
        default=AssessmentState.DRAFT,
        editable=False,
    )
    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="assessments", verbose_name=_("verwerking")
    )
    kind = models.CharField(_("soort toets"), max_length=20, choices=AssessmentKind)
    necessity = models.TextField(
        _("noodzaak en evenredigheid"), help_text=_("Waarom het moet, en waarom niet met minder.")
    )
    risks = models.TextField(
        _("risico's voor betrokkenen"),
        help_text=_("Welke rechten het raakt, hoe erg en voor wie. Geen namen."),
    )
    measures = models.TextField(_("maatregelen"))
    advice = models.TextField(
        _("advies van de functionaris gegevensbescherming"),
        help_text=_("Wat die adviseerde, en wat daarmee is gedaan."),
    )
    consultation = models.CharField(
        _("voorafgaande raadpleging"),
        max_length=20,
        choices=Consultation,
        default=Consultation.NOT_NEEDED,
        help_text=_("Bij een hoog restrisico vraagt u vooraf de Autoriteit Persoonsgegevens."),
    )
    consulted = models.TextField(
        _("antwoord op de raadpleging"), blank=True, help_text=_("Wat zij schreef, en wat volgde.")
    )
    conclusion = models.CharField(_("oordeel"), max_length=20, choices=Conclusion)
    conditions = models.TextField(_("voorwaarden"), blank=True)
    assessed_on = models.DateField(_("getoetst op"))
    valid_until = models.DateField(_("geldig tot en met"))
    closed_on = models.DateField(_("gesloten op"), null=True, blank=True)

    class Meta:
        verbose_name = _("toets")
        verbose_name_plural = _("toetsen")
        ordering = ("-assessed_on", "key")
        indexes = record_indexes("assessment", scope="organisation", day="assessed_on")
        constraints = (
            *record_constraints("assessment", scope="organisation", states=AssessmentState),
            models.CheckConstraint(
                name="assessment_valid_in_order",
                condition=Q(valid_until__gte=F("assessed_on")),
            ),
        )

    def __str__(self) -> str:
        return self.title


class AssessmentStep(ApprovedStep):
    """One step in the life of an assessment; rows are added and never changed."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("assessment", "registered_at"), name="assessment_step_record"),
        )
        constraints = (ApprovedStep.constraint("assessment_step"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
