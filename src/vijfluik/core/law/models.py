"""Versions of provisions as the database holds them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.law.vocabulary import (
    Certainty,
    Claim,
    Currency,
    Standing,
    Start,
    StatedUnit,
)


class Provision(models.Model):
    """A version of a provision; see `provision.ProvisionVersion`.

    The database repeats what the type says: only what two named lawyers confirmed carries a term, a
    ground or a refusal. Rows come with the software, by migration; no page changes them.
    """

    key = models.CharField(max_length=60, primary_key=True)
    provision = models.SlugField(_("bepaling"), max_length=50)
    rule = models.CharField(max_length=4, blank=True)
    act = models.SlugField(max_length=40)
    act_short = models.CharField(max_length=40)
    act_nl = models.CharField(max_length=200)
    act_en = models.CharField(max_length=200)
    identifier = models.CharField(max_length=40, blank=True)
    article = models.CharField(_("artikel"), max_length=120)
    title_nl = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    text_nl = models.TextField()
    text_en = models.TextField()
    note_nl = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    revision = models.PositiveIntegerField()
    part = models.PositiveIntegerField()
    known_from = models.DateField(_("bekend vanaf"))
    valid_from = models.DateField(_("geldig vanaf"))
    valid_until = models.DateField(_("geldig tot"), null=True, blank=True)
    start = models.CharField(max_length=10, choices=Start)
    certainty = models.CharField(max_length=5, choices=Certainty)
    standing = models.CharField(_("stand"), max_length=10, choices=Standing)
    source_nl = models.CharField(_("bron"), max_length=300)
    source_en = models.CharField(max_length=300)
    claims = ArrayField(models.CharField(max_length=10, choices=Claim), default=list)
    carries = ArrayField(models.CharField(max_length=10, choices=Claim), default=list, blank=True)
    terms = models.JSONField(default=dict, blank=True)
    stated_number = models.PositiveIntegerField(_("getal in de tekst"), null=True, blank=True)
    stated_unit = models.CharField(max_length=10, choices=StatedUnit, blank=True)
    # Follows from the revisions that are stored (loading.py): figures read the last one known.
    state = models.CharField(_("tekst"), max_length=10, choices=Currency, default=Currency.CURRENT)
    confirmed_by = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)
    invented = models.BooleanField(default=False)

    class Meta:
        db_table = "law_provision"
        verbose_name = _("bepaling")
        verbose_name_plural = _("bepalingen")
        ordering = ("provision", "revision", "part")
        constraints = (
            models.UniqueConstraint("provision", "revision", "part", name="law_provision_once"),
            models.CheckConstraint(
                name="law_provision_period",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return self.key
