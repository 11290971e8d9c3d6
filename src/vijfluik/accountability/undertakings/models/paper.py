"""One parliamentary paper, as the ministry that answers for it keeps it."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.choosing import figure_choices
from vijfluik.accountability.undertakings.vocabulary import House, PaperKind, PaperState
from vijfluik.core.items.choices import item_choices
from vijfluik.core.lifecycle.models import ApprovedStep
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes


def found_at(paper: Any) -> str:
    """Where a paper, or a version of one, is found: dossier and number, or its owner's own."""
    if not paper.dossier:
        return str(paper.reference)
    return f"{paper.dossier}, nr. {paper.number}" if paper.number else str(paper.dossier)


class Paper(Record):
    """A letter, motion, report or other paper: where it is found, when, and on which item."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("ministerie")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=PaperState, default=PaperState.FILED, editable=False
    )
    kind = models.CharField(_("soort"), max_length=20, choices=PaperKind)
    title = models.CharField(_("onderwerp"), max_length=200)
    dossier = models.CharField(
        _("dossier"), max_length=40, blank=True, help_text=_("Het dossiernummer, zoals 29754.")
    )
    number = models.CharField(
        _("nummer"), max_length=40, blank=True, help_text=_("Het nummer binnen het dossier.")
    )
    house = models.CharField(
        _("Kamer"),
        max_length=10,
        choices=House,
        blank=True,
        help_text=_("Leeg voor een resolutie of verdrag dat niet naar een Kamer ging."),
    )
    dated_on = models.DateField(_("datum"), null=True, blank=True)
    dated_said = models.CharField(
        _("datum in woorden"),
        max_length=80,
        blank=True,
        help_text=_("Als er geen dag bekend is: ‘begin 2019’. Er wordt geen dag van gemaakt."),
    )
    item = models.CharField(
        _("onderdeel van het programma"), max_length=10, choices=item_choices, blank=True
    )
    figures = ArrayField(
        models.CharField(max_length=60, choices=figure_choices),
        verbose_name=_("cijfers in het stuk"),
        default=list,
        blank=True,
        help_text=_("De cijfers die in deze brief staan, om ze later opnieuw te maken."),
    )
    figures_on = models.DateField(
        _("stand van de cijfers"),
        null=True,
        blank=True,
        help_text=_("De cijfers zoals bekend aan het einde van deze dag."),
    )
    send_by = models.DateField(
        _("moet weg voor"),
        null=True,
        blank=True,
        help_text=_("Uiterlijk op deze dag beslist een collega of het stuk weg mag."),
    )
    approved_on = models.DateField(_("goedgekeurd op"), null=True, blank=True)
    handled_on = models.DateField(_("behandeld op"), null=True, blank=True)
    gist = models.TextField(_("inhoud in het kort"), blank=True)

    class Meta:
        verbose_name = _("stuk")
        verbose_name_plural = _("stukken")
        ordering = ("-dated_on", "key")
        indexes = record_indexes("paper", scope="organisation", day="dated_on")
        constraints = (
            *record_constraints("paper", scope="organisation", states=PaperState),
            models.CheckConstraint(
                name="paper_figures_are_of_a_day",
                condition=Q(figures=[]) | Q(figures_on__isnull=False),
            ),
            models.CheckConstraint(
                name="paper_approved_has_day",
                condition=~Q(state=PaperState.APPROVED) | Q(approved_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.found_at} {self.title}".strip()

    @property
    def found_at(self) -> str:
        """Where it is found (vindplaats): dossier and number, or what the owner calls it."""
        return found_at(self)


class PaperStep(ApprovedStep):
    """One step in the life of a paper; rows are added and never changed."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("paper", "registered_at"), name="paper_step_record"),)
        constraints = (ApprovedStep.constraint("paper_step"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
