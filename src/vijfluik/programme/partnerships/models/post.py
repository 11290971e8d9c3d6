"""A post or secondment."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.partnerships.models.columns import (
    code_column,
    country_column,
    day_column,
    lead_column,
    partnership_column,
)
from vijfluik.programme.partnerships.vocabulary import PostKind, PostState, WorldRegion


class Post(Record):
    """A function abroad or at another organisation, from a day until a day. Nobody's name."""

    title = models.CharField(
        _("functie"), max_length=200, help_text=_("De functie; nooit de naam van wie haar vervult.")
    )
    code = code_column()
    lead = lead_column()
    state = models.CharField(
        _("stand"), max_length=30, choices=PostState, default=PostState.OPEN, editable=False
    )
    partnership = partnership_column("posts")
    kind = models.CharField(_("soort"), max_length=20, choices=PostKind)
    country = country_column(blank=True)
    region = models.CharField(_("regio"), max_length=30, choices=WorldRegion, blank=True)
    host = models.CharField(
        _("gastorganisatie"),
        max_length=200,
        blank=True,
        help_text=_("De ambassade, instelling of organisatie waar gewerkt wordt."),
    )
    tasks = models.TextField(
        _("taken"),
        blank=True,
        help_text=_("Wat vanuit deze post wordt gedaan, per regel één taak."),
    )
    decided_on = models.DateField(_("besloten op"))
    from_on = day_column(_("vervuld vanaf"))
    term_years = models.PositiveIntegerField(_("duur in jaren"), null=True, blank=True)
    until_on = day_column(_("vervuld tot en met"))
    until_said = models.CharField(
        _("einde in woorden"),
        max_length=60,
        blank=True,
        help_text=_("Als geen dag is genoemd, zoals ‘zomer 2019’."),
    )
    reported_on = day_column(_("laatste verslag op"))
    report = models.TextField(
        _("laatste verslag"),
        blank=True,
        help_text=_("In het kort, zonder namen; eerdere verslagen staan in het verloop."),
    )
    handover = models.TextField(
        _("wie de taken voortzet"), blank=True, help_text=_("Nodig als de post vervalt.")
    )

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posten")
        ordering = ("-decided_on", "key")
        indexes = record_indexes("post", scope="lead", day="decided_on")
        constraints = (
            *record_constraints("post", scope="lead", states=PostState),
            models.CheckConstraint(
                name="post_report_has_day", condition=Q(report="") | Q(reported_on__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return self.title


class PostStep(Step):
    """One step of a post; rows are added and never changed."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("post", "registered_at"), name="post_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
