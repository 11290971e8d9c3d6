"""A meeting of a network: when, about what, with how many. No words."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.networks.models.columns import (
    chosen_reasons,
    municipality_column,
    network_column,
    number_column,
    themes_column,
)
from vijfluik.programme.networks.vocabulary import Change, MeetingState, Mistake


class Meeting(Record):
    """Notes at the level of themes; there is no field in which anything could be told."""

    reference = number_column()
    network = network_column("meetings")
    municipality = municipality_column()
    state = models.CharField(
        _("stand"), max_length=30, choices=MeetingState, default=MeetingState.HELD, editable=False
    )
    met_on = models.DateField(_("gehouden op"))
    themes = themes_column()
    present = models.PositiveIntegerField(
        _("aanwezigen"), help_text=_("Hoeveel mensen er waren; niet wie.")
    )

    class Meta:
        verbose_name = _("bijeenkomst")
        verbose_name_plural = _("bijeenkomsten")
        ordering = ("-met_on", "key")
        indexes = record_indexes("network_meeting", scope="municipality", day="met_on")
        constraints = (
            *record_constraints("network_meeting", scope="municipality", states=MeetingState),
        )

    def __str__(self) -> str:
        return str(self.reference)


class MeetingStep(Step):
    """One step of a meeting; rows are added and never changed."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("meeting", "registered_at"), name="network_meeting_step_record"),
        )
        constraints = (chosen_reasons("network_meeting_step_reason", among=(Change, Mistake)),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
