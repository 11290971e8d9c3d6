"""One offer, and its steps."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.registers.models import MoneyField, Record, record_constraints, record_indexes
from vijfluik.core.registers.models.fields import ItemField
from vijfluik.programme.offers.models.columns import audience_column, forms_column, provider_column
from vijfluik.programme.offers.vocabulary import OfferKind, OfferState, Sector, Theme


class Offer(Record):
    """What a partner offers to municipalities and professionals, for all to read."""

    organisation = provider_column()
    state = models.CharField(
        _("stand"), max_length=30, choices=OfferState, default=OfferState.DRAFT, editable=False
    )
    name = models.CharField(_("naam"), max_length=200)
    item = ItemField(_("onderdeel van het programma"), default="VK-07")
    kind = models.CharField(_("soort"), max_length=20, choices=OfferKind)
    themes = ArrayField(
        models.CharField(max_length=30, choices=Theme), verbose_name=_("thema's"), default=list
    )
    audience = audience_column()
    forms = forms_column(help_text=_("Niets aanvinken: het gaat over alle vormen gelijk."))
    sectors = ArrayField(
        models.CharField(max_length=20, choices=Sector),
        verbose_name=_("sectoren"),
        default=list,
        blank=True,
    )
    summary = models.TextField(_("wat het inhoudt"), blank=True)
    duration = models.CharField(
        _("duur"), max_length=100, blank=True, help_text=_("Bijvoorbeeld: twee dagdelen.")
    )
    cost_cents = MoneyField(
        _("kosten"),
        null=True,
        blank=True,
        help_text=_("Per keer, voor wie het afneemt. Leeg: niet vermeld. Nul: kosteloos."),
    )
    contact = models.CharField(
        _("contactpunt"), max_length=200, help_text=_("Een functie of loket; geen persoon.")
    )
    valid_from = models.DateField(_("geldig vanaf"))
    valid_until = models.DateField(_("geldig tot en met"), null=True, blank=True)
    review_on = models.DateField(_("nalopen voor"), null=True, blank=True)
    ended_on = models.DateField(_("uit het aanbod op"), null=True, blank=True)

    class Meta:
        verbose_name = _("aanbod")
        verbose_name_plural = _("aanbod")
        ordering = ("-valid_from", "key")
        indexes = record_indexes("offer", scope="organisation", day="valid_from")
        constraints = (
            *record_constraints("offer", scope="organisation", states=OfferState),
            models.CheckConstraint(
                name="offer_offered_is_reviewed",
                condition=~Q(state=OfferState.OFFERED) | Q(review_on__isnull=False),
            ),
            models.CheckConstraint(
                name="offer_valid_in_order",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return self.name


class OfferStep(Step):
    """One step of an offer; rows are added and never changed."""

    offer = models.ForeignKey(Offer, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("offer", "registered_at"), name="offer_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
