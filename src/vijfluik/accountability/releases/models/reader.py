"""A professional who may read a release before others."""

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.releases.models.release import Release
from vijfluik.accountability.releases.vocabulary import ReaderState
from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation, Professional
from vijfluik.core.registers.models import Record, record_constraints, record_indexes

LONGEST = dt.timedelta(days=90)


class Reader(Record):
    """Somebody by name, from a day until and with another; over by itself after that day."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("ministerie")
    )
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=ReaderState,
        default=ReaderState.ADMITTED,
        editable=False,
    )
    release = models.ForeignKey(
        Release, models.PROTECT, related_name="+", verbose_name=_("uitgave")
    )
    professional = models.ForeignKey(
        Professional, models.PROTECT, related_name="+", verbose_name=_("lezer")
    )
    occasion = models.CharField(
        _("waarom vooraf"), max_length=200, help_text=_("Bijvoorbeeld: bereidt het debat voor.")
    )
    valid_from = models.DateField(_("mag lezen vanaf"))
    valid_until = models.DateField(
        _("mag lezen tot en met"), help_text=_("Hoogstens 90 dagen na de eerste dag.")
    )

    class Meta:
        verbose_name = _("vooraf toegelaten lezer")
        verbose_name_plural = _("vooraf toegelaten lezers")
        ordering = ("-valid_from", "key")
        indexes = record_indexes("release_reader", scope="organisation", day="valid_from")
        constraints = (
            *record_constraints("release_reader", scope="organisation", states=ReaderState),
            models.CheckConstraint(
                name="release_reader_ends",
                condition=Q(valid_until__gte=F("valid_from"))
                & Q(valid_until__lte=F("valid_from") + LONGEST),
            ),
        )

    def __str__(self) -> str:
        return self.reference


class ReaderStep(Step):
    """One step in the life of an admission; rows are added and never changed."""

    reader = models.ForeignKey(Reader, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("reader", "registered_at"), name="reader_step_record"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
