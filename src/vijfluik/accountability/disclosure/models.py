"""Stored parameters, patterns and exemptions: added to; a pattern is signed and never changed."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import FourEyes


class DisclosureParameter(models.Model):
    """A parameter as canonical JSON under its hash; `<name>@<first day>`."""

    key = models.CharField(max_length=120, primary_key=True)
    name = models.CharField(_("parameter"), max_length=100)
    valid_from = models.DateField(_("geldt vanaf"))
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(_("opgenomen op"), db_default=Now())

    class Meta:
        db_table = "disclosure_parameter"
        verbose_name = _("parameter van de onthullingscontrole")
        verbose_name_plural = _("parameters van de onthullingscontrole")
        ordering = ("name", "valid_from")

    def __str__(self) -> str:
        return self.key


class PatternState(models.TextChoices):
    """A pattern is decided with the publication and signed by a second person."""

    PROPOSED = "proposed", _("nog niet vastgesteld")
    ADOPTED = "adopted", _("vastgesteld")


class DisclosurePattern(FourEyes):
    """What of the tables of one publication is shown: decided once, kept for ever.

    publication: `rapportage:<name>` or `cijfer:<id>`. revision: another decision on the same
    publication of the same moment, because an exemption was confirmed. figures: ids. cells: names
    of its numbers, by which publications that share one find each other. content: `pattern.parsed`.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    publication = models.CharField(_("publicatie"), max_length=120)
    as_of = models.DateTimeField(_("kennisdatum"))
    revision = models.PositiveIntegerField(_("besluit"), default=1)
    state = models.CharField(
        _("stand"), max_length=20, choices=PatternState.choices, default=PatternState.PROPOSED
    )
    figures = ArrayField(models.CharField(max_length=60))
    cells = ArrayField(models.CharField(max_length=60))
    content = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        db_table = "disclosure_pattern"
        verbose_name = _("afschermpatroon")
        verbose_name_plural = _("afschermpatronen")
        ordering = ("-proposed_at", "key")
        constraints = (
            *FourEyes.constraints("disclosure_pattern"),
            models.UniqueConstraint(
                "publication", "as_of", "revision", name="disclosure_pattern_once"
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", approved_by__isnull=True)
                | Q(state="adopted", approved_by__isnull=False),
                name="disclosure_pattern_signed",
            ),
        )

    def __str__(self) -> str:
        return f"{self.publication} {self.as_of.isoformat()} ({self.revision})"


class ExemptionState(models.TextChoices):
    """An exemption counts when a second person laid it beside its source."""

    PROPOSED = "proposed", _("voorgesteld")
    CONFIRMED = "confirmed", _("bevestigd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class DisclosureExemption(FourEyes):
    """A small number of one cell that is shown in one publication: its source publishes it."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    publication = models.CharField(_("publicatie"), max_length=120, editable=False)
    figure = models.CharField(_("cijfer"), max_length=60, editable=False)
    dimension = models.CharField(_("uitsplitsing"), max_length=63, editable=False)
    member = models.CharField(_("deel"), max_length=200, blank=True, editable=False)
    document = models.CharField(
        _("brondocument"),
        max_length=200,
        help_text=_("Waarin de bron dit aantal zelf publiceert."),
    )
    place = models.CharField(_("vindplaats"), max_length=100, help_text=_("Bladzijde of regels."))
    state = models.CharField(
        _("stand"),
        max_length=20,
        choices=ExemptionState.choices,
        default=ExemptionState.PROPOSED,
        editable=False,
    )

    class Meta:
        db_table = "disclosure_exemption"
        verbose_name = _("vrijstelling van afscherming")
        verbose_name_plural = _("vrijstellingen van afscherming")
        ordering = ("publication", "figure", "dimension", "member", "-proposed_at", "key")
        constraints = (
            *FourEyes.constraints("disclosure_exemption"),
            models.UniqueConstraint(
                "publication",
                "figure",
                "dimension",
                "member",
                condition=~Q(state="withdrawn"),
                name="disclosure_exemption_once",
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed") | Q(approved_by__isnull=False),
                name="disclosure_exemption_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(document="") & ~Q(place=""), name="disclosure_exemption_has_a_source"
            ),
        )

    def __str__(self) -> str:
        return f"{self.publication} {self.figure}/{self.dimension}/{self.member}"
