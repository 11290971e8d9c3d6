"""One training, meeting or conference."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Organisation, Place
from vijfluik.core.registers.models import Record
from vijfluik.programme.trainings.models.course import Course
from vijfluik.programme.trainings.vocabulary import ActivityKind, Audience, State


class Training(Record):
    """A training from request to result.

    All that a figure needs stands on this row, so that a figure counts rows of one table at one
    moment. `participants` counts seats taken, not people: the same person twice is two.
    """

    provider = models.ForeignKey(
        Organisation, models.PROTECT, related_name="trainings", verbose_name=_("aanbieder")
    )
    reference = models.CharField(
        _("kenmerk"), max_length=40, help_text=_("Uw eigen nummer; één keer per aanbieder.")
    )
    kind = models.CharField(
        _("soort"), max_length=20, choices=ActivityKind, default=ActivityKind.TRAINING
    )
    course = models.ForeignKey(
        Course, models.PROTECT, null=True, blank=True, verbose_name=_("aanbod")
    )
    title = models.CharField(_("titel"), max_length=200)
    state = models.CharField(
        _("stand"), max_length=20, choices=State, default=State.REQUESTED, editable=False
    )
    requester = models.CharField(
        _("aanvrager"),
        max_length=200,
        blank=True,
        help_text=_("De organisatie die erom vroeg; geen naam van een persoon."),
    )
    requested_on = models.DateField(_("aangevraagd op"))
    wanted_on = models.DateField(
        _("gewenste datum"), help_text=_("Bepaalt in welk jaar de aanvraag telt.")
    )
    planned_on = models.DateField(_("gepland op"), null=True, blank=True)
    held_on = models.DateField(_("gegeven op"), null=True, blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, verbose_name=_("gemeente")
    )
    audience = ArrayField(
        models.CharField(max_length=30, choices=Audience),
        verbose_name=_("doelgroepen"),
        default=list,
        blank=True,
    )
    participants = models.PositiveIntegerField(_("deelnemers"), null=True, blank=True)
    participants_primary = models.PositiveIntegerField(_("waarvan PO"), null=True, blank=True)
    participants_secondary = models.PositiveIntegerField(_("waarvan VO"), null=True, blank=True)
    participants_vocational = models.PositiveIntegerField(_("waarvan MBO"), null=True, blank=True)
    rating = models.DecimalField(
        _("waardering"),
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=(MinValueValidator(1), MaxValueValidator(10)),
        help_text=_("Gemiddeld rapportcijfer van de evaluatie, 1 tot 10."),
    )
    rating_responses = models.PositiveIntegerField(_("aantal evaluaties"), null=True, blank=True)

    # What stands in the search table beside the words: see migration 0011.
    searched_with = ("provider", "state", "wanted_on")

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainingen")
        ordering = ("-wanted_on", "key")
        indexes = (
            models.Index(fields=("-wanted_on", "key"), name="training_list"),
            models.Index(fields=("provider", "-wanted_on", "key"), name="training_list_own"),
            models.Index(fields=("state", "-wanted_on", "key"), name="training_list_state"),
        )
        constraints = (
            # Carries the scope: it must not tell that another provider's record exists.
            models.UniqueConstraint("provider", "reference", name="training_reference_once"),
            models.CheckConstraint(
                name="training_state_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="training_held_has_date_and_count",
                condition=~Q(state=State.HELD)
                | Q(held_on__isnull=False, participants__isnull=False),
            ),
            models.CheckConstraint(
                name="training_planned_has_date",
                condition=~Q(state=State.PLANNED) | Q(planned_on__isnull=False),
            ),
            models.CheckConstraint(
                name="training_sectors_within_total",
                condition=Q(participants__isnull=True)
                | Q(
                    participants__gte=Coalesce(F("participants_primary"), 0)
                    + Coalesce(F("participants_secondary"), 0)
                    + Coalesce(F("participants_vocational"), 0)
                ),
            ),
            models.CheckConstraint(
                name="training_rating_in_range",
                condition=Q(rating__isnull=True) | Q(rating__gte=1, rating__lte=10),
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"
