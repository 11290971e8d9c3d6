"""A network of key figures of a municipality."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.networks.models.columns import (
    chosen_reasons,
    municipality_column,
    number_column,
    themes_column,
)
from vijfluik.programme.networks.vocabulary import Again, Change, Ending, Mistake, NetworkState

# An address or a number of a person: neither a network nor its aim has one.
REACHES_SOMEBODY = r"@|[0-9]{6}"


class Network(Record):
    """What it is for, how the municipality is reached, and when somebody last looked at it."""

    reference = number_column()
    name = models.CharField(
        _("naam"),
        max_length=100,
        help_text=_("De naam van het netwerk; nooit die van een persoon."),
    )
    municipality = municipality_column()
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=NetworkState,
        default=NetworkState.ACTIVE,
        editable=False,
    )
    item = models.CharField(max_length=10, default="VK-06", editable=False)
    aim = models.CharField(
        _("doel"),
        max_length=300,
        help_text=_("Waar het netwerk voor is, in een zin. Niets over een persoon of een groep."),
    )
    themes = themes_column()
    contact = models.CharField(
        _("contactpunt van de gemeente"),
        max_length=100,
        help_text=_("Een functie of loket, zoals ‘team samenleven’; geen persoon."),
    )
    started_on = models.DateField(_("begonnen op"))
    assessed_on = models.DateField(
        _("toetsen vastgesteld op"),
        null=True,
        blank=True,
        help_text=_(
            "De dag waarop de gemeente de gegevensbeschermingseffectbeoordeling en de toets aan "
            "mensenrechten vaststelde. Zonder die dag kunnen er geen leden worden vastgelegd."
        ),
    )
    confirmed_on = models.DateField(_("nagelopen op"))
    # From its meetings, by a trigger.
    last_met_on = models.DateField(_("laatste bijeenkomst"), null=True, blank=True, editable=False)
    ended_on = models.DateField(_("beëindigd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("netwerk")
        verbose_name_plural = _("netwerken")
        ordering = ("-confirmed_on", "key")
        indexes = record_indexes("network", scope="municipality", day="confirmed_on")
        constraints = (
            *record_constraints("network", scope="municipality", states=NetworkState),
            models.CheckConstraint(name="network_is_of_its_item", condition=Q(item="VK-06")),
            models.CheckConstraint(
                name="network_reaches_nobody",
                condition=~Q(name__regex=REACHES_SOMEBODY) & ~Q(aim__regex=REACHES_SOMEBODY),
            ),
        )

    def __str__(self) -> str:
        return self.name


class NetworkStep(Step):
    """One step of a network; rows are added and never changed."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("network", "registered_at"), name="network_step_record"),)
        constraints = (
            chosen_reasons("network_step_reason", among=(Change, Mistake, Ending, Again)),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
