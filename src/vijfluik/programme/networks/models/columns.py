"""Columns that the records of the room share."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Organisation
from vijfluik.programme.networks.vocabulary import Theme


def number_column() -> Any:
    """The municipality's own number, in the place of the one that every record has."""
    return models.CharField(
        _("kenmerk"),
        max_length=20,
        help_text=_("Uw eigen nummer, zoals N-014; één keer per gemeente en nooit een naam."),
    )


def municipality_column() -> Any:
    """The municipality, which owns the network and all that belongs to it."""
    return models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente")
    )


def themes_column() -> Any:
    """Subjects from the vocabulary."""
    return ArrayField(models.CharField(max_length=20, choices=Theme), verbose_name=_("thema's"))


def network_column(related_name: str) -> Any:
    """The network that a record belongs to."""
    return models.ForeignKey(
        "networks.Network", models.PROTECT, related_name=related_name, verbose_name=_("netwerk")
    )


def chosen_reasons(name: str, *, among: tuple[type[models.TextChoices], ...]) -> Any:
    """The constraint that a step gives a reason of the lists, or none."""
    values = sorted({value for each in among for value in each.values})
    return models.CheckConstraint(name=name, condition=models.Q(reason__in=["", *values]))
