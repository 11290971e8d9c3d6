"""Columns that offers, trajectories and needs share."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Organisation
from vijfluik.programme.offers.taxonomy import form_choices
from vijfluik.programme.trainings.vocabulary import Audience


def provider_column() -> Any:
    """Whose offer it is."""
    return models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("aanbieder")
    )


def audience_column(**options: Any) -> Any:
    """For whom, by kind of work; in the words that trainings use."""
    return ArrayField(
        models.CharField(max_length=30, choices=Audience), default=list,
        **{"verbose_name": _("voor wie"), **options},
    )  # fmt: skip


def forms_column(**options: Any) -> Any:
    """The forms of extremism that it is about; empty for every form alike."""
    return ArrayField(
        models.CharField(max_length=30, choices=form_choices), default=list, blank=True,
        **{"verbose_name": _("vormen van extremisme"), **options},
    )  # fmt: skip
