"""A partnership, programme, pilot, task force or mission."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.choices import item_choices
from vijfluik.core.lifecycle.models import Step
from vijfluik.core.registers.models import (
    MoneyField,
    Record,
    record_constraints,
    record_indexes,
)
from vijfluik.programme.partnerships.grounds import provision_choices
from vijfluik.programme.partnerships.models.columns import code_column, day_column, lead_column
from vijfluik.programme.partnerships.vocabulary import PartnershipKind, State


class Partnership(Record):
    """Organisations that work together for a goal, on a ground, until a day.

    A term lapses by itself and is prolonged only by a decision (`extended_on`, `extended_by`);
    what has no end day is looked at again on `review_on`. The database holds that what runs has one
    of the two.
    """

    name = models.CharField(_("naam"), max_length=200)
    code = code_column()
    lead = lead_column()
    state = models.CharField(
        _("stand"), max_length=30, choices=State, default=State.PREPARED, editable=False
    )
    item = models.CharField(_("onderdeel"), max_length=10, choices=item_choices)
    kind = models.CharField(_("soort"), max_length=20, choices=PartnershipKind)
    goal = models.TextField(_("doel"))
    provision = models.CharField(
        _("bepaling"),
        max_length=50,
        choices=provision_choices,
        blank=True,
        help_text=_("De bepaling waarop de samenwerking rust, als zij in het recht staat."),
    )
    ground = models.CharField(
        _("grondslag in woorden"),
        max_length=300,
        blank=True,
        help_text=_("Als er geen bepaling is. Dit toont het platform als niet bevestigd."),
    )
    criteria = models.TextField(
        _("maatstaven"), blank=True, help_text=_("Waaraan een proef wordt getoetst.")
    )
    evaluate_on = day_column(_("evaluatie uiterlijk op"))
    budget = MoneyField(_("budget"), null=True, blank=True)
    decided_on = models.DateField(_("besloten op"))
    pilot_on = day_column(_("proef begonnen op"))
    started_on = day_column(_("begonnen op"))
    started_said = models.CharField(
        _("begin in woorden"),
        max_length=60,
        blank=True,
        help_text=_("Als geen dag bekend is, zoals ‘eind 2017’."),
    )
    term_years = models.PositiveIntegerField(_("looptijd in jaren"), null=True, blank=True)
    ends_on = day_column(_("loopt tot en met"), help_text=_("Na deze dag is de termijn voorbij."))
    review_on = day_column(
        _("opnieuw bekijken op"),
        help_text=_("Zonder einddag: de dag waarop wordt besloten of dit doorgaat."),
    )
    extended_on = day_column(_("tot verlenging besloten op"))
    extended_by = models.PositiveIntegerField(_("verlengd met jaren"), null=True, blank=True)
    ended_on = day_column(_("geëindigd op"))
    handed_to = models.CharField(_("overgedragen aan"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("samenwerking")
        verbose_name_plural = _("samenwerkingen")
        ordering = ("-decided_on", "key")
        indexes = record_indexes("partnership", scope="lead", day="decided_on")
        constraints = (
            *record_constraints("partnership", scope="lead", states=State),
            models.CheckConstraint(
                name="partnership_runs_until_a_day",
                condition=~Q(state__in=(State.ACTIVE, State.EXTENDED))
                | Q(ends_on__isnull=False)
                | Q(review_on__isnull=False),
            ),
            models.CheckConstraint(
                name="partnership_extended_by_decision",
                condition=~Q(state=State.EXTENDED)
                | (Q(extended_on__isnull=False) & Q(ends_on__gt=F("extended_on"))),
            ),
        )

    def __str__(self) -> str:
        return self.name


class PartnershipStep(Step):
    """One step in the life of a partnership; rows are added and never changed."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("partnership", "registered_at"), name="partnership_step_record"),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
