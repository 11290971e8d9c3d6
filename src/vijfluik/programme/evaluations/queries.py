"""Reading evaluations beyond what every register reads. Call these inside `acting(who)`."""

from typing import Any

from django.db.models import QuerySet

from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import access_records
from vijfluik.core.registers.columns import column_of
from vijfluik.programme.evaluations.models import Evaluation
from vijfluik.programme.evaluations.register import REGISTER
from vijfluik.programme.evaluations.rules import SUBJECTS
from vijfluik.programme.evaluations.vocabulary import OUT


def last_of_the_same(evaluation: Evaluation, *, who: Acting) -> Evaluation | None:
    """The latest public evaluation of the same thing that the reader may see: it says how far the
    evidence for that thing is. None when there is none.

    Raises:
        Refused: the reader may see no evaluations.
    """
    same = {name: getattr(evaluation, _column(name)) for name in SUBJECTS}
    rows: QuerySet[Any] = access_records(REGISTER, who=who).filter(state__in=OUT)
    found: Evaluation | None = (
        rows.filter(**{_column(name): value for name, value in same.items()})
        .order_by("-published_on", "key")
        .first()
    )
    return found


def _column(name: str) -> str:
    return column_of(Evaluation, name).attname
