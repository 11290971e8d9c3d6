"""A standing structure of cooperation (item X-11)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.choices import item_choices
from vijfluik.core.lifecycle.models import Step
from vijfluik.core.registers.models import (
    OrganisationsField,
    Record,
    record_constraints,
    record_indexes,
)
from vijfluik.programme.partnerships.models.columns import day_column, lead_column
from vijfluik.programme.partnerships.vocabulary import StructureKind, StructureState


class Structure(Record):
    """Who meets, with what mandate, reached where; and when somebody last made sure of it."""

    name = models.CharField(_("naam"), max_length=200)
    lead = lead_column()
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=StructureState,
        default=StructureState.ACTIVE,
        editable=False,
    )
    item = models.CharField(_("onderdeel"), max_length=10, choices=item_choices)
    kind = models.CharField(_("soort"), max_length=20, choices=StructureKind)
    remit = models.TextField(
        _("mandaat"), help_text=_("Waarover de structuur beslist of adviseert, en van wie dat mag.")
    )
    contact = models.CharField(
        _("contactpunt"), max_length=200, help_text=_("Een functie, loket of piket; geen persoon.")
    )
    members = OrganisationsField(verbose_name=_("deelnemers op het platform"))
    others = models.CharField(_("andere deelnemers"), max_length=300, blank=True)
    exercised_on = day_column(_("laatst geoefend op"))
    confirmed_on = models.DateField(_("nagelopen op"))
    ended_on = day_column(_("opgeheven op"))

    class Meta:
        verbose_name = _("structuur")
        verbose_name_plural = _("structuren")
        ordering = ("-confirmed_on", "key")
        indexes = record_indexes("structure", scope="lead", day="confirmed_on")
        constraints = (*record_constraints("structure", scope="lead", states=StructureState),)

    def __str__(self) -> str:
        return self.name


class StructureStep(Step):
    """One step of a structure; rows are added and never changed."""

    structure = models.ForeignKey(Structure, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("structure", "registered_at"), name="structure_step_record"),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
