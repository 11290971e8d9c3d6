"""Columns that several registers of the room have: who leads, and the name that figures use."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Organisation
from vijfluik.programme.partnerships.countries import country_choices


def lead_column() -> Any:
    """The organisation that leads, which owns the record and all that belongs to it."""
    return models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("trekker")
    )


def code_column() -> Any:
    """The name by which a figure means this record and no other."""
    return models.CharField(
        _("vaste naam"),
        max_length=40,
        blank=True,
        help_text=_("De naam waaronder een cijfer dit leest; leeg als geen cijfer dat doet."),
    )


def partnership_column(related_name: str) -> Any:
    """The partnership that a record belongs to."""
    return models.ForeignKey(
        "partnerships.Partnership",
        models.PROTECT,
        related_name=related_name,
        verbose_name=_("samenwerking"),
    )


def country_column(*, blank: bool = False) -> Any:
    """A country by its ISO code."""
    return models.CharField(_("land"), max_length=2, choices=country_choices, blank=blank)


def day_column(label: Any, **options: Any) -> Any:
    """A day that may be unknown yet."""
    return models.DateField(label, null=True, blank=True, **options)
