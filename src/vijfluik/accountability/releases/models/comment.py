"""A comment on a place in the text of a release."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.releases.models.release import Release
from vijfluik.accountability.releases.vocabulary import CommentState
from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes


class Comment(Record):
    """What somebody remarks at a section or figure; its steps tell who answered and resolved it."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("ministerie")
    )
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=CommentState,
        default=CommentState.OPEN,
        editable=False,
    )
    release = models.ForeignKey(
        Release, models.PROTECT, related_name="+", verbose_name=_("uitgave")
    )
    place = models.CharField(
        _("plaats in de tekst"),
        max_length=100,
        help_text=_("De naam van een paragraaf of een cijfer, zoals die bij de tekst staat."),
    )
    text = models.CharField(_("opmerking"), max_length=500)
    made_on = models.DateField(_("gemaakt op"))
    answer = models.TextField(_("antwoord"), blank=True)

    class Meta:
        verbose_name = _("opmerking bij een uitgave")
        verbose_name_plural = _("opmerkingen bij uitgaven")
        ordering = ("-made_on", "key")
        indexes = record_indexes("release_comment", scope="organisation", day="made_on")
        constraints = (
            *record_constraints("release_comment", scope="organisation", states=CommentState),
            models.CheckConstraint(
                name="release_comment_answered_with_words",
                condition=~Q(state__in=(CommentState.ANSWERED, CommentState.RESOLVED))
                | ~Q(answer=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


class CommentStep(Step):
    """One step in the life of a comment; rows are added and never changed."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("comment", "registered_at"), name="comment_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
