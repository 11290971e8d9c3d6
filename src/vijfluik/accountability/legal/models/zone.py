"""One designated area, or one consent to be there, between two days."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.legal.vocabulary import ZoneKind, ZoneState
from vijfluik.accountability.undertakings.models import Bill
from vijfluik.core.law.choices import provision_choices
from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.core.registers.models.fields import ItemField


class Zone(Record):
    """What the law lets designate. A consent is of a body or a profession, never of a person."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("eigenaar")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=ZoneState, default=ZoneState.PREPARED, editable=False
    )
    title = models.CharField(_("naam"), max_length=200)
    kind = models.CharField(_("soort"), max_length=20, choices=ZoneKind)
    item = ItemField(_("onderdeel van het programma"))
    area = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gebied"),
        help_text=_("Bij een toestemming: voor welk gebied."),
    )
    holder = models.CharField(
        _("toestemming voor"),
        max_length=200,
        blank=True,
        help_text=_("Een organisatie of beroepsgroep, zoals hulpverleners. Geen personen."),
    )
    bill = models.ForeignKey(
        Bill,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("wet, als wetsvoorstel gevolgd"),
    )
    provision = models.CharField(
        _("bepaling"), max_length=50, choices=provision_choices, blank=True
    )
    decided_in = models.CharField(
        _("besluit"), max_length=120, blank=True, help_text=_("Waar het besluit te vinden is.")
    )
    proposed_on = models.DateField(_("voorgesteld op"))
    valid_from = models.DateField(_("geldt vanaf"), null=True, blank=True)
    valid_until = models.DateField(_("geldt tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("gebied of toestemming")
        verbose_name_plural = _("gebieden en toestemmingen")
        ordering = ("title", "key")
        indexes = record_indexes("zone", scope="organisation", day="proposed_on")
        constraints = (
            *record_constraints("zone", scope="organisation", states=ZoneState),
            models.CheckConstraint(
                name="zone_in_effect_has_days",
                condition=~Q(state=ZoneState.IN_EFFECT)
                | Q(valid_from__isnull=False, valid_until__isnull=False),
            ),
            models.CheckConstraint(
                name="zone_days_in_order",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="zone_consent_is_of_an_area",
                condition=Q(kind=ZoneKind.AREA, area__isnull=True)
                | Q(kind=ZoneKind.CONSENT, area__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.title


class ZoneStep(Step):
    """One step in the life of an area or a consent; rows are added and never changed."""

    zone = models.ForeignKey(Zone, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("zone", "registered_at"), name="zone_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
