"""An ordered set of offers, and its steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.core.registers.models.fields import ItemField, RecordsField
from vijfluik.programme.offers.models.columns import audience_column, provider_column
from vijfluik.programme.offers.vocabulary import TrajectoryState


class Trajectory(Record):
    """Offers that belong together, in the order in which they are taken.

    The order stands on the row itself, so that its history is that of the row.
    """

    organisation = provider_column()
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=TrajectoryState,
        default=TrajectoryState.OFFERED,
        editable=False,
    )
    name = models.CharField(_("naam"), max_length=200)
    item = ItemField(_("onderdeel van het programma"), default="VK-07")
    goal = models.TextField(_("doel"))
    audience = audience_column()
    parts = RecordsField(
        to="offers.Offer",
        verbose_name=_("aanbod op volgorde"),
        help_text=_("Het eerste eerst; de volgorde is later te veranderen."),
    )
    composed_on = models.DateField(_("samengesteld op"))
    review_on = models.DateField(_("nalopen voor"), null=True, blank=True)
    ended_on = models.DateField(_("uit het aanbod op"), null=True, blank=True)

    class Meta:
        verbose_name = _("traject")
        verbose_name_plural = _("trajecten")
        ordering = ("-composed_on", "key")
        indexes = record_indexes("trajectory", scope="organisation", day="composed_on")
        constraints = (
            *record_constraints("trajectory", scope="organisation", states=TrajectoryState),
        )

    def __str__(self) -> str:
        return self.name


class TrajectoryStep(Step):
    """One step of a trajectory; rows are added and never changed."""

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("trajectory", "registered_at"), name="trajectory_step_record"),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
