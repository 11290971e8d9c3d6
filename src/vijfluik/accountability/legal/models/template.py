"""One version of a template, with the provisions that it quotes."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.legal.vocabulary import TemplateKind, TemplateState
from vijfluik.core.law.choices import provision_choices
from vijfluik.core.lifecycle.models import ApprovedStep
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.core.registers.models.fields import ItemField


class Template(Record):
    """A text that decisions, letters and forms are made from, in one version.

    What it quotes stands beside it as provisions, so that it is found when one of them changes.
    """

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("eigenaar")
    )
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=TemplateState,
        default=TemplateState.DRAFT,
        editable=False,
    )
    title = models.CharField(_("naam"), max_length=200)
    version = models.CharField(_("versie"), max_length=20)
    kind = models.CharField(_("soort"), max_length=20, choices=TemplateKind)
    item = ItemField(_("onderdeel van het programma"))
    provisions = ArrayField(
        models.CharField(max_length=50, choices=provision_choices),
        verbose_name=_("aangehaalde bepalingen"),
        default=list,
        help_text=_("De bepalingen die de tekst noemt of waarop zij steunt."),
    )
    text = models.TextField(
        _("tekst"),
        help_text=_("Wat per geval verschilt, staat tussen vierkante haken: [datum]. Geen namen."),
    )
    predecessor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vorige versie"),
    )
    drafted_on = models.DateField(_("opgesteld op"))
    adopted_on = models.DateField(_("in gebruik sinds"), null=True, blank=True)
    review_on = models.DateField(_("nalopen uiterlijk op"), null=True, blank=True)
    replaced_on = models.DateField(_("vervangen op"), null=True, blank=True)

    class Meta:
        verbose_name = _("sjabloon")
        verbose_name_plural = _("sjablonen")
        ordering = ("title", "-drafted_on", "key")
        indexes = record_indexes("template", scope="organisation", day="drafted_on")
        constraints = (
            *record_constraints("template", scope="organisation", states=TemplateState),
            models.CheckConstraint(
                name="template_in_use_has_days",
                condition=~Q(state=TemplateState.IN_USE)
                | Q(adopted_on__isnull=False, review_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.version})"


class TemplateStep(ApprovedStep):
    """One step in the life of a template; rows are added and never changed."""

    template = models.ForeignKey(Template, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("template", "registered_at"), name="template_step_record"),)
        constraints = (ApprovedStep.constraint("template_step"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
