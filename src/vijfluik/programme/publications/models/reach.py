"""The reach of a publication in a period, and its steps."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.publications.models.publication import Publication
from vijfluik.programme.publications.reach.vocabulary import Method, ReachUnit, State


class Reach(Record):
    """How many could be reached in a period, and apart from it how many were.

    Two columns, so that what is possible is never added to what was reached.
    """

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("eigenaar")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=State, default=State.ESTIMATED, editable=False
    )
    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="+", verbose_name=_("publicatie")
    )
    subject = models.CharField(_("wat er geteld is"), max_length=200)
    code = models.SlugField(
        _("vaste naam"),
        max_length=60,
        blank=True,
        db_index=False,
        help_text=_("Dezelfde als bij de publicatie; leeg als die er geen heeft."),
    )
    unit = models.CharField(_("eenheid"), max_length=20, choices=ReachUnit)
    potential = models.PositiveIntegerField(
        _("mogelijk bereik"),
        null=True,
        blank=True,
        help_text=_("Hoeveel bereikt kunnen worden; dat is iets anders dan wat is bereikt."),
    )
    realised = models.PositiveIntegerField(_("gemeten bereik"), null=True, blank=True)
    period_from = models.DateField(_("periode van"))
    period_until = models.DateField(_("periode tot en met"))
    method = models.CharField(_("manier van tellen"), max_length=20, choices=Method, blank=True)
    explanation = models.TextField(_("toelichting"), blank=True)
    measured_on = models.DateField(_("gemeten op"), null=True, blank=True)

    class Meta:
        verbose_name = _("bereik")
        verbose_name_plural = _("bereik")
        ordering = ("-period_from", "key")
        indexes = (
            *record_indexes("reach", scope="organisation", day="period_from"),
            models.Index(fields=("publication",), name="reach_publication"),
        )
        constraints = (
            *record_constraints("reach", scope="organisation", states=State),
            models.CheckConstraint(
                name="reach_measured_has_amount",
                condition=~Q(state=State.MEASURED) | Q(realised__isnull=False),
            ),
            models.CheckConstraint(
                name="reach_realised_is_measured",
                condition=~Q(state=State.ESTIMATED) | Q(realised__isnull=True),
            ),
            models.CheckConstraint(
                name="reach_counts_no_pupils",
                condition=~Q(unit=ReachUnit.PUPILS) | Q(realised__isnull=True),
            ),
            models.CheckConstraint(
                name="reach_period", condition=Q(period_until__gte=F("period_from"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.subject}"


class ReachStep(Step):
    """One step in the life of a count; rows are added and never changed."""

    reach = models.ForeignKey(Reach, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("reach", "registered_at"), name="reach_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
