"""One theory of change, and its steps."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.evaluations.models.evaluation import Evaluation
from vijfluik.programme.evaluations.theories.vocabulary import Evidence, State
from vijfluik.programme.grants.models.derived import compartment_field

_ASSUMED = _("Wat er waar moet zijn om deze stap te laten werken.")


def _box(label: Any, *, said: Any) -> Any:
    return models.TextField(label, help_text=said)


def _assumption(label: Any) -> Any:
    return models.CharField(label, max_length=300, blank=True, help_text=_ASSUMED)


def _evidence(label: Any) -> Any:
    return models.CharField(label, max_length=20, choices=Evidence, default=Evidence.NONE)


class Theory(Record):
    """Why what is done should work: five boxes, and four arrows that each rest on something."""

    walled = "compartment"

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("coördinatie")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=State, default=State.DRAFT, editable=False
    )
    evaluation = models.ForeignKey(
        Evaluation, models.PROTECT, related_name="+", verbose_name=_("evaluatie")
    )
    title = models.CharField(_("interventie"), max_length=200)
    problem = _box(_("probleem"), said=_("Wat er aan de hand is."))
    target_group = _box(_("doelgroep"), said=_("Om welke groep het gaat; geen personen."))
    target_group_assumption = _assumption(_("aanname van probleem naar doelgroep"))
    target_group_evidence = _evidence(_("bewijs van probleem naar doelgroep"))
    activity = _box(_("activiteit"), said=_("Wat er gedaan wordt."))
    activity_assumption = _assumption(_("aanname van doelgroep naar activiteit"))
    activity_evidence = _evidence(_("bewijs van doelgroep naar activiteit"))
    mechanism = _box(_("werkend mechanisme"), said=_("Waardoor het iets in gang zet."))
    mechanism_assumption = _assumption(_("aanname van activiteit naar mechanisme"))
    mechanism_evidence = _evidence(_("bewijs van activiteit naar mechanisme"))
    outcome = _box(_("uitkomst"), said=_("Wat er dan verandert."))
    outcome_assumption = _assumption(_("aanname van mechanisme naar uitkomst"))
    outcome_evidence = _evidence(_("bewijs van mechanisme naar uitkomst"))
    indicators = models.TextField(
        _("waaraan het te zien is"), blank=True, help_text=_("Per regel één aanwijzing.")
    )
    begun_on = models.DateField(_("begonnen op"))
    agreed_on = models.DateField(_("vastgesteld op"), null=True, blank=True)

    compartment = compartment_field()

    class Meta:
        verbose_name = _("verandertheorie")
        verbose_name_plural = _("verandertheorieën")
        ordering = ("-begun_on", "key")
        indexes = (
            *record_indexes("theory", scope="organisation", day="begun_on"),
            models.Index(fields=("evaluation",), name="theory_evaluation"),
        )
        constraints = (
            *record_constraints("theory", scope="organisation", states=State),
            models.CheckConstraint(
                name="theory_agreed_has_day_and_assumptions",
                condition=~Q(state=State.AGREED)
                | (
                    Q(agreed_on__isnull=False)
                    & ~Q(target_group_assumption="")
                    & ~Q(activity_assumption="")
                    & ~Q(mechanism_assumption="")
                    & ~Q(outcome_assumption="")
                ),
            ),
        )

    def __str__(self) -> str:
        return self.title


class TheoryStep(Step):
    """One step in the life of a theory; rows are added and never changed."""

    theory = models.ForeignKey(Theory, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("theory", "registered_at"), name="theory_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
