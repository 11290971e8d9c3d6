"""One recommendation of an evaluation, and its steps."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.evaluations.models.evaluation import Evaluation
from vijfluik.programme.evaluations.recommendations.vocabulary import ANSWERED, State
from vijfluik.programme.grants.models.derived import compartment_field


class Recommendation(Record):
    """What a study advises, to whom, what that organisation answered, and by when it is done."""

    walled = "compartment"

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("coördinatie")
    )
    state = models.CharField(
        _("opvolging"), max_length=30, choices=State, default=State.OPEN, editable=False
    )
    evaluation = models.ForeignKey(
        Evaluation, models.PROTECT, related_name="+", verbose_name=_("evaluatie")
    )
    title = models.CharField(_("aanbeveling"), max_length=200)
    detail = models.TextField(_("toelichting"), blank=True)
    addressee = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        verbose_name=_("eigenaar"),
        help_text=_("De organisatie die er iets mee moet doen."),
    )
    made_on = models.DateField(_("gedaan op"))
    response = models.TextField(_("reactie"), blank=True)
    responded_on = models.DateField(_("reactie op"), null=True, blank=True)
    due_on = models.DateField(_("uitgevoerd voor"), null=True, blank=True)
    done_on = models.DateField(_("uitgevoerd op"), null=True, blank=True)

    compartment = compartment_field()

    class Meta:
        verbose_name = _("aanbeveling")
        verbose_name_plural = _("aanbevelingen")
        ordering = ("-made_on", "key")
        indexes = (
            *record_indexes("recommendation", scope="organisation", day="made_on"),
            models.Index(fields=("evaluation",), name="recommendation_evaluation"),
        )
        constraints = (
            *record_constraints("recommendation", scope="organisation", states=State),
            models.CheckConstraint(
                name="recommendation_answered_has_day",
                condition=~Q(state__in=ANSWERED) | Q(responded_on__isnull=False),
            ),
            models.CheckConstraint(
                name="recommendation_done_has_day",
                condition=~Q(state=State.DONE) | Q(done_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.title


class RecommendationStep(Step):
    """One step in the life of a recommendation; rows are added and never changed."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(
                fields=("recommendation", "registered_at"), name="recommendation_step_record"
            ),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
