"""One obligation from a resolution, and the item of the programme that carries it out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.models.paper import Paper
from vijfluik.accountability.undertakings.vocabulary import ObligationState
from vijfluik.core.items.choices import item_choices
from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes


class Obligation(Record):
    """What a paragraph of a resolution asks, who answers for it here, when it is reported on."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("ministerie")
    )
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=ObligationState,
        default=ObligationState.OPEN,
        editable=False,
    )
    resolution = models.CharField(
        _("resolutie"), max_length=40, help_text=_("Nummer en jaar, zoals 2396 (2017).")
    )
    paragraph = models.CharField(_("paragraaf"), max_length=20, blank=True)
    title = models.CharField(_("wat wordt gevraagd"), max_length=200)
    text = models.TextField(_("toelichting in eigen woorden"), blank=True)
    paper = models.ForeignKey(
        Paper,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("stuk"),
        help_text=_("De resolutie in het register van stukken."),
    )
    item = models.CharField(_("onderdeel dat het uitvoert"), max_length=10, choices=item_choices)
    adopted_on = models.DateField(_("aangenomen op"))
    report_by = models.DateField(_("verslag uiterlijk op"), null=True, blank=True)
    reported_on = models.DateField(_("laatste verslag op"), null=True, blank=True)
    done_on = models.DateField(_("uitgevoerd sinds"), null=True, blank=True)
    progress = models.TextField(_("stand van zaken"), blank=True)

    class Meta:
        verbose_name = _("verplichting")
        verbose_name_plural = _("verplichtingen")
        ordering = ("-adopted_on", "key")
        indexes = record_indexes("obligation", scope="organisation", day="adopted_on")
        constraints = record_constraints("obligation", scope="organisation", states=ObligationState)

    def __str__(self) -> str:
        return f"{self.resolution} {self.title}"


class ObligationStep(Step):
    """One step of an obligation; rows are added and never changed."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("obligation", "registered_at"), name="obligation_step_record"),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
