"""What a record of the grants takes from the line, the round or the award that it belongs to.

A trigger fills these columns (`sql/derived.sql`), so that access and figures need no join and
nobody types in which compartment a record stands.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.models import Record, YearField
from vijfluik.programme.grants.vocabulary import Compartment, Scheme


def compartment_field() -> Any:
    """The side of the wall of the fund that a record stands on; a trigger fills it."""
    return models.CharField(
        _("afdeling"),
        max_length=40,
        choices=Compartment,
        default=Compartment.PROGRAMME,
        editable=False,
    )


class OfALine(Record):
    """A record whose scheme, year and compartment are those of a budget line."""

    scheme = models.CharField(_("regeling"), max_length=40, choices=Scheme, editable=False)
    budget_year = YearField(_("begrotingsjaar"), default=0, editable=False)
    compartment = compartment_field()
    item = models.CharField(max_length=10, default="", editable=False)

    class Meta:
        abstract = True
