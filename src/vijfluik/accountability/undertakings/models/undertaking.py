"""One motion or commitment, and how far the promise is kept."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.choosing import figure_choices
from vijfluik.accountability.undertakings.models.paper import Paper
from vijfluik.accountability.undertakings.vocabulary import (
    House,
    HouseSays,
    UndertakingKind,
    UndertakingState,
)
from vijfluik.core.items.choices import item_choices
from vijfluik.core.lifecycle.models import ApprovedStep
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.faults import Refusal
from vijfluik.core.registers.models import Record, record_constraints, record_indexes


class Undertaking(Record):
    """What was promised to Parliament, by when, and what settles it.

    The due date moves by a postponement only, which names its day and the letter that told the
    House; the database counts those and refuses every other change of the day. What the House says
    of it stands beside what we say, and neither changes the other.
    """

    refusals: ClassVar[Mapping[str, Refusal]] = {
        "undertaking_due_moves_by_letter": Refusal(
            field="postponed_in",
            wrong=_("deze termijn is met deze brief al verzet"),
            right=_("de brief waarin u de Kamer om dit uitstel vroeg"),
        )
    }

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("ministerie")
    )
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=UndertakingState,
        default=UndertakingState.OPEN,
        editable=False,
    )
    kind = models.CharField(_("soort"), max_length=20, choices=UndertakingKind)
    title = models.CharField(_("omschrijving"), max_length=200)
    text = models.TextField(_("wat is toegezegd, in eigen woorden"))
    house = models.CharField(_("aan welke Kamer"), max_length=10, choices=House)
    made_on = models.DateField(_("gedaan op"))
    made_in = models.ForeignKey(
        Paper,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gedaan in"),
        help_text=_("Het stuk waarin het staat."),
    )
    found_at = models.CharField(
        _("vindplaats"),
        max_length=100,
        blank=True,
        help_text=_("Dossier en nummer, of het debat met zijn dag."),
    )
    item = models.CharField(
        _("onderdeel van het programma"), max_length=10, choices=item_choices, blank=True
    )
    due_on = models.DateField(
        _("uiterlijk op"),
        help_text=_("Verandert daarna alleen nog door uitstel, met een brief aan de Kamer."),
    )
    postponed_on = models.DateField(_("uitgesteld op"), null=True, blank=True)
    postponed_in = models.ForeignKey(
        Paper,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("uitgesteld in"),
        help_text=_("De brief waarmee de Kamer om uitstel is gevraagd."),
    )
    # Written by the database, see sql/due.sql.
    postponements = models.PositiveIntegerField(_("aantal keer uitgesteld"), default=0)
    figure = models.CharField(
        _("cijfer dat het aantoont"),
        max_length=60,
        choices=figure_choices,
        blank=True,
        help_text=_("Het cijfer waaraan te zien is dat de toezegging is nagekomen."),
    )
    settled_on = models.DateField(_("afgedaan op"), null=True, blank=True)
    settled_in = models.ForeignKey(
        Paper,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("afgedaan in"),
        help_text=_("De brief waarmee de toezegging is nagekomen of de motie uitgevoerd."),
    )
    progress = models.TextField(_("stand van zaken"), blank=True)
    house_number = models.CharField(
        _("nummer bij de Kamer"),
        max_length=40,
        blank=True,
        help_text=_("Zoals TZ202001-001 of 2019Z01234."),
    )
    house_says = models.CharField(_("de Kamer zegt"), max_length=10, choices=HouseSays, blank=True)
    house_said_on = models.DateField(_("de Kamer zei dat op"), null=True, blank=True)

    class Meta:
        verbose_name = _("motie of toezegging")
        verbose_name_plural = _("moties en toezeggingen")
        ordering = ("-made_on", "key")
        indexes = (
            *record_indexes("undertaking", scope="organisation", day="made_on"),
            models.Index(fields=("house_number",), name="undertaking_house_number"),
        )
        constraints = (
            *record_constraints("undertaking", scope="organisation", states=UndertakingState),
            models.CheckConstraint(
                name="undertaking_settled_by_letter",
                condition=~Q(state__in=(UndertakingState.PROPOSED, UndertakingState.SETTLED))
                | (Q(settled_in__isnull=False) & Q(settled_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="undertaking_house_says_on_a_day",
                condition=(Q(house_says="") & Q(house_said_on__isnull=True))
                | (~Q(house_says="") & Q(house_said_on__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return self.title


class UndertakingStep(ApprovedStep):
    """One step in the life of an undertaking; rows are added and never changed."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("undertaking", "registered_at"), name="undertaking_step_record"),
        )
        constraints = (ApprovedStep.constraint("undertaking_step"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
