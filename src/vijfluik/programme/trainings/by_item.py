"""Narrowing the list to one item of the programme, through the catalogue of the providers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.register import items
from vijfluik.programme.trainings.filtering import TrainingFilter
from vijfluik.programme.trainings.forms import FilterForm
from vijfluik.programme.trainings.models import Training

SERVED = ("VK-13", "VK-09", "VK-10", "VK-14")


class ItemFilterForm(FilterForm):
    """The filters with the item of the programme, as its page links here (`onderdeel=vk-13`)."""

    onderdeel = forms.ChoiceField(label=_("onderdeel van het programma"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.empty_label = _("alle")
        language = get_language() or "nl"
        item = self.fields["onderdeel"]
        assert isinstance(item, forms.ChoiceField)  # noqa: S101 - for the type only
        item.choices = [
            ("", _("alle")),
            *((key.lower(), items()[key].name(language)) for key in SERVED),
        ]


@dataclass(frozen=True, kw_only=True)
class ItemFilter(TrainingFilter):
    """`item` is the key of an item in small letters; the course of a training serves it."""

    item: str = ""

    @classmethod
    def from_form(cls, values: Mapping[str, Any]) -> "ItemFilter":
        """From the cleaned data of `ItemFilterForm`."""
        plain = TrainingFilter.from_form(values)
        return cls(**vars(plain), item=values.get("onderdeel") or "")

    def narrow(self, rows: QuerySet[Training]) -> QuerySet[Training]:
        """The rows that pass all but the search."""
        found = super().narrow(rows)
        return found.filter(course__item=self.item.upper()) if self.item else found
