"""One finding of an evaluation, and its steps."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.evaluations.findings.vocabulary import About, FindingUnit, State
from vijfluik.programme.evaluations.models.evaluation import Evaluation
from vijfluik.programme.evaluations.vocabulary import Strength
from vijfluik.programme.grants.models.derived import compartment_field
from vijfluik.programme.offers.models import Offer


class Finding(Record):
    """What a study found, how strong the evidence is, and the number when there is one.

    It names its study on its own row, so that a figure over findings does so too.
    """

    walled = "compartment"

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("coördinatie")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=State, default=State.RECORDED, editable=False
    )
    evaluation = models.ForeignKey(
        Evaluation, models.PROTECT, related_name="+", verbose_name=_("evaluatie")
    )
    title = models.CharField(_("bevinding"), max_length=200)
    detail = models.TextField(_("toelichting"), blank=True)
    study = models.CharField(
        _("aangehaald als"),
        max_length=120,
        help_text=_("Het onderzoek zoals het wordt genoemd: wie, wat en wanneer."),
    )
    about = models.CharField(_("zegt iets over"), max_length=20, choices=About)
    strength = models.CharField(_("kracht van het bewijs"), max_length=20, choices=Strength)
    code = models.SlugField(
        _("vaste naam"),
        max_length=60,
        blank=True,
        db_index=False,
        help_text=_("Waaronder cijfers deze bevinding kennen; leeg als geen cijfer ernaar vraagt."),
    )
    number = models.PositiveIntegerField(_("getal"), null=True, blank=True)
    unit = models.CharField(_("eenheid"), max_length=20, choices=FindingUnit, blank=True)
    definition = models.TextField(
        _("wat er geteld is"), blank=True, help_text=_("De omschrijving van het onderzoek zelf.")
    )
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("deel van"),
        help_text=_("De bevinding waarvan dit getal een deel is, zoals 7 van 189."),
    )
    offer = models.ForeignKey(
        Offer,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("aanbod"),
        help_text=_("Het aanbod waarvoor deze bevinding iets zegt; leeg als dat er niet is."),
    )
    period_from = models.DateField(_("periode van"), null=True, blank=True)
    period_until = models.DateField(_("periode tot en met"), null=True, blank=True)
    found_on = models.DateField(_("gevonden op"))

    compartment = compartment_field()

    class Meta:
        verbose_name = _("bevinding")
        verbose_name_plural = _("bevindingen")
        ordering = ("-found_on", "key")
        indexes = (
            *record_indexes("finding", scope="organisation", day="found_on"),
            models.Index(fields=("evaluation",), name="finding_evaluation"),
        )
        constraints = (
            *record_constraints("finding", scope="organisation", states=State),
            models.CheckConstraint(
                name="finding_number_has_unit",
                condition=(Q(number__isnull=True) & Q(unit=""))
                | (Q(number__isnull=False) & ~Q(unit="")),
            ),
            models.CheckConstraint(
                name="finding_not_part_of_itself",
                condition=Q(part_of__isnull=True) | ~Q(part_of=F("key")),
            ),
        )

    def __str__(self) -> str:
        return self.title


class FindingStep(Step):
    """One step in the life of a finding; rows are added and never changed."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("finding", "registered_at"), name="finding_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
