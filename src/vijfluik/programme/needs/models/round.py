"""A round of questions, and its steps."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.core.registers.models.fields import ItemField
from vijfluik.programme.needs.vocabulary import RoundState
from vijfluik.programme.offers.vocabulary import Theme


class NeedRound(Record):
    """The same questions for every organisation, on some themes, in a period."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("gevraagd door")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=RoundState, default=RoundState.OPEN, editable=False
    )
    title = models.CharField(_("titel"), max_length=200)
    item = ItemField(_("onderdeel van het programma"), default="VK-07")
    themes = ArrayField(
        models.CharField(max_length=30, choices=Theme), verbose_name=_("thema's"), default=list
    )
    question = models.TextField(
        _("vraag per thema"), help_text=_("Voor elke organisatie en elk thema dezelfde.")
    )
    opens_on = models.DateField(_("open vanaf"))
    closes_on = models.DateField(
        _("open tot en met"), null=True, blank=True, help_text=_("Leeg: tot u de peiling sluit.")
    )
    closed_on = models.DateField(_("gesloten op"), null=True, blank=True)

    class Meta:
        verbose_name = _("peiling")
        verbose_name_plural = _("peilingen")
        ordering = ("-opens_on", "key")
        indexes = record_indexes("need_round", scope="organisation", day="opens_on")
        constraints = (
            *record_constraints("need_round", scope="organisation", states=RoundState),
            models.CheckConstraint(
                name="need_round_in_order",
                condition=Q(closes_on__isnull=True) | Q(closes_on__gte=F("opens_on")),
            ),
        )

    def __str__(self) -> str:
        return self.title


class NeedRoundStep(Step):
    """One step of a round; rows are added and never changed."""

    need_round = models.ForeignKey(NeedRound, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("need_round", "registered_at"), name="need_round_step_record"),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
