"""Columns that both kinds of record have."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.access.compartments import compartment_choices
from vijfluik.core.partners.models import Organisation


def controller_column() -> Any:
    """The organisation that answers for it, which owns the record."""
    return models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        verbose_name=_("verwerkingsverantwoordelijke"),
    )


def compartment_column() -> Any:
    """The part of the platform that it is about."""
    return models.CharField(_("onderdeel"), max_length=30, choices=compartment_choices)
