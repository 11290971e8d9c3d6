"""Columns that registers need beside Django's own.

Many-to-many stands on the row itself, as an array: so it is versioned with the row, a figure counts
it without a second table, and two people's changes of it can be merged. `checking` looks whether
what it names exists.
"""

from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from vijfluik.core.items.choices import item_choices

if TYPE_CHECKING:
    _Char = models.CharField[Any, Any]
    _BigInteger = models.BigIntegerField[Any, Any]
    _SmallInteger = models.PositiveSmallIntegerField[Any, Any]
    _Array = ArrayField[Any, Any]
else:
    # Generic for the type checker only.
    _Char, _BigInteger, _Array = models.CharField, models.BigIntegerField, ArrayField
    _SmallInteger = models.PositiveSmallIntegerField


class MoneyField(_BigInteger):
    """An amount in euro cents. None is "niet vermeld", which is something else than 0."""


class YearField(_SmallInteger):
    """A calendar year, such as that of a budget: written without a sign between thousands."""


class PlacesField(_Array):
    """Several places by their number, such as the municipalities that a grant reached."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options["base_field"] = models.IntegerField()
        super().__init__(*args, **{"default": list, "blank": True, **options})


class OrganisationsField(_Array):
    """Several organisations by their code, such as the partners of a partnership."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options["base_field"] = models.CharField(max_length=40)
        super().__init__(*args, **{"default": list, "blank": True, **options})


class RecordsField(_Array):
    """Several records of another register by their key, in an order that is kept.

    `to` names their model, such as `offers.Offer`. The order is part of the value.
    """

    def __init__(self, *args: Any, to: str, **options: Any) -> None:
        options["base_field"] = models.UUIDField()
        self.to = to
        super().__init__(*args, **{"default": list, "blank": True, **options})

    def deconstruct(self) -> Any:
        """How the field is written in a migration."""
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "to": self.to}


class ItemField(_Char):
    """An item of the programme, by its key; its words are the key and the name."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max_length": 10, "choices": item_choices, **options})
