"""One bill, followed through its stages."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.models.paper import Paper
from vijfluik.accountability.undertakings.vocabulary import BillState
from vijfluik.core.items.choices import item_choices
from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes


class Bill(Record):
    """A bill: the day of each stage, and the provisions that it changes once it is in force."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("ministerie")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=BillState, default=BillState.PREPARED, editable=False
    )
    title = models.CharField(_("onderwerp"), max_length=200)
    dossier = models.CharField(_("dossier"), max_length=40, blank=True)
    item = models.CharField(_("onderdeel van het programma"), max_length=10, choices=item_choices)
    paper = models.ForeignKey(
        Paper,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("stuk"),
        help_text=_("Het stuk waarmee het is ingediend."),
    )
    provisions = models.CharField(
        _("bepalingen die veranderen"),
        max_length=300,
        blank=True,
        help_text=_("Namen uit Recht, zoals twbmt-13, met een komma ertussen."),
    )
    followed_since = models.DateField(_("gevolgd sinds"))
    submitted_on = models.DateField(_("ingediend op"), null=True, blank=True)
    submitted_said = models.CharField(
        _("ingediend, in woorden"),
        max_length=80,
        blank=True,
        help_text=_("Als er geen dag bekend is: ‘begin 2019’. Er wordt geen dag van gemaakt."),
    )
    second_adopted_on = models.DateField(
        _("aangenomen door de Tweede Kamer op"), null=True, blank=True
    )
    first_adopted_on = models.DateField(
        _("aangenomen door de Eerste Kamer op"), null=True, blank=True
    )
    published_on = models.DateField(_("in het Staatsblad op"), null=True, blank=True)
    published_in = models.CharField(_("Staatsblad"), max_length=40, blank=True)
    in_force_on = models.DateField(_("in werking op"), null=True, blank=True)
    ended_on = models.DateField(_("verworpen of ingetrokken op"), null=True, blank=True)
    gist = models.TextField(_("inhoud in het kort"), blank=True)

    class Meta:
        verbose_name = _("wetsvoorstel")
        verbose_name_plural = _("wetsvoorstellen")
        ordering = ("-followed_since", "key")
        indexes = record_indexes("bill", scope="organisation", day="followed_since")
        constraints = (
            *record_constraints("bill", scope="organisation", states=BillState),
            models.CheckConstraint(
                name="bill_in_force_has_day",
                condition=~Q(state=BillState.IN_FORCE) | Q(in_force_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.dossier} {self.title}".strip()


class BillStep(Step):
    """One stage of a bill; rows are added and never changed."""

    bill = models.ForeignKey(Bill, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("bill", "registered_at"), name="bill_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
