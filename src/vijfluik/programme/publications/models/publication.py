"""One publication, and its steps."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import ApprovedStep
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.core.registers.models.fields import ItemField, OrganisationsField
from vijfluik.programme.publications.vocabulary import (
    OUT,
    Accessibility,
    Audience,
    PublicationKind,
    State,
)


class Publication(Record):
    """A guide, strategy or campaign: what it is, for whom, and until when it holds.

    Its texts stand in its editions; how many people it reached stands in its reach.
    """

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("eigenaar")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=State, default=State.DRAFT, editable=False
    )
    title = models.CharField(_("titel"), max_length=200)
    kind = models.CharField(_("soort"), max_length=30, choices=PublicationKind)
    item = ItemField(_("onderdeel van het programma"))
    code = models.SlugField(
        _("vaste naam"),
        max_length=60,
        blank=True,
        db_index=False,
        help_text=_(
            "Waaronder cijfers deze publicatie kennen; leeg laten als geen cijfer ernaar vraagt."
        ),
    )
    summary = models.TextField(_("waar het over gaat"), blank=True)
    audience = ArrayField(
        models.CharField(max_length=30, choices=Audience), verbose_name=_("voor wie"), default=list
    )
    distribution = OrganisationsField(
        verbose_name=_("verzendlijst"),
        help_text=_("De organisaties die elke nieuwe uitgave toegestuurd krijgen."),
    )
    channel = models.CharField(
        _("waar te vinden"),
        max_length=300,
        blank=True,
        help_text=_("Een adres op internet, of de plek waar het wordt uitgereikt."),
    )
    feedback = models.CharField(
        _("reacties naar"),
        max_length=200,
        blank=True,
        help_text=_("Een loket of gedeelde postbus; geen naam van een persoon."),
    )
    accessibility = models.CharField(
        _("toegankelijkheid"),
        max_length=20,
        choices=Accessibility,
        default=Accessibility.UNTESTED,
    )
    predecessor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("voorganger"),
        help_text=_("De publicatie die hierdoor wordt vervangen."),
    )
    begun_on = models.DateField(_("begonnen op"))
    submitted_on = models.DateField(_("ter beoordeling op"), null=True, blank=True)
    published_on = models.DateField(_("gepubliceerd op"), null=True, blank=True)
    in_use_on = models.DateField(_("in gebruik sinds"), null=True, blank=True)
    review_on = models.DateField(_("herzien voor"), null=True, blank=True)
    period_said = models.CharField(
        _("verslagperiode"),
        max_length=100,
        blank=True,
        help_text=_("In de woorden van het verslag zelf, zoals “eind 2017 tot april 2019”."),
    )
    ended_on = models.DateField(_("vervallen op"), null=True, blank=True)

    class Meta:
        verbose_name = _("publicatie")
        verbose_name_plural = _("publicaties")
        ordering = ("-begun_on", "key")
        indexes = record_indexes("publication", scope="organisation", day="begun_on")
        constraints = (
            *record_constraints("publication", scope="organisation", states=State),
            models.CheckConstraint(
                name="publication_out_has_day",
                condition=~Q(state__in=OUT) | Q(published_on__isnull=False),
            ),
            models.CheckConstraint(
                name="publication_not_its_own_predecessor",
                condition=Q(predecessor__isnull=True) | ~Q(predecessor=F("key")),
            ),
        )

    def __str__(self) -> str:
        return self.title


class PublicationStep(ApprovedStep):
    """One step in the life of a publication; rows are added and never changed."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("publication", "registered_at"), name="publication_step_record"),
        )
        constraints = (ApprovedStep.constraint("publication_step"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
