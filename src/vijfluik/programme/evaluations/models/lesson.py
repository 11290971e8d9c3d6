"""One lesson of an evaluation, and its steps."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.core.registers.models.fields import ItemField
from vijfluik.programme.evaluations.lessons.vocabulary import Outcome, Shelf, State
from vijfluik.programme.evaluations.models.evaluation import Evaluation
from vijfluik.programme.publications.vocabulary import Audience


class Lesson(Record):
    """What others can do with what was learned; it says itself which study it is from.

    Whoever reads a published lesson need not be able to open the study. A draft is read by who may
    read the evaluations of its organisation: row-level security says so (`sql/lessons.sql`).
    """

    walled = "compartment"
    # A draft is read where its study is.
    walled_own = "evaluations"

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("coördinatie")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=State, default=State.DRAFT, editable=False
    )
    evaluation = models.ForeignKey(
        Evaluation, models.PROTECT, related_name="+", verbose_name=_("evaluatie")
    )
    item = ItemField(_("onderdeel van het programma"), default="", editable=False)
    title = models.CharField(_("les"), max_length=200)
    study = models.CharField(
        _("aangehaald als"),
        max_length=120,
        help_text=_("Het onderzoek zoals het wordt genoemd: wie, wat en wanneer."),
    )
    situation = models.TextField(
        _("wat er is gedaan"), help_text=_("Waar, met wie en waarom; geen personen.")
    )
    outcome = models.CharField(_("hoe het ging"), max_length=20, choices=Outcome)
    learned = models.TextField(_("wat ervan is geleerd"))
    advice = models.TextField(_("wat u ermee kunt doen"))
    audience = ArrayField(
        models.CharField(max_length=20, choices=Audience),
        verbose_name=_("voor wie"),
        default=list,
    )
    written_on = models.DateField(_("opgeschreven op"))
    published_on = models.DateField(_("gepubliceerd op"), null=True, blank=True)

    compartment = models.CharField(
        _("te lezen door"),
        max_length=40,
        choices=Shelf,
        default=Shelf.PROGRAMME,
        editable=False,
    )

    class Meta:
        verbose_name = _("les")
        verbose_name_plural = _("lessen")
        ordering = ("-written_on", "key")
        indexes = (
            *record_indexes("lesson", scope="organisation", day="written_on"),
            models.Index(fields=("evaluation",), name="lesson_evaluation"),
        )
        constraints = (
            *record_constraints("lesson", scope="organisation", states=State),
            models.CheckConstraint(
                name="lesson_published_has_day",
                condition=~Q(state=State.PUBLISHED) | Q(published_on__isnull=False),
            ),
            models.CheckConstraint(
                name="lesson_stands_where_its_state_says",
                condition=(Q(state=State.PUBLISHED) & Q(compartment=Shelf.PUBLIC))
                | (~Q(state=State.PUBLISHED) & Q(compartment=Shelf.PROGRAMME)),
            ),
        )

    def __str__(self) -> str:
        return self.title


class LessonStep(Step):
    """One step in the life of a lesson; rows are added and never changed."""

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("lesson", "registered_at"), name="lesson_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
