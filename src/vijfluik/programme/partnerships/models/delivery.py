"""Money, training or data for a partner."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.registers.models import (
    MoneyField,
    Record,
    record_constraints,
    record_indexes,
)
from vijfluik.programme.partnerships.models.columns import (
    day_column,
    lead_column,
    partnership_column,
)
from vijfluik.programme.partnerships.models.partner import Partner
from vijfluik.programme.partnerships.vocabulary import DeliveryKind, DeliveryState


class Delivery(Record):
    """What a partner receives. To a partner abroad nothing is delivered without a check of human
    rights that stands on that day: the rules say so, and a trigger of the database holds it."""

    title = models.CharField(
        _("wat"), max_length=200, help_text=_("Waar het om gaat, zonder gegevens van personen.")
    )
    lead = lead_column()
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=DeliveryState,
        default=DeliveryState.PLANNED,
        editable=False,
    )
    partnership = partnership_column("deliveries")
    partner = models.ForeignKey(
        Partner, models.PROTECT, related_name="deliveries", verbose_name=_("partner")
    )
    kind = models.CharField(_("soort"), max_length=20, choices=DeliveryKind)
    amount = MoneyField(_("bedrag"), null=True, blank=True)
    planned_on = models.DateField(_("voorgenomen voor"))
    delivered_on = day_column(_("geleverd op"))

    class Meta:
        verbose_name = _("levering")
        verbose_name_plural = _("leveringen")
        ordering = ("-planned_on", "key")
        indexes = record_indexes("delivery", scope="lead", day="planned_on")
        constraints = (
            *record_constraints("delivery", scope="lead", states=DeliveryState),
            models.CheckConstraint(
                name="delivery_delivered_on_a_day",
                condition=~Q(state=DeliveryState.DELIVERED) | Q(delivered_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.title


class DeliveryStep(Step):
    """One step of a delivery; rows are added and never changed."""

    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("delivery", "registered_at"), name="delivery_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
