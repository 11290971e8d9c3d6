"""Which trainings a person wants to see, and in which order."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy

from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.searching import says
from vijfluik.programme.trainings.vocabulary import State

# The word in the address → the order. The key makes every order a total one.
# What is not filled in yet stands last, whichever way the column is sorted.
SORTS: Mapping[str, tuple[str | OrderBy, ...]] = {
    "gewenst": ("-wanted_on", "key"),
    "gewenst-op": ("wanted_on", "key"),
    "kenmerk": ("reference", "key"),
    "-kenmerk": ("-reference", "key"),
    "titel": ("title", "key"),
    "-titel": ("-title", "key"),
    "aanbieder": ("provider__name", "-wanted_on", "key"),
    "-aanbieder": ("-provider__name", "-wanted_on", "key"),
    "stand": ("state", "-wanted_on", "key"),
    "-stand": ("-state", "-wanted_on", "key"),
    "gegeven": (F("held_on").desc(nulls_last=True), "key"),
    "-gegeven": (F("held_on").asc(nulls_last=True), "key"),
    "deelnemers": (F("participants").desc(nulls_last=True), "key"),
    "-deelnemers": (F("participants").asc(nulls_last=True), "key"),
}
DEFAULT_SORT = "gewenst"


@dataclass(frozen=True, kw_only=True)
class TrainingFilter:
    """Each part that is given narrows. Withdrawn records show only when `state` asks for them.

    `year` is that of the wanted day, which decides in which year a request counts.
    """

    search: str = ""
    provider: str = ""
    kind: str = ""
    state: str = ""
    year: int | None = None
    place: int | None = None
    audience: str = ""
    theme: str = ""

    @classmethod
    def from_form(cls, values: Mapping[str, Any]) -> "TrainingFilter":
        """From the cleaned data of `FilterForm`."""
        provider, place = values.get("aanbieder"), values.get("gemeente")
        return cls(
            search=values.get("zoek") or "",
            provider=provider.code if provider else "",
            kind=values.get("soort") or "",
            state=values.get("stand") or "",
            year=values.get("jaar"),
            place=place.pk if place else None,
            audience=values.get("doelgroep") or "",
            theme=values.get("thema") or "",
        )

    def used(self) -> list[str]:
        """The names of the parts that narrow, without what was chosen or typed in them."""
        return [name for name, value in vars(self).items() if value]

    def apply(self, rows: QuerySet[Training]) -> QuerySet[Training]:
        """The rows that pass."""
        found = self.narrow(rows)
        return found.filter(says(self.search)) if self.search.split() else found

    def narrow(self, rows: QuerySet[Training]) -> QuerySet[Training]:
        """The rows that pass all but the search."""
        plain = {
            "provider": self.provider,
            "kind": self.kind,
            "state": self.state,
            "place": self.place,
            "course__theme": self.theme,
        }
        rows = rows.filter(**{name: value for name, value in plain.items() if value})
        if not self.state:
            rows = rows.exclude(state=State.WITHDRAWN)
        if self.year:
            rows = rows.filter(
                wanted_on__gte=dt.date(self.year, 1, 1), wanted_on__lte=dt.date(self.year, 12, 31)
            )
        if self.audience:
            rows = rows.filter(audience__contains=[self.audience])
        return rows


def ordering(sort: str) -> tuple[str | OrderBy, ...]:
    """The order for a word in the address; the usual one for an unknown word."""
    return SORTS.get(sort, SORTS[DEFAULT_SORT])
