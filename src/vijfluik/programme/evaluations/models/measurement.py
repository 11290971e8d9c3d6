"""One measurement of an indicator before or after an intervention, and its steps."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.evaluations.measurements.vocabulary import (
    FEWEST,
    Group,
    Instrument,
    MeasureUnit,
    Phase,
    State,
)
from vijfluik.programme.evaluations.models.evaluation import Evaluation
from vijfluik.programme.grants.models.derived import compartment_field


class Measurement(Record):
    """One number of one group at one moment.

    There is no column for who was asked: the group is a word from a list, and the number is of at
    least ten people. An answer of one person has no place to stand.
    """

    walled = "compartment"

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("coördinatie")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=State, default=State.PLANNED, editable=False
    )
    evaluation = models.ForeignKey(
        Evaluation, models.PROTECT, related_name="+", verbose_name=_("evaluatie")
    )
    indicator = models.CharField(
        _("waaraan het te zien is"),
        max_length=200,
        help_text=_("De aanwijzing die u meet, in dezelfde woorden vooraf en achteraf."),
    )
    phase = models.CharField(_("moment"), max_length=20, choices=Phase)
    cohort = models.CharField(_("groep"), max_length=20, choices=Group, default=Group.REACHED)
    instrument = models.CharField(_("gemeten met"), max_length=20, choices=Instrument)
    unit = models.CharField(_("eenheid"), max_length=20, choices=MeasureUnit)
    baseline = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("meting vooraf"),
        help_text=_("Waarmee deze meting wordt vergeleken; leeg bij de meting vooraf zelf."),
    )
    planned_on = models.DateField(_("te meten op"))
    measured_on = models.DateField(_("gemeten op"), null=True, blank=True)
    people = models.PositiveIntegerField(
        _("aantal mensen"),
        null=True,
        blank=True,
        help_text=_("Over hoeveel mensen het getal gaat: ten minste tien, en geen namen."),
    )
    value = models.DecimalField(
        _("uitkomst"), max_digits=9, decimal_places=1, null=True, blank=True
    )
    remark = models.TextField(
        _("opmerking"), blank=True, help_text=_("Over de meting, niet over mensen.")
    )

    compartment = compartment_field()

    class Meta:
        verbose_name = _("meting")
        verbose_name_plural = _("metingen")
        ordering = ("-planned_on", "key")
        indexes = (
            *record_indexes("measurement", scope="organisation", day="planned_on"),
            models.Index(fields=("evaluation",), name="measurement_evaluation"),
        )
        constraints = (
            *record_constraints("measurement", scope="organisation", states=State),
            models.CheckConstraint(
                name="measurement_of_a_group",
                condition=Q(people__isnull=True) | Q(people__gte=FEWEST),
            ),
            models.CheckConstraint(
                name="measurement_measured_is_whole",
                condition=~Q(state=State.MEASURED)
                | Q(measured_on__isnull=False, people__isnull=False, value__isnull=False),
            ),
            models.CheckConstraint(
                name="measurement_before_has_no_baseline",
                condition=~Q(phase=Phase.BEFORE) | Q(baseline__isnull=True),
            ),
            models.CheckConstraint(
                name="measurement_not_its_own_baseline",
                condition=Q(baseline__isnull=True) | ~Q(baseline=F("key")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator}, {self.get_phase_display()}"


class MeasurementStep(Step):
    """One step in the life of a measurement; rows are added and never changed."""

    measurement = models.ForeignKey(Measurement, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("measurement", "registered_at"), name="measurement_step_record"),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
