"""A dialogue, a meeting of a forum or another contact with a partner."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.partnerships.models.columns import (
    country_column,
    day_column,
    lead_column,
    partnership_column,
)
from vijfluik.programme.partnerships.vocabulary import TalkKind, TalkState


class Talk(Record):
    """What was talked about with whom, what the Netherlands said, and what came of it.

    Organisations and countries only: the texts name no person, and say nothing operational.
    """

    title = models.CharField(_("onderwerp"), max_length=200)
    lead = lead_column()
    state = models.CharField(
        _("stand"), max_length=30, choices=TalkState, default=TalkState.PLANNED, editable=False
    )
    partnership = partnership_column("talks")
    kind = models.CharField(_("soort"), max_length=20, choices=TalkKind)
    country = country_column(blank=True)
    counterpart = models.CharField(
        _("met wie"),
        max_length=200,
        help_text=_("Landen, organisaties of diensten; geen namen van personen."),
    )
    agenda = models.TextField(_("agenda"), help_text=_("De thema's, per regel één."))
    position = models.TextField(
        _("Nederlands standpunt"), blank=True, help_text=_("Wat Nederland inbrengt, per thema.")
    )
    planned_on = models.DateField(_("gepland voor"))
    held_on = day_column(_("gehouden op"))
    outcome = models.TextField(
        _("opbrengst"), blank=True, help_text=_("Afspraken en uitkomsten, zonder namen.")
    )

    class Meta:
        verbose_name = _("gesprek met een partner")
        verbose_name_plural = _("gesprekken met partners")
        ordering = ("-planned_on", "key")
        indexes = record_indexes("talk", scope="lead", day="planned_on")
        constraints = (
            *record_constraints("talk", scope="lead", states=TalkState),
            models.CheckConstraint(
                name="talk_held_on_a_day",
                condition=~Q(state=TalkState.HELD) | Q(held_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.title


class TalkStep(Step):
    """One step of a meeting; rows are added and never changed."""

    talk = models.ForeignKey(Talk, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("talk", "registered_at"), name="talk_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
