"""A need, and its steps."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.core.registers.models.fields import ItemField
from vijfluik.programme.needs.models.round import NeedRound
from vijfluik.programme.needs.vocabulary import Level, NeedState
from vijfluik.programme.offers.models import Offer, Trajectory
from vijfluik.programme.offers.models.columns import audience_column, forms_column
from vijfluik.programme.offers.vocabulary import Theme


class Need(Record):
    """What an organisation says of itself, on one theme of one round.

    It is about the organisation's work, never about people: there is no field for one.
    """

    respondent = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("organisatie")
    )
    need_round = models.ForeignKey(
        NeedRound, models.PROTECT, related_name="needs", verbose_name=_("peiling")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=NeedState, default=NeedState.ANSWERED, editable=False
    )
    item = ItemField(_("onderdeel van het programma"), default="VK-07")
    theme = models.CharField(_("thema"), max_length=30, choices=Theme)
    level = models.CharField(_("behoefte"), max_length=10, choices=Level)
    audience = audience_column(blank=True)
    forms = forms_column(help_text=_("Niets aanvinken: welke vorm maakt niet uit."))
    capacity = models.PositiveIntegerField(
        _("voor hoeveel medewerkers"), null=True, blank=True, help_text=_("Ongeveer.")
    )
    note = models.CharField(
        _("toelichting"),
        max_length=200,
        blank=True,
        help_text=_("Over het werk van uw organisatie; nooit over een persoon."),
    )
    answered_on = models.DateField(_("gezegd op"))
    chosen_offer = models.ForeignKey(
        Offer,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gekozen aanbod"),
    )
    chosen_trajectory = models.ForeignKey(
        Trajectory,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gekozen traject"),
    )
    chosen_on = models.DateField(_("gekozen op"), null=True, blank=True)

    class Meta:
        verbose_name = _("behoefte")
        verbose_name_plural = _("behoeften")
        ordering = ("-answered_on", "key")
        indexes = record_indexes("need", scope="respondent", day="answered_on")
        constraints = (
            *record_constraints("need", scope="respondent", states=NeedState),
            models.CheckConstraint(
                name="need_chosen_is_one",
                condition=~Q(state=NeedState.CHOSEN)
                | Q(chosen_offer__isnull=False, chosen_trajectory__isnull=True)
                | Q(chosen_offer__isnull=True, chosen_trajectory__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_theme_display()} ({self.get_level_display()})"


class NeedStep(Step):
    """One step of a need; rows are added and never changed."""

    need = models.ForeignKey(Need, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("need", "registered_at"), name="need_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
