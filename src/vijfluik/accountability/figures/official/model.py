"""A value that an organisation supplied for a figure that is not computed here."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.core.partners.models import FourEyes


class OfficialState(models.TextChoices):
    """Where a value stands: it counts only when a second person confirmed it."""

    PROPOSED = "proposed", _("voorgesteld")
    CONFIRMED = "confirmed", _("bevestigd")
    REJECTED = "rejected", _("afgewezen")
    REPLACED = "replaced", _("vervangen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Softening(models.TextChoices):
    """How the source softens its number; the rules stand in `hedges`."""

    EXACT = Hedge.EXACT, _("precies")
    JUST_OVER = Hedge.JUST_OVER, _("ruim")
    MORE_THAN = Hedge.MORE_THAN, _("meer dan")
    ALMOST = Hedge.ALMOST, _("bijna")
    ABOUT = Hedge.ABOUT, _("circa")
    AT_LEAST = Hedge.AT_LEAST, _("ten minste")


class OfficialValue(FourEyes):
    """One value of one figure: a number, numbers of parts, or words when there is no number.

    A correction is a row of its own that replaces another once it is confirmed, so that a figure
    never stands empty while somebody thinks. Who proposed it cannot confirm it.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    figure = models.SlugField(_("cijfer"), max_length=60)
    state = models.CharField(
        _("stand"),
        max_length=20,
        choices=OfficialState.choices,
        default=OfficialState.PROPOSED,
        editable=False,
    )
    number = models.BigIntegerField(_("getal"), null=True, blank=True)
    parts = models.JSONField(_("delen"), null=True, blank=True)
    words_nl = models.CharField(_("in woorden"), max_length=200, blank=True)
    words_en = models.CharField(_("in het Engels"), max_length=200, blank=True)
    hedge = models.CharField(
        _("afgezwakt"), max_length=20, choices=Softening.choices, default=Softening.EXACT
    )
    hedge_word_nl = models.CharField(_("woord ervoor"), max_length=30, blank=True)
    hedge_word_en = models.CharField(_("woord ervoor, in het Engels"), max_length=30, blank=True)
    supplied_by = models.CharField(
        _("opgegeven door"),
        max_length=120,
        help_text=_("De organisatie; geen naam van een persoon."),
    )
    document = models.CharField(_("brondocument"), max_length=200)
    place = models.CharField(_("vindplaats"), max_length=100, help_text=_("Bladzijde of regels."))
    valid_from = models.DateField(_("geldt vanaf"))
    valid_until = models.DateField(_("geldt tot"), null=True, blank=True)
    entered_on = models.DateField(_("vastgelegd op"))
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    class Meta:
        app_label = "figures"
        db_table = "figure_official"
        verbose_name = _("opgegeven waarde")
        verbose_name_plural = _("opgegeven waarden")
        ordering = ("figure", "-entered_on", "key")
        constraints = (
            *FourEyes.constraints("figure_official"),
            models.UniqueConstraint(
                "figure",
                condition=Q(state="confirmed"),
                name="figure_official_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in OfficialState]),
                name="figure_official_state",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=False) | Q(parts__isnull=False) | ~Q(words_nl=""),
                name="figure_official_says_something",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["confirmed", "replaced"]) | Q(approved_by__isnull=False),
                name="figure_official_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=models.F("valid_from")),
                name="figure_official_valid",
            ),
        )

    def __str__(self) -> str:
        return self.figure
