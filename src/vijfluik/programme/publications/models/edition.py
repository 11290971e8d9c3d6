"""One edition of a publication, and its steps."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.publications.editions.vocabulary import (
    OUT,
    Frame,
    Level,
    State,
    ThreatTheme,
)
from vijfluik.programme.publications.models.publication import Publication


class Edition(Record):
    """What a publication said from a day on: its number, its changes, and for how long it holds."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("eigenaar")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=State, default=State.DRAFT, editable=False
    )
    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="+", verbose_name=_("publicatie")
    )
    number = models.PositiveIntegerField(_("nummer"), null=True, blank=True)
    title = models.CharField(_("uitgave"), max_length=200)
    changes = models.TextField(_("wat er nieuw is"), blank=True)
    frame = models.CharField(
        _("geldt als"),
        max_length=20,
        choices=Frame,
        blank=True,
        help_text=_("Alleen voor uitgaven van een dreigingsbeeld of een strategie."),
    )
    level = models.CharField(
        _("dreigingsniveau"),
        max_length=1,
        choices=Level,
        blank=True,
        help_text=_("Zoals het in de uitgave staat; het systeem berekent geen niveau."),
    )
    themes = ArrayField(
        models.CharField(max_length=30, choices=ThreatTheme),
        verbose_name=_("thema's"),
        default=list,
        blank=True,
    )
    begun_on = models.DateField(_("begonnen op"))
    published_on = models.DateField(_("verschenen op"), null=True, blank=True)
    valid_from = models.DateField(_("geldt van"), null=True, blank=True)
    valid_until = models.DateField(_("geldt tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("uitgave")
        verbose_name_plural = _("uitgaven")
        ordering = ("-begun_on", "key")
        indexes = (
            *record_indexes("edition", scope="organisation", day="begun_on"),
            models.Index(fields=("publication",), name="edition_publication"),
        )
        constraints = (
            *record_constraints("edition", scope="organisation", states=State),
            models.CheckConstraint(
                name="edition_threat_has_number",
                condition=~Q(frame="threat") | Q(number__isnull=False),
            ),
            models.CheckConstraint(
                name="edition_out_has_day",
                condition=~Q(state__in=OUT) | Q(published_on__isnull=False),
            ),
            models.CheckConstraint(
                name="edition_period",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="edition_level_of_a_threat",
                condition=Q(level="") | Q(frame="threat"),
            ),
        )

    def __str__(self) -> str:
        return self.title


class EditionStep(Step):
    """One step in the life of an edition; rows are added and never changed."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("edition", "registered_at"), name="edition_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
