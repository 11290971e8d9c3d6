"""One deviation from how comparable municipalities are treated, and its steps."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation, Place
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.municipalities.deviations.vocabulary import Ground, Question, State


class Deviation(Record):
    """What one municipality gets otherwise than comparable ones, why, and until when.

    Tailoring is meant to be, arbitrariness is not: the difference is the reason that stands here.
    """

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("besloten door")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=State, default=State.IN_FORCE, editable=False
    )
    # Which item it serves: one, so nobody chooses it.
    item = models.CharField(max_length=10, default="VK-01", editable=False)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    question = models.CharField(_("waarover"), max_length=20, choices=Question)
    difference = models.CharField(
        _("wat er anders is"),
        max_length=200,
        help_text=_("Vergeleken met gemeenten met dezelfde rol in dat jaar."),
    )
    ground = models.CharField(_("reden in het kort"), max_length=20, choices=Ground)
    reasons = models.TextField(
        _("waarom"),
        help_text=_("Zo dat een andere gemeente kan lezen waarom het voor haar niet geldt."),
    )
    decided_on = models.DateField(_("besloten op"))
    review_on = models.DateField(_("opnieuw bekijken op"))
    ended_on = models.DateField(_("beëindigd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("afwijking in de steun")
        verbose_name_plural = _("afwijkingen in de steun")
        ordering = ("-decided_on", "key")
        indexes = (
            *record_indexes("deviation", scope="organisation", day="decided_on"),
            models.Index(fields=("place",), name="deviation_place"),
        )
        constraints = (
            *record_constraints("deviation", scope="organisation", states=State),
            models.CheckConstraint(name="deviation_is_of_its_item", condition=Q(item="VK-01")),
            models.CheckConstraint(
                name="deviation_has_reasons", condition=~Q(reasons="") & ~Q(difference="")
            ),
            models.CheckConstraint(
                name="deviation_is_looked_at_again",
                condition=Q(review_on__gt=F("decided_on")),
            ),
            models.CheckConstraint(
                name="deviation_ended_has_day",
                condition=~Q(state=State.ENDED) | Q(ended_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.difference


class DeviationStep(Step):
    """One step in the life of a deviation; rows are added and never changed."""

    deviation = models.ForeignKey(Deviation, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("deviation", "registered_at"), name="deviation_step_record"),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
